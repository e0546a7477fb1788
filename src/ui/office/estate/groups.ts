// Wards in groups, as they are chosen and as they are said. Pure.

import type { WardView } from '../../../protocol/office.ts'

/** Which group each ward is in, by its id; 0 for one that is counted by itself. */
export type Chosen = Readonly<Record<string, number>>

type Ward = Pick<WardView, 'id' | 'name' | 'group'>

/** As the wards are counted now: groups are numbered in the order in which their first wards stand. */
export function chosenNow(wards: readonly Ward[]): Chosen {
  const shared = [...Map.groupBy(wards, ward => ward.group).values()].filter(group => group.length > 1)
  const of = (ward: Ward): number => shared.findIndex(group => group.includes(ward)) + 1
  return Object.fromEntries(wards.map(ward => [ward.id, of(ward)]))
}

/** The wards of each group, and each of the others by itself, in the order of the wards. */
export function grouped<One extends Ward>(
  wards: readonly One[],
  chosen: Chosen,
): readonly (readonly One[])[] {
  const of = (ward: One): string => String(chosen[ward.id] || ward.id)
  return [...Map.groupBy(wards, of).values()]
}

/** Groups that can be chosen from: one more would have one ward at most. */
export const groupsOf = (wards: readonly Ward[]): readonly number[] =>
  Array.from({ length: Math.floor(wards.length / 2) }, (_, n) => n + 1)

/** Whether two choices count the same wards together. */
export function isSame(wards: readonly Ward[], one: Chosen, other: Chosen): boolean {
  const said = (chosen: Chosen) =>
    grouped(wards, chosen)
      .map(group => group.map(({ id }) => id).join(' '))
      .toSorted()
      .join(', ')
  return said(one) === said(other)
}
