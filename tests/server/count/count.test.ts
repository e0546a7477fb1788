// The count: opened only together, on a day fixed beforehand, and exactly.

import { mkdirSync, renameSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { evaluation } from '../../../src/instrument/evaluation.ts'
import { shipped } from '../../../src/instrument/instruments.ts'
import type { Release } from '../../../src/results/release.ts'
import { columns } from '../../../src/results/tabulate.ts'
import { runDueCounts } from '../../../src/server/count/due.ts'
import { take } from '../../../src/server/count/take.ts'
import { boxesOf, boxView, lookAtBoxes } from '../../../src/server/queries/boxes.ts'
import { form, left, many, on, onBothEngines, type Room } from './room.ts'

const DUE = '2026-03-01'

onBothEngines('a count', open => {
  let room: Room
  beforeEach(async () => {
    room = await open()
  })
  afterEach(() => room.close())

  const count = (day = DUE) => runDueCounts(on(room.house, day))
  const published = async (): Promise<Release> =>
    JSON.parse((await room.house.db.selectFrom('releases').select('body').executeTakeFirstOrThrow()).body)

  it('says exactly what twenty people said, so that they are heard as they spoke', async () => {
    const stopped = evaluation.items.map((_, n) => (n < 9 ? ('not-at-all' as const) : null))
    await room.lay('2026-02-10', [
      ...many(9, form('sometimes', { topics: ['eval-14'] })),
      ...many(7, form('all-the-time')),
      ...many(3, form(null, { given: stopped, end: 'stopped' })),
      form('skipped', { given: evaluation.items.map((_, n) => (n === 0 ? 'sometimes' : 'skipped')) }),
    ])
    const [done] = await count()
    expect(done?.release).toMatch(/^[0-9a-f]{32}$/)
    const { items, topics, base, due } = await published()
    expect([base, due]).toEqual([20, DUE])
    const shown = (n: number) =>
      columns.map(column => {
        const cell = items[n]?.cells[column]
        return cell?.kind === 'shown' ? cell.forms : cell
      })
    expect(shown(0)).toEqual([3, 10, 7, 0, 0])
    expect(shown(8)).toEqual([3, 9, 7, 1, 0])
    expect(shown(9)).toEqual([0, 9, 7, 1, 3])
    expect(topics.find(one => one.id === 'eval-14')?.cell).toEqual({ kind: 'shown', forms: 9 })
    expect(await left(room)).toEqual({ envelopes: 0, spent: 20, bases: [20], days: [DUE], reasons: [] })
  })

  it('takes only what has lain for three nights, so that the newest person does not stand out', async () => {
    await room.lay('2026-02-26', many(11, form('sometimes')))
    await room.lay('2026-02-27', many(3, form('all-the-time')))
    await count()
    expect(await left(room)).toMatchObject({ envelopes: 3, spent: 11, bases: [11] })
  })

  it('opens no box before its day', async () => {
    await room.lay('2026-02-03', many(30, form('sometimes')))
    expect(await count('2026-02-28')).toEqual([])
    expect(await left(room)).toMatchObject({ envelopes: 30, bases: [], days: [] })
  })

  it('publishes nothing of nine answers, however many blank forms lie beside them, and keeps them all', async () => {
    await room.lay('2026-02-10', [...many(9, form('sometimes')), ...many(5, form('skipped'))])
    expect(await count()).toMatchObject([{ due: DUE, release: null }])
    expect(await left(room)).toMatchObject({ envelopes: 14, spent: 0, bases: [], days: [DUE] })
    await room.lay('2026-03-10', [form('all-the-time')])
    expect(await count('2026-04-01')).toMatchObject([{ due: '2026-04-01' }])
    expect(await left(room)).toMatchObject({ envelopes: 0, spent: 15, bases: [10] })
  })

  it('holds to eight even where a service has set three', async () => {
    await room.house.db.updateTable('services').set({ threshold: 3 }).execute()
    await room.lay('2026-02-10', many(7, form('sometimes')))
    await count()
    expect(await left(room)).toMatchObject({ bases: [] })
    await room.lay('2026-03-10', [form('sometimes')])
    await count('2026-04-01')
    expect(await left(room)).toMatchObject({ bases: [8] })
  })

  it('makes up for every day that passed while the server was off, one after the other', async () => {
    await room.lay('2026-02-10', many(10, form('sometimes')))
    await room.lay('2026-03-10', many(12, form('all-the-time')))
    const done = await count('2026-05-02')
    expect(done.map(one => one.due)).toEqual([DUE, '2026-04-01', '2026-05-01'])
    expect(await left(room)).toMatchObject({ envelopes: 0, spent: 22 })
    expect((await left(room)).bases.sort()).toEqual([10, 12])
    expect(await count('2026-05-02')).toEqual([])
  })

  it('puts aside what is no form of this ward, with the reason, and counts the others without it', async () => {
    await room.lay('2026-02-10', many(10, form('sometimes')))
    await room.lay('2026-02-10', [form('sometimes')], { ward: 'another' })
    await room.lay('2026-02-10', [form('sometimes', { given: ['sometimes'] })])
    await room.lay('2026-02-10', [form('sometimes')], { id: 'f'.repeat(32) })
    await room.layBytes('2026-02-10', new TextEncoder().encode('no envelope at all'))
    const [bytes] = await room.lay('2026-01-01', [form('sometimes')])
    const broken = new Uint8Array(bytes ?? [])
    broken[broken.length - 1] = (broken.at(-1) ?? 0) ^ 1
    const { id } = JSON.parse(new TextDecoder().decode(broken.subarray(5, broken.indexOf(0x7d) + 1)))
    await room.house.db.deleteFrom('envelopes').where('id', '=', id).execute()
    await room.layBytes('2026-02-10', broken, id)
    await count()
    expect(await left(room)).toMatchObject({
      envelopes: 0,
      bases: [10],
      reasons: [
        'a form of another length',
        'it does not open',
        'it names another form',
        'its ward is not counted in this box',
        'not an envelope',
      ],
    })
  })

  it('adds up what was asked alike, and lets forms of another version wait their turn', async () => {
    const revised = { ...evaluation, version: '2.0' }
    const instrument = { id: revised.id, version: revised.version }
    await room.lay('2026-02-10', [
      ...many(11, form('sometimes')),
      ...many(9, form('all-the-time', { instrument })),
    ])
    const [box] = await boxesOf(room.house.db)
    if (!box) throw new Error('no box')
    const first = await take(room.house, box, DUE, [evaluation, revised])
    expect([first.instrument.version, first.totals.base, first.waiting]).toEqual(['1.0', 11, 9])
    expect(first.totals.items['eval-01']).toMatchObject({ sometimes: 11, 'all-the-time': 0 })
    expect(first.strange).toEqual([])
    const few = await take(room.house, { ...box, threshold: 12 }, DUE, [evaluation, revised])
    expect([few.instrument.version, few.totals.base]).toEqual(['2.0', 9])
  })

  it('opens every version that has shipped', () => {
    expect(shipped).toContain(evaluation)
    expect(new Set(shipped.map(({ id, version }) => `${id} ${version}`)).size).toBe(shipped.length)
  })

  it('waits for a private key that is not here, and puts nothing aside for it', async () => {
    await room.lay('2026-02-10', many(10, form('sometimes')))
    const keys = room.house.config.keysDir
    renameSync(keys, `${keys}-elsewhere`)
    mkdirSync(keys)
    expect(await count()).toEqual([])
    expect(await left(room)).toMatchObject({ envelopes: 10, days: [], reasons: [] })
    renameSync(`${keys}-elsewhere`, keys)
    await count('2026-03-09')
    expect(await left(room)).toMatchObject({ envelopes: 0, bases: [10], days: [DUE] })
  })

  it('never counts again what was counted and is offered once more', async () => {
    const [bytes = new Uint8Array()] = await room.lay('2026-02-10', many(10, form('sometimes')))
    await count()
    const again = new Uint8Array(bytes)
    const { id } = JSON.parse(new TextDecoder().decode(again.subarray(5, again.indexOf(0x7d) + 1)))
    await room.layBytes('2026-03-02', again, id)
    await room.lay('2026-03-02', many(9, form('sometimes')))
    await count('2026-04-01')
    expect(await left(room)).toMatchObject({ envelopes: 9, spent: 10, bases: [10] })
  })

  it('writes no id of a form into the audit trail', async () => {
    await room.lay('2026-02-10', many(12, form('sometimes')))
    await count()
    const spent = await room.house.db.selectFrom('spent').select('id').execute()
    const audit = JSON.stringify(await room.house.db.selectFrom('audit').selectAll().execute())
    for (const { id } of spent) expect(audit).not.toContain(id)
  })

  it('lets an office see enough or not yet enough, and nothing that changes within a day', async () => {
    const seen = async (day: string) => {
      await lookAtBoxes(on(room.house, day))
      return boxView(room.house.db, room.organisation, room.box)
    }
    await room.lay('2026-02-03', many(9, form('sometimes')))
    expect(await seen('2026-02-03')).toEqual({
      standing: 'not yet enough',
      asOf: '2026-02-03',
      nextCount: DUE,
      threshold: 10,
      move: null,
    })
    await room.lay('2026-02-03', many(9, form('sometimes')))
    expect(await seen('2026-02-03')).toMatchObject({ standing: 'not yet enough' })
    expect(await seen('2026-02-04')).toMatchObject({ standing: 'enough', asOf: '2026-02-04' })
  })

  it('says enough until the day of the count, so that nobody reads the forms of others from one taken back', async () => {
    const seen = async (day: string) => {
      await lookAtBoxes(on(room.house, day))
      return (await boxView(room.house.db, room.organisation, room.box)).standing
    }
    await room.lay('2026-02-03', many(10, form('sometimes')))
    expect(await seen('2026-02-04')).toBe('enough')
    const one = await room.house.db.selectFrom('envelopes').select('id').executeTakeFirstOrThrow()
    await room.house.db.deleteFrom('envelopes').where('id', '=', one.id).execute()
    expect(await seen('2026-02-05')).toBe('enough')
    await count()
    expect(await seen('2026-03-02')).toBe('not yet enough')
  })
})
