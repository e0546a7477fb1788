// Dexie alone, in its build for today's engines, flushed: one add, which resolves after the commit.

import { Dexie } from 'dexie'
import { answer, prove } from './answers.js'

export async function open() {
  const database = new Dexie('dexie', { chromeTransactionDurability: 'strict' })
  database.version(1).stores({ answers: '[form+seq]' })
  await database.open()
  return {
    save: n => database.answers.add(answer(n)),
    prove: async n => prove(await database.answers.toArray(), n),
  }
}
