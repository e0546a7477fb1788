// idb, as its documentation has a transaction.

import { openDB } from 'idb'
import { answer, prove } from './answers.js'

export async function open() {
  const database = await openDB('idb', 1, {
    upgrade: one => one.createObjectStore('answers', { keyPath: ['form', 'seq'] }),
  })
  return {
    async save(n) {
      const tx = database.transaction('answers', 'readwrite', { durability: 'strict' })
      await Promise.all([tx.store.add(answer(n)), tx.done])
    },
    prove: async n => prove(await database.getAll('answers'), n),
  }
}
