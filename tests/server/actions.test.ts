// What is done about a release, through the front door: who says what, on whose word, and what two at once come to.

import * as v from 'valibot'
import { expect, it } from 'vitest'
import { actionsReply } from '../../src/protocol/actions.ts'
import { doors } from '../../src/protocol/doors.ts'
import { actionsOf } from '../../src/server/queries/actions.ts'
import {
  aboutRelease,
  entry,
  idOf,
  kinds,
  plan,
  proposal,
  propose,
  room,
  shown,
  TODAY,
  words,
} from './acting.ts'
import { against } from './described.ts'
import { onBothEngines } from './front.ts'

onBothEngines('an action', open => {
  it('goes from a statement to done by two meetings that an advocate recorded, and is kept entry by entry', async () => {
    const { front, priya, rosa, may } = await room(open())
    const proposed = await propose(priya, may)
    const id = idOf(proposed)
    const reworded = { said: words('We want to be heard.'), did: words('We meet on Mondays.') }
    const answers = [
      await entry(priya, id, { type: 'word', seen: 1, words: reworded }),
      await entry(rosa, id, { type: 'agree', seen: 2, meetingOn: TODAY }),
      await entry(priya, id, { type: 'start', seen: 3 }),
      await entry(rosa, id, { type: 'finish', seen: 4, meetingOn: TODAY }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(against('post', '/api/office/releases/{release}/actions', proposed)).toEqual([])
    for (const answer of answers)
      expect(against('post', '/api/office/actions/{action}/entries', answer)).toEqual([])

    const one = await priya.ask(doors.action.replace(':action', id))
    expect(against('get', '/api/office/actions/{action}', one)).toEqual([])
    const reply = v.parse(actionsReply, one.body)
    expect(kinds(reply)).toEqual(['propose word agree start finish'])
    expect(reply).toMatchObject({ today: TODAY, releases: [{ due: '2026-05-01', wards: ['Willow'] }] })
    expect(reply.actions[0]?.map(({ on, role }) => `${on} ${role}`)).toEqual([
      `${TODAY} leader`,
      `${TODAY} leader`,
      `${TODAY} advocate`,
      `${TODAY} leader`,
      `${TODAY} advocate`,
    ])
    const [action] = await front.look(async db => {
      const { organisation } = await db.selectFrom('wards').select('organisation').executeTakeFirstOrThrow()
      return actionsOf(db, organisation, [may])
    })
    expect(action).toMatchObject({ id, release: may, state: 'done', plan })
    await front.stop()
  })

  it('stands in the audit trail by what was done with it, without one of its words', async () => {
    const { front, priya, may } = await room(open())
    const id = idOf(await propose(priya, may))
    await entry(priya, id, { type: 'refuse', seen: 1, reason: words('We have no room for it.') })
    const trail = JSON.stringify((await priya.ask(doors.audit)).body)
    for (const what of ['action proposed', 'action refused', id]) expect(trail).toContain(what)
    for (const word of ['meet', 'hear', 'room for']) expect(trail).not.toContain(word)
    await front.stop()
  })

  it('is agreed and done by no leader’s word, and refused by no advocate’s', async () => {
    const { front, priya, rosa, may } = await room(open())
    const id = idOf(await propose(priya, may))
    for (const type of ['agree', 'finish'])
      expect((await entry(priya, id, { type, seen: 1, meetingOn: TODAY })).problem).toBe('403.3')
    const refusal = { type: 'refuse', seen: 1, reason: words('We have no room for it.') }
    expect((await entry(rosa, id, refusal)).problem).toBe('403.4')
    expect((await entry(rosa, id, { type: 'start', seen: 1 })).problem).toBe('403.4')
    // Nobody says of themselves who they are, or which day it is.
    for (const claim of [{ role: 'advocate' }, { on: '2026-01-01' }, { advocate: 'Rosa' }])
      expect((await entry(priya, id, { ...refusal, ...claim })).problem).toBe('400.1')
    expect(kinds(await shown(priya, aboutRelease(may)))).toEqual(['propose'])
    await front.stop()
  })

  it('is neither agreed nor done without a meeting that has been, since it stood there to be heard', async () => {
    const { front, priya, rosa, may } = await room(open())
    const id = idOf(await propose(priya, may))
    expect((await entry(rosa, id, { type: 'finish', seen: 1, meetingOn: TODAY })).problem).toBe('409.11')
    expect((await entry(rosa, id, { type: 'agree', seen: 1 })).problem).toBe('400.1')
    const tomorrow = { type: 'agree', seen: 1, meetingOn: '2026-05-05' }
    expect((await entry(rosa, id, tomorrow)).problem).toBe('422.9')
    const before = { type: 'agree', seen: 1, meetingOn: '2026-05-03' }
    expect((await entry(rosa, id, before)).problem).toBe('422.9')
    expect((await entry(rosa, id, { type: 'agree', seen: 1, meetingOn: TODAY })).status).toBe(201)
    expect((await entry(priya, id, { type: 'start', seen: 2 })).status).toBe(201)
    expect((await entry(rosa, id, { type: 'finish', seen: 3 })).problem).toBe('400.1')
    const sooner = { type: 'finish', seen: 3, meetingOn: '2026-05-03' }
    expect((await entry(rosa, id, sooner)).problem).toBe('422.9')
    const swapped = { said: words('We want to be heard.'), did: words('The garden is locked.') }
    expect((await entry(priya, id, { type: 'word', seen: 3, words: swapped })).problem).toBe('409.11')
    await front.stop()
  })

  it('is refused with a reason in both manners, that names nobody, or not at all', async () => {
    const { front, priya, may } = await room(open())
    const id = idOf(await propose(priya, may))
    const refuse = (more: object) => entry(priya, id, { type: 'refuse', seen: 1, ...more })
    expect((await refuse({})).problem).toBe('400.1')
    expect((await refuse({ reason: words(' ') })).problem).toBe('422.8')
    expect((await refuse({ reason: words('Dr Khan does not want it.') })).problem).toBe('422.8')
    expect((await refuse({ reason: { plain: 'We have no room.' } })).problem).toBe('400.1')
    expect(kinds(await shown(priya, aboutRelease(may)))).toEqual(['propose'])
    expect((await refuse({ reason: words('We have no room.') })).status).toBe(201)
    await front.stop()
  })

  it('that changed since somebody read it takes nothing of what they say, and says so', async () => {
    const { front, priya, rosa, may } = await room(open())
    const id = idOf(await propose(priya, may))
    const other = { ...plan, what: 'Hold a meeting every month' }
    expect((await entry(priya, id, { type: 'change', seen: 1, plan: other })).status).toBe(201)
    expect((await entry(rosa, id, { type: 'agree', seen: 1, meetingOn: TODAY })).problem).toBe('409.10')
    expect((await entry(rosa, id, { type: 'agree', seen: 9, meetingOn: TODAY })).problem).toBe('409.10')
    expect(kinds(await shown(rosa, aboutRelease(may)))).toEqual(['propose change'])
    await front.stop()
  })

  it('takes one of two that are written at once, and tells the other', async () => {
    const { front, priya, rosa, may } = await room(open())
    for (let round = 0; round < 5; round++) {
      const id = idOf(await propose(priya, may))
      const both = await Promise.all([
        entry(rosa, id, { type: 'agree', seen: 1, meetingOn: TODAY }),
        entry(priya, id, { type: 'change', seen: 1, plan: { ...plan, what: 'Something else' } }),
      ])
      expect(both.map(({ status, problem }) => problem ?? String(status)).toSorted()).toEqual([
        '201',
        '409.10',
      ])
    }
    await front.stop()
  })

  it('that is sent again after a reply that was lost is the same action', async () => {
    const { front, priya, may } = await room(open())
    const body = proposal()
    expect((await propose(priya, may, body)).status).toBe(201)
    expect((await propose(priya, may, body)).problem).toBe('409.13')
    expect((await shown(priya, aboutRelease(may))).actions).toHaveLength(1)
    await front.stop()
  })

  it('quotes the booklet, has words that can be shown and a day that is still to come', async () => {
    const { front, priya, may } = await room(open())
    const refused = async (more: object) => (await propose(priya, may, proposal(more))).problem
    expect(await refused({ source: { kind: 'tip', id: 'eval-03' } })).toBe('422.8')
    expect(await refused({ source: { kind: 'tip', id: 'tip-1', words: 'Work harder' } })).toBe('400.1')
    expect(await refused({ plan: { ...plan, who: 'Nurse Adams' } })).toBe('422.8')
    expect(await refused({ plan: { ...plan, by: '2026-05-03' } })).toBe('422.9')
    expect(await refused({ plan: { ...plan, by: '2026-02-30' } })).toBe('422.9')
    expect((await shown(priya, aboutRelease(may))).actions).toHaveLength(0)
    await front.stop()
  })
})
