// What is settled about an organisation, its services and its wards.

import type { Database } from '../database/database.ts'

/** Makes whoever else changes a service's boxes or its threshold, or begins a version of its checker, wait for this transaction. */
export async function lockService(db: Database, organisation: string, service: string): Promise<void> {
  await db
    .updateTable('services')
    .set(at => ({ name: at.ref('name') }))
    .where('organisation', '=', organisation)
    .where('id', '=', service)
    .execute()
}

/** Gives an organisation another name. */
export const nameOrganisation = (db: Database, id: string, name: string): Promise<unknown> =>
  db.updateTable('organisations').set({ name }).where('id', '=', id).execute()

/** Gives a service or a ward another name. */
export const rename = (
  db: Database,
  what: 'services' | 'wards',
  organisation: string,
  id: string,
  name: string,
): Promise<unknown> =>
  db.updateTable(what).set({ name }).where('organisation', '=', organisation).where('id', '=', id).execute()

/** The threshold of a service; undefined where the organisation has no such service. */
export const thresholdOf = async (
  db: Database,
  organisation: string,
  service: string,
): Promise<number | undefined> =>
  (
    await db
      .selectFrom('services')
      .select('threshold')
      .where('organisation', '=', organisation)
      .where('id', '=', service)
      .executeTakeFirst()
  )?.threshold

/**
 * Sets a service's threshold for whatever is counted after the next day of each of its boxes: until then a box keeps the one
 * that its people were told, whatever is set meanwhile. The service is locked by who calls.
 */
export async function setThreshold(
  db: Database,
  organisation: string,
  service: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  await db
    .updateTable('boxes')
    .set({ threshold_until: from })
    .where('organisation', '=', organisation)
    .where('service', '=', service)
    .where('threshold_until', 'is', null)
    .execute()
  await db
    .updateTable('services')
    .set({ threshold: to })
    .where('organisation', '=', organisation)
    .where('id', '=', service)
    .execute()
}
