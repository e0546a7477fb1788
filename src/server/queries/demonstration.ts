// What only a demonstration may do: begin in the past, lay forms into a box itself, let days go by.

import type { Database } from '../database/database.ts'
import type { Arrival } from './envelopes.ts'

/** A new organisation that is a demonstration. */
export async function createDemonstrationOf(db: Database, id: string, name: string): Promise<void> {
  await db.insertInto('organisations').values({ id, name, demonstration: 1, days_ahead: 0 }).execute()
}

/** Sets the day on which a box is next counted. */
export async function setNextCount(
  db: Database,
  organisation: string,
  box: string,
  next_count: string,
): Promise<void> {
  await db
    .updateTable('boxes')
    .set({ next_count })
    .where('organisation', '=', organisation)
    .where('id', '=', box)
    .execute()
}

/** Lays envelopes into a box as if they had arrived on a day. */
export async function layIn(
  db: Database,
  organisation: string,
  box: string,
  arrived_on: string,
  envelopes: readonly Arrival[],
): Promise<void> {
  if (envelopes.length === 0) return
  const rows = envelopes.map(envelope => ({ ...envelope, organisation, box, arrived_on }))
  await db.insertInto('envelopes').values(rows).execute()
}

/** Lets a demonstration be so many days ahead of the clock, never fewer than before; elsewhere nothing happens. */
export async function letDaysPass(db: Database, organisation: string, days_ahead: number): Promise<void> {
  await db
    .updateTable('organisations')
    .set({ days_ahead })
    .where('id', '=', organisation)
    .where('demonstration', '=', 1)
    .where('days_ahead', '<', days_ahead)
    .execute()
}
