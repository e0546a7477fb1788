// Where something is done: on a release's page, on the wards' and in the list of all actions, and who sees it there.

import * as v from 'valibot'
import { expect, it } from 'vitest'
import { actionsReply } from '../../src/protocol/actions.ts'
import { doors } from '../../src/protocol/doors.ts'
import { endpoints } from '../../src/protocol/endpoints.ts'
import type { Overview } from '../../src/protocol/office.ts'
import { now } from './accounts/person.ts'
import { aboutRelease, entry, idOf, propose, room, shown, TODAY, words } from './acting.ts'
import { against } from './described.ts'
import { askers, named, places } from './estate.ts'
import { onBothEngines } from './front.ts'

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
