// What is done about a release, through the front door: who says what, on whose word, and what two at once come to.

import * as v from 'valibot'
import { expect, it } from 'vitest'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { type ActionsReply, actionsReply } from '../../src/protocol/actions.ts'
import { doors } from '../../src/protocol/doors.ts'
import { endpoints } from '../../src/protocol/endpoints.ts'
import type { Overview } from '../../src/protocol/office.ts'
import { release } from '../../src/results/release.ts'
import { tabulate } from '../../src/results/tabulate.ts'
import { actionsOf } from '../../src/server/queries/actions.ts'
import { now } from './accounts/person.ts'
import { against } from './described.ts'
import { askers, named, places } from './estate.ts'
import {
  type Answer,
  type Front,
  formId,
  type Leader,
  onBothEngines,
  signIn,
  signInAdvocate,
} from './front.ts'

const TODAY = '2026-05-04'
const words = (plain: string) => ({ plain, easy: plain })
const plan = { what: 'Hold a meeting every week', who: 'the ward manager', by: '2026-07-01' }
const proposal = (more: object = {}) => ({
  id: formId(),
  source: { kind: 'statement', id: 'eval-03' },
  plan,
  words: { said: words('Staff do not always hear us.'), did: words('We meet every week.') },
  ...more,
})

interface Room {
  readonly front: Front
  readonly priya: Leader
  readonly rosa: Leader
  /** Willow's, of 1 May. */
  readonly may: string
  /** Another of its releases. */
  published(due: string, held?: boolean): Promise<string>
}

async function room(opened: Promise<Front>): Promise<Room> {
  const front = await opened
  const priya = await signIn(front)
  const rosa = await signInAdvocate(front)
  const ward = await priya.addWard('Adult wards', 'Willow')
  const published = async (due: string, held = false) => {
    const id = formId()
    const none = { given: evaluation.items.map(() => 'sometimes' as const), topics: [] }
    const body = JSON.stringify(release(evaluation, tabulate(evaluation, Array(12).fill(none)), due, 10))
    const why = held ? ({ held: 'burst', held_on: due } as const) : { held: null, held_on: null }
    await front.look(async db => {
      const { organisation, box } = await db
        .selectFrom('wards')
        .select(['organisation', 'box'])
        .where('id', '=', ward)
        .executeTakeFirstOrThrow()
      await db
        .insertInto('releases')
        .values({ organisation, id, box, due, base: 12, body, ...why })
        .execute()
    })
    return id
  }
  return { front, priya, rosa, may: await published('2026-05-01'), published }
}

const aboutRelease = (id: string) => doors.releaseActions.replace(':release', id)
const propose = (who: Leader, of: string, body: object = proposal()) => who.ask(aboutRelease(of), { body })
const entry = (who: Leader, action: string, body: object) =>
  who.ask(doors.entries.replace(':action', action), { body })
const idOf = ({ body }: Answer) => (body as { action: string }).action
const shown = async (who: Leader, path: string): Promise<ActionsReply> =>
  v.parse(actionsReply, (await who.ask(path)).body)
const kinds = ({ actions }: ActionsReply) => actions.map(([...all]) => all.map(({ type }) => type).join(' '))

