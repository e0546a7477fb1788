// Whether every envelope is where its receipt says, once, and whether each box was counted once whoever counted it.

import type { Database } from '../../../src/server/database/database.ts'
import { boxesOf } from '../../../src/server/queries/boxes.ts'
import type { Loaded, Wave } from './wave.ts'

/** How many envelopes lie in boxes, as the database has them and no server. Throws unless they are those of the receipts, each once. */
export async function accounted(
  db: Database,
  loads: readonly Loaded[],
  waves: readonly Wave[],
): Promise<number> {
  const sealed = new Set(loads.flatMap(({ forms }) => forms.map(({ digest }) => digest)))
  const receipts = waves.flatMap(({ sent }) => sent.flatMap(({ digests }) => digests))
  const rows = await db.selectFrom('envelopes').select('digest').execute()
  const lying = new Set(rows.map(({ digest }) => digest))
  if (rows.length !== sealed.size) throw new Error(`${rows.length} rows of ${sealed.size} envelopes`)
  if (lying.symmetricDifference(sealed).size > 0) throw new Error('other envelopes than were sent')
  if (lying.symmetricDifference(new Set(receipts)).size > 0) throw new Error('a receipt that is not true')
  const aside = await db.selectFrom('quarantine').select('digest').execute()
  if (aside.length > 0) throw new Error(`${aside.length} envelopes were put aside`)
  return rows.length
}

/** Whether no box is due any more on a day. */
export const isCounted = async (db: Database, day: string): Promise<boolean> =>
  (await boxesOf(db)).every(({ next_count }) => next_count > day)

/** The releases there are for each box that held envelopes. Throws unless it is one, of all its forms. */
export async function released(db: Database, forms: number): Promise<{ boxes: number; releases: number }> {
  const releases = await db.selectFrom('releases').select(['box', 'base']).execute()
  const boxes = new Set(releases.map(({ box }) => box))
  const base = releases.reduce((sum, one) => sum + one.base, 0)
  const spent = await db.selectFrom('spent').select('id').execute()
  const left = await db.selectFrom('envelopes').select('id').execute()
  if (releases.length !== boxes.size) throw new Error(`${releases.length} releases of ${boxes.size} boxes`)
  if (spent.length !== forms || left.length > 0 || base > forms)
    throw new Error(`${forms} forms: ${spent.length} spent, ${left.length} left, ${base} in releases`)
  return { boxes: boxes.size, releases: releases.length }
}
