// Scanning: a frame goes over groups of choices, then over the choices of the group that was picked.
//
//   waiting ── press ─▶ over(group) ◀──────────── after two rounds within a group
//      ▲                 │  move: next group       │
//      └─ after two ─────┤                         │
//         rounds         └─ press ─▶ in(group, item) ── press ─▶ chosen, and over(first group) again
//                            (a group of one is chosen at once, unless it is careful)

export type Scan =
  /** The frame stands still until somebody presses: nothing moves for ever. */
  | { readonly is: 'waiting' }
  | { readonly is: 'over'; readonly group: number; readonly rounds: number }
  | { readonly is: 'in'; readonly group: number; readonly item: number; readonly rounds: number }

/** What a press picks: an item by its group and its place in it, both from 0. */
export interface Pick {
  readonly group: number
  readonly item: number
}

/** Rounds without a press after which the frame goes back a level. */
const ROUNDS = 2

/** Where every screen begins. */
export const fresh: Scan = { is: 'over', group: 0, rounds: 0 }

/** The frame one step on; `sizes` are the numbers of choices in each group. */
export function move(scan: Scan, sizes: readonly number[]): Scan {
  if (scan.is === 'waiting' || sizes.length === 0) return scan
  if (scan.is === 'over') {
    const group = (scan.group + 1) % sizes.length
    const rounds = scan.rounds + (group === 0 ? 1 : 0)
    return rounds < ROUNDS ? { is: 'over', group, rounds } : { is: 'waiting' }
  }
  const item = (scan.item + 1) % (sizes[scan.group] ?? 1)
  const rounds = scan.rounds + (item === 0 ? 1 : 0)
  return rounds < ROUNDS ? { ...scan, item, rounds } : { is: 'over', group: scan.group, rounds: 0 }
}

/** What a press does: starts the frame, goes into a group, or picks. `careful` groups of one are gone into too. */
export function press(
  scan: Scan,
  sizes: readonly number[],
  careful: (group: number) => boolean = () => false,
): { readonly scan: Scan; readonly pick?: Pick } {
  if (scan.is === 'waiting') return { scan: fresh }
  if (scan.is === 'in') return { scan: fresh, pick: { group: scan.group, item: scan.item } }
  if (sizes[scan.group] === 1 && !careful(scan.group)) {
    return { scan: fresh, pick: { group: scan.group, item: 0 } }
  }
  return { scan: { is: 'in', group: scan.group, item: 0, rounds: 0 } }
}