onBothEngines('an action', open => {
  it('goes from a statement to done by two meetings that an advocate recorded, and is kept entry by entry', async () => {
    const { front, priya, rosa, may } = await room(open())
    const proposed = await propose(priya, may)
    const id = idOf(proposed)
    const said = { type: 'agree', seen: 1, meetingOn: TODAY }
    const answers = [
      await entry(rosa, id, said),
      await entry(priya, id, { type: 'start', seen: 2 }),
      await entry(priya, id, {
        type: 'word',
        seen: 3,
        words: { said: words('We want to be heard.'), did: words('We meet on Mondays.') },
      }),
      await entry(rosa, id, { type: 'finish', seen: 4, meetingOn: TODAY }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(against('post', '/api/office/releases/{release}/actions', proposed)).toEqual([])
    for (const answer of answers)
      expect(against('post', '/api/office/actions/{action}/entries', answer)).toEqual([])

    const one = await priya.ask(doors.action.replace(':action', id))
    expect(against('get', '/api/office/actions/{action}', one)).toEqual([])
    const reply = v.parse(actionsReply, one.body)
    expect(kinds(reply)).toEqual(['propose agree start word finish'])
    expect(reply).toMatchObject({ today: TODAY, releases: [{ due: '2026-05-01', wards: ['Willow'] }] })
    expect(reply.actions[0]?.map(({ on, role }) => `${on} ${role}`)).toEqual([
      `${TODAY} leader`,
      `${TODAY} advocate`,
      `${TODAY} leader`,
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

  it('is not done without a meeting, nor before one that is still to come, nor before it was agreed', async () => {
    const { front, priya, rosa, may } = await room(open())
    const id = idOf(await propose(priya, may))
    expect((await entry(rosa, id, { type: 'finish', seen: 1, meetingOn: TODAY })).problem).toBe('409.11')
    expect((await entry(rosa, id, { type: 'agree', seen: 1 })).problem).toBe('400.1')
    const tomorrow = { type: 'agree', seen: 1, meetingOn: '2026-05-05' }
    expect((await entry(rosa, id, tomorrow)).problem).toBe('422.9')
    expect((await entry(rosa, id, { type: 'agree', seen: 1, meetingOn: '2026-05-02' })).status).toBe(201)
    expect((await entry(priya, id, { type: 'start', seen: 2 })).status).toBe(201)
    expect((await entry(rosa, id, { type: 'finish', seen: 3 })).problem).toBe('400.1')
    const sooner = { type: 'finish', seen: 3, meetingOn: '2026-05-01' }
    expect((await entry(rosa, id, sooner)).problem).toBe('422.9')
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

onBothEngines('a release', open => {
  it('that waits for an advocate takes no action, and shows its page to nobody else', async () => {
    const { front, priya, rosa, published } = await room(open())
    const held = await published('2026-04-01', true)
    expect((await propose(priya, held)).problem).toBe('409.12')
    expect((await propose(rosa, held)).problem).toBe('409.12')
    expect((await priya.ask(aboutRelease(held))).problem).toBe('403.3')
    expect((await rosa.ask(aboutRelease(held))).status).toBe(200)
    await front.stop()
  })

  it('comes with what is still open of those before it, and with nothing of those after it', async () => {
    const { front, priya, may, published } = await room(open())
    const [march, june] = [await published('2026-03-01'), await published('2026-06-01')]
    const old = idOf(await propose(priya, march))
    const closed = idOf(await propose(priya, march))
    await entry(priya, closed, { type: 'refuse', seen: 1, reason: words('We have no room.') })
    const own = idOf(await propose(priya, may))
    await propose(priya, june)
    const answer = await priya.ask(aboutRelease(may))
    expect(against('get', '/api/office/releases/{release}/actions', answer)).toEqual([])
    const reply = v.parse(actionsReply, answer.body)
    expect(reply.actions.map(([first]) => first.id)).toEqual([own, old])
    expect(reply.releases.map(({ due }) => due)).toEqual(['2026-05-01', '2026-03-01'])
    await front.stop()
  })

  it('waits on the wards’ page until people agreed to something, or were refused it with a reason', async () => {
    const { front, priya, rosa, may } = await room(open())
    const waits = async () =>
      ((await priya.ask(endpoints.overview)).body as Overview).services[0]?.wards[0]?.releases[0]?.waits
    expect(await waits()).toBe(true)
    const id = idOf(await propose(priya, may))
    expect(await waits()).toBe(true)
    await entry(rosa, id, { type: 'agree', seen: 1, meetingOn: TODAY })
    expect(await waits()).toBeUndefined()
    await front.stop()
  })
})

onBothEngines('the list of all actions', open => {
  it('has everything that is open at once, and what is closed a page at a time, each once', async () => {
    const { front, priya, may } = await room(open())
    const open1 = idOf(await propose(priya, may))
    for (let n = 0; n < 53; n++) {
      const id = idOf(await propose(priya, may))
      await entry(priya, id, { type: 'refuse', seen: 1, reason: words('We have no room.') })
    }
    const answer = await priya.ask(doors.actions)
    expect(against('get', '/api/office/actions', answer)).toEqual([])
    const first = v.parse(actionsReply, answer.body)
    const next = await shown(priya, `${doors.actions}?before=${encodeURIComponent(first.before ?? '')}`)
    expect([first.actions.length, next.actions.length, next.before]).toEqual([51, 3, null])
    const ids = [...first.actions, ...next.actions].map(([{ id }]) => id)
    expect(new Set(ids).size).toBe(54)
    expect(first.actions[0]?.[0].id).toBe(open1)
    await front.stop()
  })
})

onBothEngines('what somebody sees of all actions', open => {
  it('is of their own services, and names no account: not even the advocate’s whose meeting it was', async () => {
    const front = await open(now())
    await front.look(async db => {
      const { places: at, token } = await places(front, db)
      const everybody = await askers(front, db, at, token)
      const by = (name: string) => everybody.find(one => one.name === name)?.browser
      const here = await named(db, at.this, 'action', '')
      const there = await named(db, at.that, 'action', '')
      const meetingOn = now().slice(0, 10)
      const agreed = await by('an advocate')?.ask(doors.entries.replace(':action', here), {
        body: { type: 'agree', seen: 1, meetingOn },
      })
      expect(agreed?.status).toBe(201)
      const seen = async (name: string) => {
        const body = (await by(name)?.ask(doors.actions))?.body
        const people = await db.selectFrom('people').select(['id', 'name']).execute()
        for (const { id } of people) expect(JSON.stringify(body)).not.toContain(id)
        return v
          .parse(actionsReply, body)
          .actions.map(([{ id }]) => id)
          .toSorted()
      }
      expect(await seen('a leader of this service')).toEqual([here])
      expect(await seen('a reader')).toEqual([here])
      expect(await seen('a leader of another')).toEqual([there])
      expect(await seen('an administrator')).toEqual([here, there].toSorted())
      expect(await seen("another's administrator")).toEqual([])
      const [kept] = await db
        .selectFrom('action_entries')
        .select(['who', 'body'])
        .where('action', '=', here)
        .where('n', '=', 2)
        .execute()
      expect(kept?.who).toBe('an advocate (advocate)')
    })
    await front.stop()
  })
})
