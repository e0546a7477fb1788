// Breaches that only a real browser, a real server or a real disk can show: they are planted in the built app.

import type { Breach } from './breach.ts'

const flush = {
  test: 'tests/faults/flush.test.ts',
  name: 'is flushed to the disk before',
  built: true,
} as const

export const power: readonly Breach[] = [
  {
    promise: 3,
    breach: 'a tap is called kept while only the memory has it',
    file: 'src/store/database.ts',
    find: "{ durability: 'strict' }",
    replace: '{}',
    ...flush,
  },
  {
    promise: 3,
    breach: "the file half of a form's key waits for the system to write it",
    file: 'src/store/halves.worker.ts',
    find: '    access.flush()\n',
    replace: '',
    ...flush,
  },
  {
    promise: 3,
    breach: 'a tap is called kept a while before it is written',
    file: 'src/tablet/sitting.ts',
    find: 'await now.draft.save(view.form)',
    replace: 'setTimeout(() => void now.draft.save(view.form), 5000)',
    test: 'tests/faults/kill.test.ts',
    name: 'has kept every answer that its screen said was kept',
    built: true,
  },
  {
    promise: 3,
    breach: 'a receipt leaves before what it promises is committed',
    file: 'src/server/queries/transaction.ts',
    find: 'house.db.transaction().execute(db => work({ ...house, db }))',
    replace: `new Promise((done, fail) => {
    const late = (told: T) => new Promise<T>(over => setTimeout(over, 4000, told))
    const early = (told: T) => (done(told), late(told))
    house.db.transaction().execute(db => work({ ...house, db }).then(early)).catch(fail)
  })`,
    test: 'tests/faults/rounds.test.ts',
    name: 'with SQLite',
    built: true,
  },
  {
    promise: 8,
    breach: 'an engine without private files loses its drafts at the next start',
    file: 'src/store/fallback.ts',
    find: 'void (await within(form, table => table.put(half, 1)))',
    replace: 'void [form, half]',
    test: 'tests/engines/engines.test.ts',
    name: 'in WebKitGTK',
    built: true,
  },
  {
    promise: 5,
    breach: 'a form that was being erased when the power went stays as a card that opens for nobody',
    file: 'src/store/halves.worker.ts',
    find: 'if ((await read(form))?.some(byte => byte !== 0)) whole.push(form)',
    replace: 'if (await read(form)) whole.push(form)',
    test: 'tests/journeys/halves.test.ts',
    name: 'in Chromium',
  },
]
