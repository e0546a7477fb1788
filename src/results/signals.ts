// Signs that a box may have been stuffed. They are coarse, and no proof: they hold a release until an advocate has looked.
//
// Nothing is ever excluded by them, and they know no person: days on which envelopes arrived, and how many beds there are.
// A tablet without signal sends a month at once, so the limits are what a whole ward could say and not what is usual.

/** `burst`: more forms on one day than beds. `beds`: more forms a month than three for every bed. */
export const signals = ['burst', 'beds'] as const
export type Signal = (typeof signals)[number]

/** Beds of a ward where nobody has said how many: more than most wards have. */
export const PRESUMED_BEDS = 30

/** However few beds: so many forms on one day are no sign of anything. */
export const ALWAYS_FINE = 10

/** Forms for every bed in a month, beyond which it is a sign. */
export const FORMS_A_BED = 3

/** The days of a month, at the longest. */
const MONTH = 31
const DAY = 86_400_000

/**
 * The sign in what a count opened, if there is one. `arrived`: forms by the day of their arrival (2026-03-01), without those
 * that came on paper; `beds` of each ward that is counted together, undefined where nobody has said.
 */
export function signalOf(
  arrived: ReadonlyMap<string, number>,
  beds: readonly (number | undefined)[],
): Signal | null {
  const room = beds.reduce<number>((sum, one) => sum + (one ?? PRESUMED_BEDS), 0)
  const forms = [...arrived.values()]
  if (Math.max(0, ...forms) > Math.max(ALWAYS_FINE, room)) return 'burst'
  const all = forms.reduce((sum, one) => sum + one, 0)
  return all > Math.max(ALWAYS_FINE, room) * FORMS_A_BED * months([...arrived.keys()]) ? 'beds' : null
}

/** Months over which forms arrived, begun ones as whole ones; 1 at least. */
function months(days: readonly string[]): number {
  const [first = '', last = ''] = [days.toSorted()[0], days.toSorted().at(-1)]
  const between = first === '' ? 0 : (Date.parse(last) - Date.parse(first)) / DAY
  return Math.floor(between / MONTH) + 1
}
