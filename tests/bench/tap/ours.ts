// A draft of the product as a tablet's page has it: the form steps, and what changed is encrypted, committed and flushed.

import type { Form } from '../../../src/form/form.ts'
import { plainManner } from '../../../src/form/form.ts'
import { changes } from '../../../src/form/rows.ts'
import { start, step } from '../../../src/form/step.ts'
import { evaluation } from '../../../src/instrument/evaluation.ts'
import type { Choice } from '../../../src/instrument/instrument.ts'
import { openDatabase } from '../../../src/store/database.ts'
import { createDrafts } from '../../../src/store/drafts.ts'
import { windowLocks } from '../../../src/store/locks.ts'
import { tabletHalves } from '../../../src/store/places.ts'

const outline = {
  instrument: evaluation.id,
  version: evaluation.version,
  items: evaluation.items.map(({ id }) => id),
}

/** Answers change back and forth, so that each tap has something to save. */
const choices: readonly Choice[] = ['not-at-all', 'sometimes', 'all-the-time']

/** Opens a draft. `save` gives the nth answer; `prove` reads the whole form from the disk again, and throws unless it is all there. */
export async function ours(): Promise<{ save(n: number): Promise<void>; prove(n: number): Promise<void> }> {
  const database = openDatabase()
  const drafts = createDrafts(database, tabletHalves(), {
    subtle: crypto.subtle,
    random: size => crypto.getRandomValues(new Uint8Array(size)),
    ...windowLocks(navigator.locks),
  })
  let form: Form = start(outline, 'en', plainManner, 'nobody')
  const draft = await drafts.open('amina', form)
  return {
    save(n) {
      form = step(form, { type: 'choose', item: 'eval-01', choice: choices[n % 3] ?? 'sometimes' })
      return draft.save(form)
    },
    async prove(n) {
      await draft.letGo()
      const rows = await database.rows.count()
      const found = (await drafts.read('amina')).form
      if (rows !== n + 1 || changes(found, form).length > 0)
        throw new Error(`${rows} rows of ${n + 1}, or another form`)
    },
  }
}
