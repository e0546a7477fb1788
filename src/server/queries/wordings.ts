// Which wordings a service has switched on, and on which ground.

import { type Ground, ground as shape } from '../../protocol/wordings.ts'
import { isDay } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Wordings } from '../database/schema.ts'
import type { House } from '../house.ts'
import { stored } from '../stored.ts'
import { todayOf } from './organisations.ts'

/** A service of an organisation. */
export interface ServiceAt {
  readonly organisation: string
  readonly service: string
}

/** A wording that is on, since a day. */
export interface Switched {
  readonly wording: string
  readonly ground: Ground
  readonly since: string
}

/** What a service has switched on, known to this version or not. */
export async function switchedOn(db: Database, { organisation, service }: ServiceAt): Promise<Switched[]> {
  const rows = await db
    .selectFrom('wordings')
    .select(['wording', 'ground', 'reference', 'on_day'])
    .where('organisation', '=', organisation)
    .where('service', '=', service)
    .orderBy('wording')
    .execute()
  return rows.flatMap(readable)
}

/** A row as it was switched on; on a ground that can't be read nothing is shown. */
export function readable({
  wording,
  ground: is,
  reference,
  on_day,
}: Pick<Wordings, 'wording' | 'ground' | 'reference' | 'on_day'>): Switched[] {
  const ground = stored(shape, is === 'permission' ? { is, reference } : { is }, undefined)
  return ground && isDay(on_day) ? [{ wording, ground, since: on_day }] : []
}

/** Switches a wording on from today, whatever its ground was before. */
export async function switchOn(house: House, at: ServiceAt, wording: string, ground: Ground): Promise<void> {
  const reference = ground.is === 'permission' ? ground.reference : ''
  const said = { ground: ground.is, reference, on_day: await todayOf(house, at.organisation) }
  await house.db
    .insertInto('wordings')
    .values({ organisation: at.organisation, service: at.service, wording, ...said })
    .onConflict(row => row.columns(['organisation', 'service', 'wording']).doUpdateSet(said))
    .execute()
}

/** Switches a wording off; false where it was off. */
export async function switchOff(
  db: Database,
  { organisation, service }: ServiceAt,
  wording: string,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('wordings')
    .where('organisation', '=', organisation)
    .where('service', '=', service)
    .where('wording', '=', wording)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
