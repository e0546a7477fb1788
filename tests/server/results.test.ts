// What releases say together and over time, through the front door: of frozen releases that everybody may see, and no others.

import { expect, it } from 'vitest'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { doors } from '../../src/protocol/doors.ts'
import type { ResultsReply } from '../../src/protocol/results.ts'
import { type Release, release } from '../../src/results/release.ts'
import { rollUp } from '../../src/results/rollup.ts'
import { tabulate } from '../../src/results/tabulate.ts'
import type { Database } from '../../src/server/database/database.ts'
import { against } from './described.ts'
import { at, boxOf, type Front, formId, type Leader, onBothEngines, signIn, signInAdvocate } from './front.ts'

const given = ['not-at-all', 'sometimes', 'all-the-time'] as const

/** What so many forms of a day say. */
function said(due: string, base: number): Release {
  const forms = Array.from({ length: base }, (_, n) => ({
    given: evaluation.items.map((_, item) => given[(n + item) % 3] ?? null),
    topics: [],
  }))
  const made = release(evaluation, tabulate(evaluation, forms), due, 8)
  if (!made) throw new Error('too few forms')
  return made
}

/** Puts a release of a ward there, as a count leaves it; its id. */
async function frozen(db: Database, ward: string, body: Release, held = false): Promise<string> {
  const id = formId()
  const { organisation, box } = await boxOf(db, ward)
  const why = held ? ({ held: 'burst', held_on: body.due } as const) : { held: null, held_on: null }
  const { due, base } = body
  await db
    .insertInto('releases')
    .values({ organisation, id, box, due, base, body: JSON.stringify(body), ...why })
    .execute()
  await db.insertInto('counts').values({ organisation, box, due, release: id }).execute()
  return id
}

/** Puts a day there on which there were not enough. */
async function tooFew(db: Database, ward: string, due: string): Promise<void> {
  const at = await boxOf(db, ward)
  await db
    .insertInto('counts')
    .values({ ...at, due, release: null })
    .execute()
}

/** What somebody reads there; a reply that is not as it is described is none. */
async function read(who: Leader, path: string, id = ''): Promise<ResultsReply> {
  const answer = await who.ask(at(path, id))
  expect(against('get', path.replace(/:(\w+)/, '{$1}'), answer)).toEqual([])
  return answer.body as ResultsReply
}

/** Two services with three wards, and Priya, who leads them. */
async function trust(front: Front) {
  const priya = await signIn(front)
  const willow = await priya.addWard('Adult wards', 'Willow')
  const ash = await priya.addWard('Adult wards', 'Ash')
  const elm = await priya.addWard('Older people', 'Elm')
  const [adult = '', older = ''] = (await priya.overview()).services.map(one => one.id)
  return { priya, willow, ash, elm, adult, older }
}

onBothEngines('results', open => {
  it('tell a ward’s releases over time, with each day that has none and why', async () => {
    const front = await open()
    const { priya, willow } = await trust(front)
    const id = await front.look(async db => {
      await tooFew(db, willow, '2026-02-01')
      await frozen(db, willow, said('2026-03-01', 30), true)
      return frozen(db, willow, said('2026-01-01', 24))
    })
    const found = await read(priya, doors.wardResults, willow)
    expect([found.of, found.name, found.together]).toEqual(['ward', 'Willow', []])
    expect(found.releases).toEqual([{ id, day: '2026-01-01' }])
    expect(found.histories[0]?.days).toEqual([
      { day: '2026-01-01', is: 'released', releases: 1, base: 24 },
      { day: '2026-02-01', is: 'not enough' },
      { day: '2026-03-01', is: 'held' },
    ])
    await front.stop()
  })

  it('add up by the one engine, and a release that is held is in none of it until it is let go', async () => {
    const front = await open()
    const { priya, willow, ash, elm, adult } = await trust(front)
    const rosa = await signInAdvocate(front)
    const [first, second, third] = [said('2026-01-01', 24), said('2026-01-01', 12), said('2026-02-01', 31)]
    const held = await front.look(async db => {
      await frozen(db, willow, first)
      await frozen(db, ash, second)
      await frozen(db, elm, said('2026-01-01', 40))
      return frozen(db, willow, third, true)
    })
    const sums = async () => (await read(priya, doors.serviceResults, adult)).histories[0]?.sums
    expect(await sums()).toEqual([{ year: null, sum: rollUp([first, second])[0] }])
    await rosa.ask(at('/api/office/releases/:release/let-go', held), { method: 'POST' })
    expect(await sums()).toEqual([{ year: null, sum: rollUp([first, second, third])[0] }])
    const whole = await read(priya, doors.results)
    expect(whole.histories[0]?.sums[0]?.sum.base).toBe(24 + 12 + 40 + 31)
    await front.stop()
  })

  it('list services and wards by their names and by no figure, so that nobody is ranked', async () => {
    const front = await open()
    const { priya, willow, ash } = await trust(front)
    await front.look(async db => {
      for (const due of ['2026-01-01', '2026-02-01']) await frozen(db, willow, said(due, 60))
      await frozen(db, ash, said('2026-01-01', 12))
    })
    const { services } = await read(priya, doors.results)
    expect(services.map(({ name, wards }) => [name, wards.map(ward => [ward.name, ward.releases])])).toEqual([
      [
        'Adult wards',
        [
          ['Ash', 1],
          ['Willow', 2],
        ],
      ],
      ['Older people', [['Elm', 0]]],
    ])
    await front.stop()
  })

  it('have no body of a release and no figure that one of them hides: a small ward’s stay hidden in every sum', async () => {
    const front = await open()
    const { priya, willow } = await trust(front)
    const small = said('2026-01-01', 12)
    await front.look(db => frozen(db, willow, small))
    for (const [path, id] of [
      [doors.wardResults, willow],
      [doors.results, ''],
    ] as const) {
      const { histories } = await read(priya, path, id)
      const told = histories[0]?.series ?? []
      for (const [n, { cells }] of small.items.entries())
        for (const answer of given) {
          const cell = cells[answer]
          const shown = cell.kind === 'shown'
          expect(told[n]?.told[answer]).toEqual([shown ? cell.forms : cell.kind])
          expect(histories[0]?.sums[0]?.sum.items[n]?.cells[answer].kind).toBe(shown ? 'shown' : 'between')
        }
    }
    await front.stop()
  })

  it('are empty, and no error, before the first release; another’s are not there at all', async () => {
    const front = await open()
    const { priya, elm, older } = await trust(front)
    expect((await read(priya, doors.wardResults, elm)).histories).toEqual([])
    expect((await read(priya, doors.serviceResults, older)).histories).toEqual([])
    expect((await priya.ask(at(doors.wardResults, 'nobody’s'))).problem).toBe('404.1')
    expect((await priya.ask(at(doors.serviceResults, 'nobody’s'))).problem).toBe('404.1')
    await front.stop()
  })
})
