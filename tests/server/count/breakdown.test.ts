// What a count tells apart: sealed inside each form, added up in memory, and kept only where it is published.

import * as v from 'valibot'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { plainManner } from '../../../src/form/form.ts'
import { releaseReply } from '../../../src/office/replies.ts'
import description from '../../../src/protocol/openapi.json' with { type: 'json' }
import type { Release } from '../../../src/results/release.ts'
import { rollUp } from '../../../src/results/rollup.ts'
import { runDueCounts } from '../../../src/server/count/due.ts'
import { reconcile } from '../../../src/server/ledger.ts'
import { releaseOf, releasesOf } from '../../../src/server/queries/releases.ts'
import { wrongs } from '../schema.ts'
import { copy } from './backup.ts'
import { form, houseAt, many, on, onBothEngines, type Room } from './room.ts'

const DUE = '2026-03-01'

onBothEngines('a count of people who were helped', open => {
  let room: Room
  beforeEach(async () => {
    room = await open()
  })
  afterEach(() => room.close())

  const helped = form('all-the-time', { helper: 'family', wording: { id: 'cy/standard', version: '0.1' } })
  const easy = form('not-at-all', { manner: { ...plainManner, words: 'easy', aloud: true } })
  const body = async (house = room.house) =>
    (await house.db.selectFrom('releases').select('body').executeTakeFirstOrThrow()).body
  const published = async (): Promise<Release> => JSON.parse(await body())

  it('tells their answers apart where twenty of each gave them', async () => {
    await room.lay('2026-02-10', [...many(21, form('sometimes')), ...many(20, helped)])
    await runDueCounts(on(room.house, DUE))
    const { breakdowns = [] } = await published()
    expect(breakdowns.map(({ by, parts }) => [by, ...parts.map(part => [part.is, part.base])])).toEqual([
      ['supporter', ['nobody or not known', 21], ['somebody', 20]],
    ])
    expect(breakdowns[0]?.parts[1]?.items[0]?.cells['all-the-time']).toEqual({ kind: 'shown', forms: 20 })
  })

  it('counts one form on paper among those of which it is not known, and tells the others apart all the same', async () => {
    await room.lay('2026-02-10', [...many(21, form('sometimes')), ...many(20, helped)])
    // Even if it says who helped: whoever typed it could not know.
    await room.lay('2026-02-10', [form('not-at-all', { helper: 'family' })], { paper: true })
    await runDueCounts(on(room.house, DUE))
    const { base, breakdowns = [] } = await published()
    expect(base).toBe(42)
    expect(breakdowns.map(({ by, parts }) => [by, ...parts.map(part => [part.is, part.base])])).toEqual([
      ['supporter', ['nobody or not known', 22], ['somebody', 20]],
    ])
    expect(breakdowns[0]?.parts[0]?.items[0]?.cells['not-at-all']).toEqual({ kind: 'shown', forms: 1 })
  })

  it('keeps no trace of nineteen, nor of how a small ward filled its forms in', async () => {
    await room.lay('2026-02-10', [...many(30, form('sometimes')), ...many(19, easy)])
    await runDueCounts(on(room.house, DUE))
    expect((await published()).base).toBe(49)
    const tables = ['releases', 'audit', 'counts', 'spent', 'boxes'] as const
    for (const table of tables) {
      const kept = JSON.stringify(await room.house.db.selectFrom(table).selectAll().execute())
      for (const word of ['breakdowns', 'nobody', 'easy', 'aloud']) expect(kept, table).not.toContain(word)
    }
  })

  it('brings them back from the ledger as they were, and a page that knows nothing of them reads the rest', async () => {
    await room.lay('2026-02-10', [...many(22, form('sometimes')), ...many(20, easy)])
    await reconcile(room.house)
    await room.house.db.destroy()
    const backup = await copy(room.address)
    const first = await houseAt(room.address, DUE)
    const [done] = await runDueCounts(first)
    const before = await body(first)
    expect(before).toContain('breakdowns')
    const found = await releaseOf(first.db, room.organisation, done?.release ?? '')
    expect(wrongs(found?.release, description.components.schemas.Release)).toEqual([])
    expect(v.parse(releaseReply, found).release.base).toBe(42)
    await first.db.destroy()
    const restored = await backup.restore(DUE)
    await reconcile(restored)
    expect(await body(restored)).toBe(before)
    await restored.db.destroy()
  })

  it('is in a roll-up of what everybody may see, and not while an advocate has not looked', async () => {
    await room.lay('2026-02-10', many(12, form('sometimes')))
    await room.lay('2026-03-10', many(40, form('sometimes')))
    await runDueCounts(on(room.house, '2026-04-01'))
    const seen = await releasesOf(room.house.db, room.organisation, room.box)
    const bodies = await Promise.all(
      seen.map(async ({ id }) => (await releaseOf(room.house.db, room.organisation, id))?.release),
    )
    const [rolled] = rollUp(bodies.flatMap(one => one ?? []))
    expect(rolled).toMatchObject({ base: 12, releases: 1 })
    expect(rolled?.items[0]?.cells.sometimes).toEqual({ kind: 'between', least: 11, most: 12 })
  })
})
