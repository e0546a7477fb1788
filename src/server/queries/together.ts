// Which wards are counted in which box: now, and in those of before.

import type { Database } from '../database/database.ts'

/** A ward with every box that it ever had part in, and each box with its wards; a box's wards never change. */
export interface Together {
  readonly wards: ReadonlyMap<string, readonly string[]>
  readonly boxes: ReadonlyMap<string, readonly string[]>
}

/** The wards of every box of an organisation, and the boxes of every ward. */
export async function togetherIn(db: Database, organisation: string): Promise<Together> {
  const rows = await db
    .selectFrom('box_wards')
    .select(['box', 'ward'])
    .where('organisation', '=', organisation)
    .orderBy('box')
    .orderBy('ward')
    .execute()
  return {
    wards: grouped(rows, ({ box, ward }) => [box, ward]),
    boxes: grouped(rows, ({ box, ward }) => [ward, box]),
  }
}

function grouped<Row>(rows: readonly Row[], of: (row: Row) => readonly [string, string]) {
  const found = new Map<string, string[]>()
  for (const row of rows) {
    const [key, value] = of(row)
    found.set(key, [...(found.get(key) ?? []), value])
  }
  return found
}

/** Every box that a ward has or had part in. */
export async function boxesOfWard(db: Database, organisation: string, ward: string): Promise<string[]> {
  const rows = await db
    .selectFrom('box_wards')
    .select('box')
    .where('organisation', '=', organisation)
    .where('ward', '=', ward)
    .orderBy('box')
    .execute()
  return rows.map(({ box }) => box)
}

/** Says for good which wards a new box is of. */
export async function boxIsOf(
  db: Database,
  organisation: string,
  box: string,
  wards: readonly string[],
): Promise<void> {
  await db
    .insertInto('box_wards')
    .values(wards.map(ward => ({ organisation, box, ward })))
    .onConflict(at => at.columns(['organisation', 'box', 'ward']).doNothing())
    .execute()
}

/** The names of the other wards of a box, as they are called now. */
export function countedIn(
  { wards }: Together,
  names: readonly { readonly id: string; readonly name: string }[],
  box: string,
  but: string,
): string[] {
  const own = new Set(wards.get(box))
  return names.filter(({ id }) => id !== but && own.has(id)).map(({ name }) => name)
}
