// The releases that people on a ward told us, whichever of its boxes they came out of.

import * as v from 'valibot'
import { isDay, newestFirst } from '../clock.ts'
import type { Database } from '../database/database.ts'
import { fromJson, stored } from '../stored.ts'

/** A release that everybody may see, and the box that it came out of. */
interface ToldRelease {
  readonly id: string
  readonly due: string
  readonly box: string
}

/** The releases of a ward that everybody may see, newest first: of every box that it has or had part in. */
export async function toldBy(db: Database, organisation: string, ward: string): Promise<ToldRelease[]> {
  const boxes = db
    .selectFrom('box_wards')
    .select('box')
    .where('organisation', '=', organisation)
    .where('ward', '=', ward)
  const rows = await db
    .selectFrom('releases')
    .select(['id', 'due', 'box', 'base'])
    .where('organisation', '=', organisation)
    .where('box', 'in', boxes)
    .where('held', 'is', null)
    .execute()
  // Sorted here: asked for them in the order of their days, SQLite would look through those of all wards.
  return rows
    .filter(({ due, base }) => isDay(due) && base >= 0)
    .map(({ id, due, box }) => ({ id, due, box }))
    .toSorted((a, b) => newestFirst(a, b) || (a.id < b.id ? -1 : 1))
}

const cell = v.variant('kind', [
  v.object({ kind: v.literal('shown'), forms: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  v.object({ kind: v.literal('banded'), band: v.picklist(['none or nearly none', 'all or nearly all']) }),
  v.object({ kind: v.literal('suppressed') }),
])

/** As much of a release as a tablet shows. */
const figures = v.object({
  base: v.pipe(v.number(), v.integer(), v.minValue(0)),
  items: v.array(
    v.object({
      id: v.string(),
      cells: v.objectWithRest(
        { 'not-at-all': cell, sometimes: cell, 'all-the-time': cell },
        v.optional(cell),
      ),
    }),
  ),
  topics: v.array(v.object({ id: v.string(), cell })),
})
export type Figures = v.InferOutput<typeof figures>

/** A release's figures; undefined where it is held, is not there, or can't be read. */
export async function figuresOf(
  db: Database,
  organisation: string,
  id: string,
): Promise<Figures | undefined> {
  const row = await db
    .selectFrom('releases')
    .select('body')
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .where('held', 'is', null)
    .executeTakeFirst()
  return row && stored(figures, fromJson(row.body), undefined)
}
