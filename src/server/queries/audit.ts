// The audit trail: a batch, its size and its day; a change. Never an id of a form.

import type { AuditReply } from '../../protocol/accounts.ts'
import type { Database } from '../database/database.ts'
import type { House } from '../house.ts'
import { newId } from '../secrets.ts'
import { todayOf } from './organisations.ts'

/** Writes down that something happened today, in the transaction in which it does; `today` where it has been asked already. */
export async function audit(
  house: House,
  organisation: string,
  what: string,
  detail: string,
  today?: string,
): Promise<void> {
  const on_day = today ?? (await todayOf(house, organisation))
  const row = { organisation, id: newId(house.random), on_day, what, detail, who: house.by ?? null }
  await house.db.insertInto('audit').values(row).execute()
}

/**
 * What leaders read. Whatever tells how many forms came, on paper or by a tablet, or were taken back, stays out: an office
 * sees no more of a box than whether it holds enough.
 */
const SHOWN = [
  'signed in',
  'sign-in failed',
  'invited',
  'invitation taken up',
  'invitation withdrawn',
  'role changed',
  'removed',
  'sessions ended',
  'password changed',
  'passkey made',
  'passkey ended',
  'ward made',
  'contacts set',
  'opening set',
  'about set',
  'organisation named',
  'service set',
  'ward named',
  'wards together',
  'count moved',
  'wording on',
  'wording off',
  'code made',
  'tablet enrolled',
  'tablet ended',
  'release let go',
  'box stays closed',
  'box erased',
  'exported',
  'token made',
  'token ended',
  'token used',
  'webhook made',
  'webhook secret changed',
  'webhook ended',
  'readiness begun',
  'readiness said',
  'readiness struck out',
  'readiness finished',
  'action proposed',
  'action changed',
  'action reworded',
  'action agreed',
  'action begun',
  'action done',
  'action refused',
  'key',
  'tablet',
] as const

const PAGE = 100

/** A page of an organisation's audit trail, of days before the end of the last page. */
export async function auditOf(
  db: Database,
  organisation: string,
  before: string | null,
): Promise<AuditReply> {
  const [day = '', id = ''] = before?.split(' ') ?? []
  const rows = await db
    .selectFrom('audit')
    .select(['id', 'on_day', 'what', 'detail', 'who'])
    .where('organisation', '=', organisation)
    .where('what', 'in', SHOWN)
    .$if(before !== null, all =>
      all.where(row =>
        row.or([row('on_day', '<', day), row.and([row('on_day', '=', day), row('id', '<', id)])]),
      ),
    )
    .orderBy('on_day', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
    .execute()
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    entries: shown.map(row => ({ day: row.on_day, what: row.what, detail: row.detail, by: row.who ?? '' })),
    before: last && rows.length > PAGE ? `${last.on_day} ${last.id}` : null,
  }
}
