// PouchDB on IndexedDB. Its adapter opens transactions without a durability, so they are relaxed: it can't be asked to flush.

import PouchDB from 'pouchdb/dist/pouchdb.js'
import { answer, prove } from './answers.js'

const id = n => `amina-${String(n).padStart(6, '0')}`

export async function open() {
  const database = new PouchDB('pouchdb', { adapter: 'idb' })
  await database.info()
  return {
    save: n => database.put({ _id: id(n), ...answer(n) }),
    async prove(n) {
      const { rows } = await database.allDocs({ include_docs: true })
      prove(
        rows.map(({ doc: { _id, _rev, ...row } }) => row),
        n,
      )
    },
  }
}
