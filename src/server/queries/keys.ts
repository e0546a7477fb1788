// The public keys of services, and which tablets still hold forms sealed to them.

import type { Database } from '../database/database.ts'
import type { House } from '../house.ts'
import { keyIdOf } from '../secrets.ts'
import { todayOf } from './organisations.ts'
import type { EnrolledTablet } from './tablets.ts'

/** The key to which a service's tablets seal now. Throws when the service has none, or none that is whole. */
export async function currentKey(db: Database, organisation: string, service: string) {
  const key = await db
    .selectFrom('keys')
    .select(['id', 'public_key as publicKey'])
    .where('organisation', '=', organisation)
    .where('service', '=', service)
    .where('state', '=', 'current')
    .executeTakeFirstOrThrow()
  // Whatever a tablet sealed to it would be lost: better it seals to the one that it has.
  if (keyIdOf(key.publicKey) !== key.id) throw new Error('a public key that is not the one of its id')
  return key
}

/** The ids of a service's keys that can still be opened. */
export async function openableKeys(
  db: Database,
  organisation: string,
  service: string,
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('keys')
    .select('id')
    .where('organisation', '=', organisation)
    .where('service', '=', service)
    .where('state', '!=', 'retired')
    .execute()
  return new Set(rows.map(row => row.id))
}

/** The same of a ward's service; undefined when there is no such ward. */
export async function openableOn(
  db: Database,
  organisation: string,
  ward: string,
): Promise<Set<string> | undefined> {
  const rows = await db
    .selectFrom('wards')
    .leftJoin('keys', join =>
      join
        .onRef('keys.organisation', '=', 'wards.organisation')
        .onRef('keys.service', '=', 'wards.service')
        .on('keys.state', '!=', 'retired'),
    )
    .select('keys.id as key')
    .where('wards.organisation', '=', organisation)
    .where('wards.id', '=', ward)
    .execute()
  return rows.length === 0 ? undefined : new Set(rows.flatMap(({ key }) => key ?? []))
}

/** Writes down that a tablet may hold forms sealed to these keys. */
export async function mayHold(db: Database, tablet: EnrolledTablet, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  const { organisation, id } = tablet
  const rows = keys.map(key => ({ organisation, tablet: id, key, clear_since: null }))
  await db
    .insertInto('tablet_keys')
    .values(rows)
    .onConflict(at => at.columns(['organisation', 'tablet', 'key']).doNothing())
    .execute()
}

/**
 * Takes a tablet's word for what waits on it. A key is clear only when none waits under it and the tablet
 * says that it seals to another by now: until then a form may yet be sealed to it.
 */
export async function holds(
  house: House,
  tablet: EnrolledTablet,
  waiting: Readonly<Record<string, number>>,
  sealsTo: string | undefined,
): Promise<void> {
  const { organisation, id } = tablet
  const known = await house.db
    .selectFrom('keys')
    .select('id')
    .where('organisation', '=', organisation)
    .execute()
  await mayHold(
    house.db,
    tablet,
    known.map(key => key.id).filter(key => (waiting[key] ?? 0) > 0 || key === sealsTo),
  )
  const today = await todayOf(house, organisation)
  const held = await house.db
    .selectFrom('tablet_keys')
    .select(['key', 'clear_since'])
    .where('organisation', '=', organisation)
    .where('tablet', '=', id)
    .execute()
  for (const { key, clear_since } of held) {
    const clear = sealsTo !== undefined && sealsTo !== key && (waiting[key] ?? 0) === 0
    if (clear === (clear_since !== null)) continue
    await house.db
      .updateTable('tablet_keys')
      .set({ clear_since: clear ? today : null })
      .where('organisation', '=', organisation)
      .where('tablet', '=', id)
      .where('key', '=', key)
      .execute()
  }
}
