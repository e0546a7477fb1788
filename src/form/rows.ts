// A form as rows for the disk: what a step changed, and a form put together again from everything written.

import type { Form, Given, Place, Sheet } from './form.ts'

/** One thing to write: an answer, or everything else about the form. The newest row of a kind counts. */
export type Row =
  | { readonly item: string; readonly given: Given }
  | { readonly sheet: Omit<Sheet, 'answers' | 'outline'>; readonly place: Place; readonly kept: boolean }
  | { readonly outline: Sheet['outline'] }

type Open = Extract<Form, { state: 'answering' | 'stopping' | 'kept' }>

const open = (form: Form | undefined): form is Open => form !== undefined && 'place' in form

/** The rows that bring the disk from one form to the next; none where nothing that lasts has changed. */
export function changes(before: Form | undefined, after: Form): Row[] {
  if (!open(after)) return []
  const old = open(before) ? before : undefined
  const rows: Row[] = old ? [] : [{ outline: after.sheet.outline }]
  for (const [item, given] of Object.entries(after.sheet.answers)) {
    if (old?.sheet.answers[item] !== given) rows.push({ item, given })
  }
  const now = rest(after)
  if (!old || JSON.stringify(rest(old)) !== JSON.stringify(now)) rows.push(now)
  return rows
}

function rest(form: Open): Row {
  const { outline: _, answers: __, ...sheet } = form.sheet
  return { sheet, place: form.place, kept: form.state === 'kept' }
}

/** The form that the rows, oldest first, add up to; undefined while its first rows are missing. */
export function assemble(rows: readonly Row[]): Form | undefined {
  const answers: Record<string, Given> = {}
  let outline: Sheet['outline'] | undefined
  let last: Extract<Row, { place: Place }> | undefined
  for (const row of rows) {
    if ('item' in row) answers[row.item] = row.given
    else if ('outline' in row) outline = row.outline
    else last = row
  }
  if (!outline || !last) return undefined
  return {
    state: last.kept ? 'kept' : 'answering',
    sheet: { ...last.sheet, outline, answers },
    place: last.place,
  }
}
