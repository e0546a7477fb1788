// Addresses that are told of releases, and each telling: kept in the transaction that publishes, so that none is lost.

import type { DeliveryView, WebhookRequest, WebhookView } from '../../protocol/outlets.ts'
import type { Database } from '../database/database.ts'
import type { Deliveries } from '../database/office.ts'
import type { House } from '../house.ts'
import { newId } from '../secrets.ts'
import { sees } from '../session.ts'
import { servicesFrom } from './members.ts'
import { todayOf } from './organisations.ts'

/** Before everything: what is new is told at once. */
const AT_ONCE = '1970-01-01T00:00:00.000Z'

/** Keeps, for every address that is told of a box's service, that it is to be told of a release. */
export async function toTell(
  db: Database,
  organisation: string,
  box: string,
  release: string,
): Promise<void> {
  const rows = await db
    .selectFrom('webhooks')
    .innerJoin('boxes', 'boxes.organisation', 'webhooks.organisation')
    .select(['webhooks.id', 'webhooks.services', 'boxes.service'])
    .where('webhooks.organisation', '=', organisation)
    .where('webhooks.ended_on', 'is', null)
    .where('boxes.id', '=', box)
    .execute()
  const told = rows.filter(row => sees({ services: servicesFrom('reader', row.services) }, row.service))
  if (told.length === 0) return
  const state = { state: 'waiting', tries: 0, next_at: AT_ONCE, answer: null } as const
  await db
    .insertInto('deliveries')
    .values(told.map(({ id }) => ({ organisation, webhook: id, release, ...state })))
    .onConflict(on => on.columns(['organisation', 'webhook', 'release']).doNothing())
    .execute()
}

/** A new address; `nonce` is what its secret is made of. */
export async function newWebhook(
  house: House,
  organisation: string,
  { url, services }: WebhookRequest,
  nonce: string,
): Promise<string> {
  const id = newId(house.random)
  const made_on = await todayOf(house, organisation)
  const row = { organisation, id, url, secret: nonce, services: JSON.stringify(services), made_on }
  await house.db
    .insertInto('webhooks')
    .values({ ...row, who: house.by ?? '', ended_on: null })
    .execute()
  return id
}

const current = (db: Database, organisation: string, id: string) =>
  db
    .updateTable('webhooks')
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .returning('url')

/** Gives an address another secret; the address, or undefined where there is none that is told. */
export const setNonce = async (db: Database, organisation: string, id: string, nonce: string) =>
  (await current(db, organisation, id).set({ secret: nonce }).executeTakeFirst())?.url

/** Tells an address nothing more, not even what waits; the address, or undefined where there is none that is told. */
export async function endWebhook(
  house: House,
  organisation: string,
  id: string,
): Promise<string | undefined> {
  const ended_on = await todayOf(house, organisation)
  const row = await current(house.db, organisation, id).set({ ended_on }).executeTakeFirst()
  if (row === undefined) return undefined
  await house.db
    .updateTable('deliveries')
    .set({ state: 'given up', answer: 'ended' })
    .where('organisation', '=', organisation)
    .where('webhook', '=', id)
    .where('state', '=', 'waiting')
    .execute()
  return row.url
}

/** Deliveries that are listed of an organisation at most. */
const LISTED = 200

/** The addresses of an organisation with what they were told, newest first. */
export async function webhooksOf(db: Database, organisation: string): Promise<WebhookView[]> {
  const rows = await db
    .selectFrom('webhooks')
    .selectAll()
    .where('organisation', '=', organisation)
    .orderBy('made_on', 'desc')
    .orderBy('id')
    .execute()
  const told = await db
    .selectFrom('deliveries')
    .innerJoin('releases', join =>
      join
        .onRef('releases.organisation', '=', 'deliveries.organisation')
        .onRef('releases.id', '=', 'deliveries.release'),
    )
    .select(['webhook', 'release', 'releases.due', 'state', 'tries', 'answer'])
    .where('deliveries.organisation', '=', organisation)
    .orderBy('releases.due', 'desc')
    .orderBy('release')
    .limit(LISTED)
    .execute()
  const of = Map.groupBy(told, ({ webhook }) => webhook)
  return rows.map(row => ({
    id: row.id,
    url: row.url,
    services: servicesFrom('reader', row.services),
    madeOn: row.made_on,
    by: row.who,
    endedOn: row.ended_on,
    deliveries: (of.get(row.id) ?? []).map(({ webhook: _, ...one }): DeliveryView => one),
  }))
}

/** A telling that is due, with where it goes. */
export interface DueTelling
  extends Pick<Deliveries, 'organisation' | 'webhook' | 'release' | 'tries' | 'next_at'> {
  readonly url: string
  readonly nonce: string
  readonly due: string
  readonly demonstration: boolean
}

const AT_A_TIME = 20

/** What is to be told by now; of a release that is held nothing is. */
export async function dueTellings(db: Database, now: string): Promise<DueTelling[]> {
  const rows = await db
    .selectFrom('deliveries')
    .innerJoin('webhooks', join =>
      join
        .onRef('webhooks.organisation', '=', 'deliveries.organisation')
        .onRef('webhooks.id', '=', 'deliveries.webhook'),
    )
    .innerJoin('releases', join =>
      join
        .onRef('releases.organisation', '=', 'deliveries.organisation')
        .onRef('releases.id', '=', 'deliveries.release'),
    )
    .innerJoin('organisations', 'organisations.id', 'deliveries.organisation')
    .select([
      'deliveries.organisation',
      'webhook',
      'release',
      'tries',
      'next_at',
      'url',
      'secret as nonce',
      'releases.due',
      'organisations.demonstration',
    ])
    .where('state', '=', 'waiting')
    .where('next_at', '<=', now)
    .where('webhooks.ended_on', 'is', null)
    .where('releases.held', 'is', null)
    .orderBy('next_at')
    .limit(AT_A_TIME)
    .execute()
  return rows.map(row => ({ ...row, demonstration: row.demonstration === 1 }))
}

/** Writes a try down before it is made, with the time of the next one; false when another server makes it. */
export async function beginTelling(
  db: Database,
  { organisation, webhook, release, tries, next_at }: DueTelling,
  next: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set({ tries: tries + 1, next_at: next })
    .where('organisation', '=', organisation)
    .where('webhook', '=', webhook)
    .where('release', '=', release)
    .where('state', '=', 'waiting')
    .where('next_at', '=', next_at)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Writes down what came of a try. */
export async function endTelling(
  db: Database,
  { organisation, webhook, release }: DueTelling,
  state: Deliveries['state'],
  answer: string,
): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ state, answer })
    .where('organisation', '=', organisation)
    .where('webhook', '=', webhook)
    .where('release', '=', release)
    .where('state', '=', 'waiting')
    .execute()
}
