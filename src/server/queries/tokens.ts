// Tokens with which other systems read releases: kept as a hash, good until the end of a day, for some services.

import { MOST_TOKEN_DAYS, type TokenRequest, type TokenView } from '../../protocol/outlets.ts'
import { dayOf, isDay, plusDays } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { House } from '../house.ts'
import { hashOf, newId, newSecret } from '../secrets.ts'
import { audit } from './audit.ts'
import { servicesFrom } from './members.ts'
import { todayOf } from './organisations.ts'
import type { Reader } from './published.ts'

/** What every token begins with, so that whoever looks for secrets that were left lying finds it. */
const PREFIX = 'evt_'

/** What reads with a token. */
export interface TokenReader extends Reader {
  readonly token: string
  readonly name: string
}

/** Whether a day may be a token's last: from today on, and at most a year ahead. */
export async function mayEndOn(house: House, organisation: string, until: string): Promise<boolean> {
  const today = await todayOf(house, organisation)
  return isDay(until) && until >= today && until <= plusDays(today, MOST_TOKEN_DAYS)
}

/** A new token: it is given once, and its hash is kept. */
export async function newToken(
  house: House,
  organisation: string,
  { name, services, until }: TokenRequest,
): Promise<{ readonly id: string; readonly token: string }> {
  const id = newId(house.random)
  const token = PREFIX + newSecret(house.random)
  const made_on = await todayOf(house, organisation)
  const row = { organisation, id, hash: hashOf(token), name, services: JSON.stringify(services), made_on }
  await house.db
    .insertInto('api_tokens')
    .values({ ...row, until, who: house.by ?? '', used_on: null, ended_on: null })
    .execute()
  return { id, token }
}

/** The tokens of an organisation, the newest day first; also those that have ended. */
export async function tokensOf(db: Database, organisation: string): Promise<TokenView[]> {
  const rows = await db
    .selectFrom('api_tokens')
    .selectAll()
    .where('organisation', '=', organisation)
    .orderBy('made_on', 'desc')
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    services: servicesFrom('reader', row.services),
    madeOn: row.made_on,
    until: row.until,
    by: row.who,
    usedOn: row.used_on,
    endedOn: row.ended_on,
  }))
}

/** Ends a token at once; its name, or undefined where the organisation has no such token that is good. */
export async function endToken(house: House, organisation: string, id: string): Promise<string | undefined> {
  const ended_on = await todayOf(house, organisation)
  const row = await house.db
    .updateTable('api_tokens')
    .set({ ended_on })
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .returning('name')
    .executeTakeFirst()
  return row?.name
}

/** What reads with a token; undefined where it is none, was ended, or its last day is over. */
export async function tokenReader(house: House, token: string): Promise<TokenReader | undefined> {
  const row = await house.db
    .selectFrom('api_tokens')
    .innerJoin('organisations', 'organisations.id', 'api_tokens.organisation')
    .select([
      'api_tokens.organisation',
      'api_tokens.id',
      'api_tokens.name',
      'api_tokens.services',
      'api_tokens.until',
      'organisations.days_ahead',
    ])
    .where('hash', '=', hashOf(token))
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const today = plusDays(dayOf(house.clock.now(), house.zone), row.days_ahead)
  if (row.until < today) return undefined
  const { organisation, id, name } = row
  return { organisation, token: id, name, services: servicesFrom('reader', row.services) }
}

/** Writes down that a token is in use today, once a day, in the audit trail too. */
export async function markUsed(house: House, { organisation, token, name }: TokenReader): Promise<void> {
  const used_on = await todayOf(house, organisation)
  const { numUpdatedRows } = await house.db
    .updateTable('api_tokens')
    .set({ used_on })
    .where('organisation', '=', organisation)
    .where('id', '=', token)
    .where(row => row.or([row('used_on', 'is', null), row('used_on', '<', used_on)]))
    .executeTakeFirst()
  if (numUpdatedRows > 0n) await audit({ ...house, by: byToken(name) }, organisation, 'token used', name)
}

/** Whose doing it is, as the audit trail says it. */
export const byToken = (name: string): string => `${name} (token)`
