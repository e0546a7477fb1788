// The life of a service's keys: current, old, retired.

import type { Database } from '../database/database.ts'
import type { Keys } from '../database/schema.ts'

/** The keys of an organisation, or of all. */
export const allKeys = (db: Database, organisation?: string): Promise<Keys[]> =>
  db
    .selectFrom('keys')
    .selectAll()
    .$if(organisation !== undefined, query => query.where('organisation', '=', organisation ?? ''))
    .orderBy('organisation')
    .orderBy('id')
    .execute()

/** Makes a key its service's current one; the one before is old from now on. */
export async function makeCurrent(db: Database, key: Omit<Keys, 'state' | 'keep_until'>): Promise<void> {
  await db
    .updateTable('keys')
    .set({ state: 'old' })
    .where('organisation', '=', key.organisation)
    .where('service', '=', key.service)
    .where('state', '=', 'current')
    .execute()
  await db
    .insertInto('keys')
    .values({ ...key, state: 'current', keep_until: null })
    .execute()
}

/**
 * Puts a key back that this database has forgotten: as an old one, or as the current one of a service that has none. Every
 * tablet of the service that is known may hold forms sealed to it.
 */
export async function putBack(db: Database, key: Omit<Keys, 'state'>): Promise<void> {
  const { organisation, id, service } = key
  const current = (await allKeys(db, organisation)).some(
    one => one.service === service && one.state === 'current',
  )
  await db
    .insertInto('keys')
    .values({ ...key, state: current ? 'old' : 'current' })
    .onConflict(at => at.columns(['organisation', 'id']).doNothing())
    .execute()
  const tablets = await db
    .selectFrom('tablets')
    .innerJoin('wards', join =>
      join.onRef('wards.organisation', '=', 'tablets.organisation').onRef('wards.id', '=', 'tablets.ward'),
    )
    .select('tablets.id')
    .where('tablets.organisation', '=', organisation)
    .where('wards.service', '=', service)
    .execute()
  for (const tablet of tablets)
    await db
      .insertInto('tablet_keys')
      .values({ organisation, tablet: tablet.id, key: id, clear_since: null })
      .onConflict(at => at.columns(['organisation', 'tablet', 'key']).doNothing())
      .execute()
}

/** The tablets, by name, that may still hold a form sealed to a key: not clear of it since a day. */
export async function holdersOf(db: Database, key: Keys, since: string): Promise<string[]> {
  const rows = await db
    .selectFrom('tablet_keys')
    .innerJoin('tablets', join =>
      join
        .onRef('tablets.organisation', '=', 'tablet_keys.organisation')
        .onRef('tablets.id', '=', 'tablet_keys.tablet'),
    )
    .innerJoin('wards', join =>
      join.onRef('wards.organisation', '=', 'tablets.organisation').onRef('wards.id', '=', 'tablets.ward'),
    )
    .select(['tablets.name', 'wards.name as ward'])
    .where('tablet_keys.organisation', '=', key.organisation)
    .where('tablet_keys.key', '=', key.id)
    .where(at => at.or([at('clear_since', 'is', null), at('clear_since', '>', since)]))
    .orderBy('wards.name')
    .orderBy('tablets.name')
    .execute()
  return rows.map(row => `${row.ward} / ${row.name}`)
}

/** Retires an old key, unless an envelope sealed to it lies in a box; whether it did. */
export async function retire(db: Database, key: Keys): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('keys')
    .set({ state: 'retired' })
    .where('organisation', '=', key.organisation)
    .where('id', '=', key.id)
    .where('state', '=', 'old')
    .where(at =>
      at.not(
        at.exists(
          at
            .selectFrom('envelopes')
            .select('envelopes.id')
            .where('envelopes.organisation', '=', key.organisation)
            .where('envelopes.key', '=', key.id),
        ),
      ),
    )
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Whether an envelope sealed to a key lies in a box. */
export const isNeeded = async (db: Database, key: Keys): Promise<boolean> =>
  (await db
    .selectFrom('envelopes')
    .select('id')
    .where('organisation', '=', key.organisation)
    .where('key', '=', key.id)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** Sets a key's public half. */
export async function setPublic(db: Database, { organisation, id }: Keys, public_key: string): Promise<void> {
  await db
    .updateTable('keys')
    .set({ public_key })
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .execute()
}

/** The tablets that go by a name, alone or as `ward / name`. */
export async function tabletsNamed(db: Database, name: string) {
  const rows = await db
    .selectFrom('tablets')
    .innerJoin('wards', join =>
      join.onRef('wards.organisation', '=', 'tablets.organisation').onRef('wards.id', '=', 'tablets.ward'),
    )
    .select(['tablets.organisation', 'tablets.id', 'tablets.name', 'wards.name as ward'])
    .execute()
  const called = rows.map(row => ({ ...row, called: `${row.ward} / ${row.name}` }))
  return called.filter(row => row.name === name || row.called === name)
}

/** Gives a tablet up: its permission ends and no key is kept for it any longer. */
export async function giveUp(db: Database, organisation: string, tablet: string): Promise<void> {
  await db
    .updateTable('tablets')
    .set({ ended: 1 })
    .where('organisation', '=', organisation)
    .where('id', '=', tablet)
    .execute()
  await db
    .deleteFrom('tablet_keys')
    .where('organisation', '=', organisation)
    .where('tablet', '=', tablet)
    .execute()
}
