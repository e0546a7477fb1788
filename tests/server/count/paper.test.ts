// Paper is heard with the others, but hides nobody; and what a newer version sealed waits until somebody can read it.

import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeHeader } from '../../../src/envelope/header.ts'
import type { Release } from '../../../src/results/release.ts'
import { runDueCounts } from '../../../src/server/count/due.ts'
import { boxView, lookAtBoxes } from '../../../src/server/queries/boxes.ts'
import { setAbout } from '../../../src/server/queries/wards.ts'
import { form, left, many, on, onBothEngines, type Room } from './room.ts'

const DUE = '2026-03-01'

onBothEngines('a count', open => {
  let room: Room
  beforeEach(async () => {
    room = await open()
  })
  afterEach(() => room.close())

  const paper = { paper: true }
  const published = async (): Promise<Release> =>
    JSON.parse((await room.house.db.selectFrom('releases').select('body').executeTakeFirstOrThrow()).body)

  it('opens no box for nine forms and thirty on paper, because whoever typed those knows them', async () => {
    await room.lay('2026-02-10', many(9, form('sometimes')))
    await room.lay('2026-02-10', many(30, form('all-the-time')), paper)
    await runDueCounts(on(room.house, DUE))
    expect(await left(room)).toMatchObject({ envelopes: 39, spent: 0, bases: [] })
  })

  it('adds what came on paper to the figures once there are ten others', async () => {
    await room.lay('2026-02-10', many(10, form('sometimes')))
    await room.lay('2026-02-10', many(12, form('all-the-time')), paper)
    await runDueCounts(on(room.house, DUE))
    expect(await left(room)).toMatchObject({ envelopes: 0, spent: 22, bases: [22] })
    const { base, items } = await published()
    expect(base).toBe(22)
    expect(items[0]?.cells['all-the-time']).toEqual({ kind: 'shown', forms: 12 })
  })

  it('shows an office "not yet enough" of nine forms and any number on paper', async () => {
    const standing = async (day: string) => {
      await lookAtBoxes(on(room.house, day))
      return (await boxView(room.house.db, room.organisation, room.box)).standing
    }
    await room.lay('2026-02-03', many(9, form('sometimes')))
    await room.lay('2026-02-03', many(9, form('sometimes')), paper)
    expect(await standing('2026-02-04')).toBe('not yet enough')
    await room.lay('2026-02-03', [form('sometimes')])
    expect(await standing('2026-02-05')).toBe('enough')
  })

  it('takes a pile that an advocate typed in one afternoon for no sign of stuffing', async () => {
    await setAbout(room.house.db, room.organisation, room.ward, { idle: 10, beds: 12, returnTo: '' })
    await room.lay('2026-02-10', many(10, form('sometimes')))
    await room.lay('2026-02-10', many(30, form('sometimes')), paper)
    await runDueCounts(on(room.house, DUE))
    expect(await room.house.db.selectFrom('releases').select('held').execute()).toEqual([{ held: null }])
  })

  it('leaves what a newer version sealed in its box, and puts nothing of it aside', async () => {
    await room.lay('2026-02-10', many(10, form('sometimes')))
    const [bytes = new Uint8Array()] = await room.lay('2026-01-01', [form('sometimes')])
    const newer = new Uint8Array(bytes)
    newer[2] = 99
    const id = new TextDecoder().decode(newer).match(/"id":"([0-9a-f]{32})"/)?.[1] ?? ''
    await room.house.db.deleteFrom('envelopes').where('id', '=', id).execute()
    await room.layBytes('2026-02-10', newer, id)
    await runDueCounts(on(room.house, DUE))
    expect(await left(room)).toMatchObject({ envelopes: 1, spent: 10, bases: [10], reasons: [] })
    // It is read as soon as somebody can.
    newer[2] = 1
    await room.house.db.deleteFrom('envelopes').execute()
    await room.layBytes('2026-03-10', newer, id)
    await room.lay('2026-03-10', many(9, form('sometimes')))
    await runDueCounts(on(room.house, '2026-04-01'))
    expect(await left(room)).toMatchObject({ envelopes: 0, spent: 20, reasons: [] })
  })

  it('puts aside what calls itself paper and is none: the mark is bound to the seal', async () => {
    await room.lay('2026-02-10', many(10, form('sometimes')))
    const [bytes = new Uint8Array()] = await room.lay('2026-01-01', [form('sometimes')])
    const id = new TextDecoder().decode(bytes).match(/"id":"([0-9a-f]{32})"/)?.[1] ?? ''
    const { id: key } = await room.house.db.selectFrom('keys').select('id').executeTakeFirstOrThrow()
    const clear = writeHeader({ id, ward: room.ward, key }).length
    const forged = new Uint8Array([
      ...writeHeader({ id, ward: room.ward, key, paper: true }),
      ...bytes.slice(clear),
    ])
    await room.house.db.deleteFrom('envelopes').where('id', '=', id).execute()
    await room.layBytes('2026-02-10', forged, id)
    await runDueCounts(on(room.house, DUE))
    expect(await left(room)).toMatchObject({ bases: [10], reasons: ['it does not open'] })
  })
})
