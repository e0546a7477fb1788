// Forms that went with a database that something else has wiped: staff's to know, until they have told the office.

import { readMark, writeMark } from './mark.ts'

/** At a start without an enrolment: what the mark knew of is missing now. Resolves to how many forms. */
export function noticeLoss(): number {
  const mark = readMark()
  if (!mark) return 0
  const missing = mark.forms + mark.missing
  writeMark({ ...mark, forms: 0, missing })
  return missing
}

/** Staff have told the office of the missing forms. */
export function forgetLoss(): void {
  const mark = readMark()
  if (mark) writeMark({ ...mark, missing: 0 })
}
