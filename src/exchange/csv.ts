// Rows as comma-separated values: RFC 4180, with CRLF, every text in quotes, every number without.
//
// It begins with a byte order mark. RFC 4180 knows none, but Excel reads UTF-8 as another alphabet without it, and names of
// wards in Welsh come out broken; R, Python and LibreOffice read it by name (UTF-8-BOM, utf-8-sig). No cell holds it again.
//
// A text that a spreadsheet would take for a formula is kept from it by an apostrophe before it. One that begins with an
// apostrophe itself gets another, so that nothing is ambiguous: whoever drops a first apostrophe has the text as it was.

/** A cell: a text, a number, or nothing. */
export type Field = string | number | undefined

/** What a file begins with, so that spreadsheets take it for UTF-8. */
export const BOM = '\uFEFF'

/**
 * What spreadsheets take for the beginning of a formula (OWASP, CSV Injection), also after blanks that some of them trim, and
 * in the wide letters of East Asian keyboards. TAB and CR are among the blanks: a text with one at its start is guarded too.
 */
const FORMULA = /^(?:['\t\r]|[\s\p{Cf}]*[=+\-@＝＋－＠])/u

/** A text that no spreadsheet takes for a formula. */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** Rows as they stand inside a file, for one that is written in parts. Throws RangeError for a number that is none. */
export const lines = (rows: readonly (readonly Field[])[]): string =>
  rows.map(row => `${row.map(cell).join()}\r\n`).join('')

/** Rows as a file. Throws as `lines` does. */
export const csv = (rows: readonly (readonly Field[])[]): string => BOM + lines(rows)

function cell(field: Field): string {
  if (field === undefined) return ''
  if (typeof field === 'string') return `"${guarded(field).replaceAll('"', '""')}"`
  if (!Number.isFinite(field)) throw new RangeError('no number for a cell')
  return String(field)
}
