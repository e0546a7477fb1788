// Breaches planted on the tablet's disk and on the way to the server.

import type { Breach } from './breach.ts'

const drafts = { file: 'src/store/drafts.ts', test: 'tests/store/drafts.test.ts' } as const
const outbox = { file: 'src/store/outbox.ts', test: 'tests/store/outbox.test.ts' } as const

export const store: readonly Breach[] = [
  {
    promise: 1,
    breach: 'the file half of the key stays when a form is erased',
    ...drafts,
    find: '        await halves.remove(id)\n        await write(() => out(id))',
    replace: '        await write(() => out(id))',
    name: 'loses its file first',
  },
  {
    promise: 1,
    breach: 'rows are written before the file half of their key',
    ...drafts,
    find: '        await halves.write(id, other)\n        await write(async () => {\n          await rows.put(sealed)\n          await drafts.put(record)\n        })',
    replace:
      '        await write(async () => {\n          await rows.put(sealed)\n          await drafts.put(record)\n        })\n        await halves.write(id, other)',
    name: 'before the first row',
  },
  {
    promise: 3,
    breach: 'a later tap overtakes an earlier one',
    ...drafts,
    find: 'const turn = queue.then(',
    replace: 'const turn = Promise.resolve().then(',
    name: 'only after the one before',
  },
  {
    promise: 3,
    breach: 'a form that is sealed twice gives two envelopes',
    ...drafts,
    find: 'if (!(await drafts.get(id))) return',
    replace: '',
    name: 'no second envelope',
  },
  {
    promise: 3,
    breach: 'another window erases a form that somebody is answering',
    ...drafts,
    find: '        await take(id)\n        await halves.remove(id)',
    replace: '        await halves.remove(id)',
    name: 'can be neither erased nor carried on',
  },
  {
    promise: 3,
    breach: 'a row that is missing is passed over',
    ...drafts,
    find: "if (!whole) throw new DraftError('damaged')",
    replace: '',
    name: 'when any row is missing',
  },
  {
    promise: 4,
    breach: 'what is left of a sealed form stays on the disk',
    ...drafts,
    find: "          await outbox.add({ ...envelope, state: 'waiting' })\n          await out(id)",
    replace: "          await outbox.add({ ...envelope, state: 'waiting' })",
    name: 'nothing of it is left',
  },
  {
    promise: 3,
    breach: 'a receipt for other bytes lets envelopes go',
    ...outbox,
    find: 'const entry = await outbox.get(receipt.digest)',
    replace: "const entry = (await outbox.get(receipt.digest)) ?? (await by('waiting').first())",
    name: 'only against a receipt with its own digest',
  },
  {
    promise: 3,
    breach: 'a refused envelope is thrown away',
    ...outbox,
    find: "await outbox.put({ ...sealed(entry), state: 'set-aside', problem: receipt.problem })",
    replace: 'await outbox.delete(entry.digest)',
    name: 'sets a refused envelope aside',
  },
  {
    promise: 3,
    breach: 'sent bytes are gone before a backup can be missed',
    ...outbox,
    find: 'KEPT_DAYS = 35',
    replace: 'KEPT_DAYS = 7',
    name: 'for 35 days',
  },
  {
    promise: 3,
    breach: 'a jump of the clock erases what was sent',
    ...outbox,
    find: 'age <= ABSURD_DAYS',
    replace: 'age <= Infinity',
    name: 'when the clock has jumped',
  },
  {
    promise: 1,
    breach: 'the file half of the key stays when a form is sealed',
    ...drafts,
    find: 'await halves.remove(id).catch(() => undefined)',
    replace: '',
  },
  {
    promise: 1,
    breach: 'a removed half stays in its file',
    file: 'src/store/halves.worker.ts',
    find: 'await (await folder()).removeEntry(form).catch(absent)',
    replace: '',
    test: 'tests/journeys/halves.test.ts',
    name: 'in Chromium',
  },
  {
    promise: 3,
    breach: 'a tap is called saved before the disk has it',
    file: 'src/store/database.ts',
    find: "{ chromeTransactionDurability: 'strict' }",
    replace: '{}',
    test: drafts.test,
    name: 'asks for a flush with every write',
  },
]
