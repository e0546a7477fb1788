// Forms that went with a database that something else has wiped: staff's to know, until they have told the office.

import type { Database } from './database.ts'
import { readMark, writeMark } from './mark.ts'

/**
 * At a start without an enrolment: what the mark knew of is missing now, unless the enrolment alone is spoilt and forms
 * still lie here. Resolves to how many forms.
 */
export async function noticeLoss({ outbox, read }: Pick<Database, 'outbox' | 'read'>): Promise<number> {
  const lying = await read(() => outbox.count())
  const mark = readMark()
  if (!mark) return 0
  if (lying > 0) return mark.missing
  const missing = mark.forms + mark.missing
  writeMark({ ...mark, forms: 0, missing })
  return missing
}

/** Staff have told the office of the missing forms. */
export function forgetLoss(): void {
  const mark = readMark()
  if (mark) writeMark({ ...mark, missing: 0 })
}
