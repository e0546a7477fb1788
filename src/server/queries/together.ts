// Which wards are counted in which box: now, and in those of before.

import type { Database } from '../database/database.ts'
import type { House } from '../house.ts'

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
  return togetherFrom(rows)
}

/** The same of rows that were read already, each once, in their order. */
export const togetherFrom = (rows: readonly { readonly box: string; readonly ward: string }[]): Together => ({
  wards: grouped(rows, ({ box, ward }) => [box, ward]),
  boxes: grouped(rows, ({ box, ward }) => [ward, box]),
})

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

/**
 * Says of which ward a box is where nobody has said it: a server of before boxes had wards may run beside this one while it
 * is replaced, and a count takes forms of the box's wards alone.
 */
export async function fillBoxes({ db }: House): Promise<void> {
  await db
    .insertInto('box_wards')
    .columns(['organisation', 'box', 'ward'])
    .expression(
      db
        .selectFrom('wards')
        .select(['wards.organisation', 'wards.box', 'wards.id'])
        .where(at =>
          at.not(
            at.exists(
              at
                .selectFrom('box_wards')
                .select('box_wards.ward')
                .whereRef('box_wards.organisation', '=', 'wards.organisation')
                .whereRef('box_wards.box', '=', 'wards.box')
                .whereRef('box_wards.ward', '=', 'wards.id'),
            ),
          ),
        ),
    )
    .onConflict(at => at.columns(['organisation', 'box', 'ward']).doNothing())
    .execute()
}
