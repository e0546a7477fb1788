// What every reply says of the server itself: enough to notice one that was restored from a backup.

/** The server's epoch, the number of batches it has stored, and its time (ISO 8601). */
export interface Standing {
  readonly epoch: string
  readonly batches: number
  readonly now: string
}

/** Whether the server has forgotten something that it once gave a receipt for. */
export function restored(known: Omit<Standing, 'now'> | undefined, said: Standing): boolean {
  return known !== undefined && (known.epoch !== said.epoch || said.batches < known.batches)
}

/** Milliseconds by which a tablet's clock may differ from the server's and still be believed. */
const DAY = 86_400_000

/** Whether a reply confirms the tablet's clock; `here` is its time in milliseconds. */
export const confirms = (said: Standing, here: number): boolean => Math.abs(Date.parse(said.now) - here) < DAY
