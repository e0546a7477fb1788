// What others send with: PouchDB's replication and RxDB's, from a database in this process to a server of their own.

import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { peer } from '../harness/peers.ts'
import type { Contender } from './contender.ts'
import type { Program } from './programs.ts'
import { proven } from './proven.ts'

const BATCH = 500

interface Doc {
  readonly _id: string
  readonly digest: string
  readonly bytes: string
}

interface Pouch {
  bulkDocs(docs: readonly Doc[]): Promise<readonly { ok?: boolean }[]>
  get(id: string): Promise<Doc>
  info(): Promise<{ doc_count: number }>
  close(): Promise<void>
  readonly replicate: { to(other: Pouch, options: { batch_size: number }): Promise<{ docs_written: number }> }
}
type PouchDB = new (name: string) => Pouch

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

/** PouchDB with leveldb on both sides, over HTTP, in batches of 500. Neither side flushes. */
export async function pouchdb(
  { url, folder }: Pick<Program, 'url' | 'folder'>,
  of = 'near',
): Promise<Contender> {
  const { default: PouchDB } = await peer<{ default: PouchDB }>('pouchdb')
  let n = 0
  return {
    async prepare(envelopes) {
      n += 1
      const here = new PouchDB(join(folder, `here-${of}-${n}`))
      const there = new PouchDB(`${url}/${of}-${n}`)
      await there.info()
      const docs = envelopes.map(({ id, digest, bytes }) => ({ _id: id, digest, bytes: base64(bytes) }))
      await here.bulkDocs(docs)
      return {
        go: async () => void (await here.replicate.to(there, { batch_size: BATCH })),
        async prove() {
          const read = async (id: string) => Buffer.from((await there.get(id)).bytes, 'base64url')
          await proven((await there.info()).doc_count, envelopes, read)
          await Promise.all([here.close(), there.close()])
        },
      }
    },
  }
}

interface Collection {
  bulkInsert(docs: readonly object[]): Promise<{ error: readonly unknown[] }>
}
interface RxDatabase {
  addCollections(all: object): Promise<{ forms: Collection }>
  close(): Promise<unknown>
}
interface Core {
  createRxDatabase(options: object): Promise<RxDatabase>
}
interface Replication {
  replicateRxCollection(options: object): {
    awaitInitialReplication(): Promise<void>
    cancel(): Promise<unknown>
  }
}

const text = (maxLength: number) => ({ type: 'string', maxLength })
const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: text(32), digest: text(64), bytes: { type: 'string' } },
  required: ['id', 'digest', 'bytes'],
}

/** RxDB with its storage in memory, whose push handler posts batches of 500 to an endpoint that flushes each into SQLite. */
export async function rxdb(server: Pick<Program, 'url' | 'folder'>): Promise<Contender> {
  const { createRxDatabase } = await peer<Core>('rxdb/plugins/core')
  const { replicateRxCollection } = await peer<Replication>('rxdb/plugins/replication')
  const { getRxStorageMemory } = await peer<{ getRxStorageMemory(): object }>('rxdb/plugins/storage-memory')
  const rows = new DatabaseSync(join(server.folder, 'rows.sqlite'), { readOnly: true })
  const count = () => Number(rows.prepare('select count(*) as n from rows').get()?.n)
  const read = async (id: string) =>
    rows.prepare('select bytes from rows where id = ?').get(id)?.bytes as Uint8Array
  let n = 0
  const handler = async (pushed: readonly object[]) => {
    const answer = await fetch(server.url, { method: 'POST', body: JSON.stringify(pushed) })
    return answer.json()
  }
  return {
    async prepare(envelopes) {
      n += 1
      const database = await createRxDatabase({
        name: `forms${n}`,
        storage: getRxStorageMemory(),
        multiInstance: false,
      })
      const { forms } = await database.addCollections({ forms: { schema } })
      await forms.bulkInsert(envelopes.map(({ id, digest, bytes }) => ({ id, digest, bytes: base64(bytes) })))
      const before = count()
      return {
        async go() {
          const sending = replicateRxCollection({
            collection: forms,
            replicationIdentifier: `to the server ${n}`,
            live: false,
            push: { handler, batchSize: BATCH },
          })
          await sending.awaitInitialReplication()
        },
        async prove() {
          await proven(count() - before, envelopes, read)
          await database.close()
        },
      }
    },
  }
}
