// The audit trail: a batch, its size and its day; a change. Never an id of a form.

import type { House } from '../house.ts'
import { newId } from '../secrets.ts'
import { todayOf } from './organisations.ts'

/** Writes down that something happened today, in the transaction in which it does. */
export async function audit(house: House, organisation: string, what: string, detail: string): Promise<void> {
  const on_day = await todayOf(house, organisation)
  const row = { organisation, id: newId(house.random), on_day, what, detail }
  await house.db.insertInto('audit').values(row).execute()
}
