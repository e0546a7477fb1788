// RxDB on its free storage, which hands Dexie's settings on: flushed. One window, as a tablet has.

import { createRxDatabase } from 'rxdb/plugins/core'
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie'
import { answer, prove } from './answers.js'

const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 20 },
    form: { type: 'string' },
    seq: { type: 'integer' },
    item: { type: 'string' },
    given: { type: 'string' },
  },
  required: ['id', 'form', 'seq', 'item', 'given'],
}

const id = n => `amina-${String(n).padStart(6, '0')}`

export async function open() {
  const storage = getRxStorageDexie({ chromeTransactionDurability: 'strict' })
  const database = await createRxDatabase({ name: 'rxdb', storage, multiInstance: false })
  const { answers } = await database.addCollections({ answers: { schema } })
  return {
    save: n => answers.insert({ id: id(n), ...answer(n) }),
    async prove(n) {
      const rows = await answers.find({ sort: [{ id: 'asc' }] }).exec()
      prove(
        rows.map(row => ({ form: row.form, seq: row.seq, item: row.item, given: row.given })),
        n,
      )
    },
  }
}
