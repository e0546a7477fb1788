// A mark outside the database: that this is a ward's tablet, and how many sealed forms have no receipt yet. When the
// database is gone and the mark is not, staff are told how many forms went with it.

const NAME = 'equal-voice'

/** `forms`: sealed here and without a receipt. `missing`: gone with a database, until staff have told the office. */
export interface Mark {
  readonly ward: string
  readonly forms: number
  readonly missing: number
}

/** The mark; undefined where there is none, or nothing that can be read. Never throws. */
export function readMark(): Mark | undefined {
  try {
    const { ward, forms, missing } = JSON.parse(localStorage.getItem(NAME) ?? '{}')
    const fine = typeof ward === 'string' && Number.isInteger(forms) && Number.isInteger(missing)
    return fine ? { ward, forms, missing } : undefined
  } catch {
    return undefined
  }
}

/** Puts the mark down. A browser without such storage has none; never throws. */
export function writeMark(mark: Mark): void {
  try {
    localStorage.setItem(NAME, JSON.stringify(mark))
  } catch {
    // The database is what counts.
  }
}

/** How many forms of this ward's tablet have no receipt now; what is missing stays so. */
export const markForms = (ward: string, forms: number): void =>
  writeMark({ ward, forms, missing: readMark()?.missing ?? 0 })
