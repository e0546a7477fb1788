// Wards are counted together, or apart, from the next form on. The box is what people were told: its wards never change.
//
//   ward ──▶ box of {A, B}                    tablet ──▶ the box that it was last told of
//     │ A, B and C are put together             │ checks in with a form that waits ─▶ as before, named as before
//     ▼                                         ▼ checks in with none
//   another box, of {A, B, C}                 the ward's box of now, and its names
//
// The box of before is counted on its own days. Wards that are put together as they were before have that box again.

import type { House } from './house.ts'
import { type BoxEntry, writeBox } from './ledger/entries.ts'
import { audit } from './queries/audit.ts'
import { boxesOf } from './queries/boxes.ts'
import { lockService } from './queries/estate.ts'
import { keepTold } from './queries/tablets.ts'
import { boxIsOf, type Together, togetherIn } from './queries/together.ts'
import { newBox, setBox, type Ward, wardsOf } from './queries/wards.ts'

type Groups = readonly (readonly string[])[]

/**
 * Gives each group of a service's wards its box, in the transaction of `house`. Refuses groups that are not of all its wards,
 * each of them once: somebody has added one meanwhile; and those of whoever saw others than there are now: two leaders who
 * settle it at once would each believe that theirs holds.
 */
export async function group(
  house: House,
  organisation: string,
  service: string,
  { groups, seen }: { readonly groups: Groups; readonly seen: Groups },
): Promise<'409.31' | '409.34' | undefined> {
  await lockService(house.db, organisation, service)
  const wards = (await wardsOf(house.db, organisation)).filter(ward => ward.service === service)
  if (named(groups.flat()) !== named(wards.map(({ id }) => id))) return '409.31'
  const now = [...Map.groupBy(wards, ({ box }) => box).values()].map(some => some.map(({ id }) => id))
  if (said(seen) !== said(now)) return '409.34'
  const before = await togetherIn(house.db, organisation)
  const own = (await boxesOf(house.db, organisation)).filter(box => box.service === service)
  const made: BoxEntry[] = []
  for (const members of groups) {
    const known = boxFor(before, own, members)
    const box = known ?? (await newBox(house, organisation, service))
    if (known === undefined) {
      await boxIsOf(house.db, organisation, box, members)
      made.push({ kind: 'box', organisation, box, service, wards: members })
    }
    const moved = wards.filter(ward => members.includes(ward.id) && ward.box !== box)
    for (const ward of moved) await keepTold(house.db, organisation, ward)
    await setBox(
      house.db,
      organisation,
      moved.map(({ id }) => id),
      box,
    )
  }
  await audit(house, organisation, 'wards together', groups.map(members => names(wards, members)).join('; '))
  // The ledger comes last, when only the commit can still fail: a box too many there is one that nothing lies in.
  for (const entry of made) writeBox(house.config.ledgerDir, entry)
  return undefined
}

const names = (wards: readonly Ward[], members: readonly string[]): string =>
  wards
    .filter(({ id }) => members.includes(id))
    .map(({ name }) => name)
    .join(' + ')

const named = (ids: readonly string[]): string => ids.toSorted().join(' ')

const said = (groups: Groups): string => groups.map(named).toSorted().join(', ')

/** The box of just these wards, if they ever had one. */
const boxFor = (
  { wards }: Together,
  own: readonly { readonly id: string }[],
  members: readonly string[],
): string | undefined => own.find(({ id }) => named(wards.get(id) ?? []) === named(members))?.id
