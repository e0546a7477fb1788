// Twenty forms and what must come of them, counted by hand rather than by the product's own counting.

import type { Given } from '../../../src/form/form.ts'
import { evaluation } from '../../../src/instrument/evaluation.ts'

const turn: readonly Given[] = ['not-at-all', 'sometimes', 'all-the-time', 'sometimes', 'skipped']
const ends = new Map([
  [4, 1],
  [9, 7],
  [14, 22],
])

/** What the nth person (0 to 19) gives; three of them stop on the way and send. */
export function formOf(n: number): Given[] {
  const length = ends.get(n) ?? evaluation.items.length
  const given = Array.from(
    { length },
    (_, item): Given => turn[(n * 3 + item * item) % turn.length] ?? 'skipped',
  )
  // Somebody who stops has answered something: a form of skips alone can't be sent.
  return given.map((one, item) => (item === 0 && one === 'skipped' ? 'all-the-time' : one))
}

/** For each statement: how many forms have each answer, were skipped, or never reached it. */
export function expected(forms: readonly (readonly Given[])[]): Record<string, Record<string, number>> {
  const table: Record<string, Record<string, number>> = {}
  for (const [item, { id }] of evaluation.items.entries()) {
    const row: Record<string, number> = {}
    for (const column of ['not-at-all', 'sometimes', 'all-the-time', 'skipped', 'unreached'])
      row[column] = forms.filter(form => (form[item] ?? 'unreached') === column).length
    table[id] = row
  }
  return table
}
