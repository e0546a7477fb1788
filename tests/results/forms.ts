// Forms as people might send them, for properties: any answers, any helper, any words.

import fc from 'fast-check'
import { evaluation } from '../../src/instrument/evaluation.ts'

const ids = evaluation.items.map(item => item.id)
const given = fc.constantFrom('not-at-all', 'sometimes', 'all-the-time', 'skipped', null)

/** One form, the first statement of which is answered, so that it is in the base. */
export const form = fc.record({
  given: fc
    .array(given, { minLength: ids.length, maxLength: ids.length })
    .map(all => [all[0] ?? 'sometimes', ...all.slice(1)].with(0, 'sometimes')),
  topics: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 3 }),
})

/** So many of them. */
export const forms = (least: number, most: number) => fc.array(form, { minLength: least, maxLength: most })
