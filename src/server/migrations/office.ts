// What an office does with a release: actions, the Readiness Checker, who may read on from outside, and boxes that stay closed.
// Every new column of an old table is null in its old rows: whoever reads it knows what null stands for.

import { type Kysely, sql } from 'kysely'
import type { Engine } from '../database/engine.ts'

/** Adds the tables of database/office.ts, and columns to those there are; what people said and did only grows. */
export async function office(db: Kysely<unknown>, engine: Engine): Promise<void> {
  for (const [table, column] of columns) await db.schema.alterTable(table).addColumn(column, 'text').execute()
  for (const { name, key, texts, maybe = [], numbers = [], to } of tables) {
    const begun = db.schema.createTable(name).addColumn('organisation', 'text', c => c.notNull())
    const worded = texts.reduce((made, column) => made.addColumn(column, 'text', c => c.notNull()), begun)
    const wider = maybe.reduce((made, column) => made.addColumn(column, 'text'), worded)
    const own = to === undefined ? ['organisation'] : ['organisation', to.column]
    const their = to === undefined ? ['id'] : ['organisation', 'id']
    await numbers
      .reduce((made, column) => made.addColumn(column, 'integer', c => c.notNull()), wider)
      .addPrimaryKeyConstraint(`${name}_primary`, ['organisation', ...key] as never[])
      .addForeignKeyConstraint(
        `${name}_belongs`,
        own as never[],
        to?.table ?? 'organisations',
        their as never[],
      )
      .execute()
  }
  // A tablet asks for a few releases' actions at every sync, and an office for what is closed, out of many years of them.
  for (const by of ['release', 'type'])
    await db.schema
      .createIndex(`action_entries_by_${by}`)
      .on('action_entries')
      .columns(['organisation', by])
      .execute()
  for (const grows of ['action_entries', 'voices'])
    for (const statement of engine.appendOnly(grows)) await sql.raw(statement).execute(db)
}

const columns = [
  ['tablets', 'box'],
  ['boxes', 'closed_since'],
  ['boxes', 'told_on'],
  ['boxes', 'erased_on'],
] as const

interface Table {
  readonly name: string
  readonly key: readonly string[]
  readonly texts: readonly string[]
  readonly maybe?: readonly string[]
  readonly numbers?: readonly string[]
  /** What a row belongs to, besides its organisation. */
  readonly to?: { readonly column: string; readonly table: string }
}

const tables: readonly Table[] = [
  {
    name: 'action_entries',
    key: ['action', 'n'],
    texts: ['action', 'release', 'type', 'who', 'body'],
    numbers: ['n'],
    to: { column: 'release', table: 'releases' },
  },
  {
    name: 'checkers',
    key: ['id'],
    texts: ['id', 'service', 'began', 'instrument'],
    maybe: ['after', 'finished'],
    to: { column: 'service', table: 'services' },
  },
  {
    name: 'voices',
    key: ['checker', 'n'],
    texts: ['checker', 'who', 'body'],
    numbers: ['n'],
    to: { column: 'checker', table: 'checkers' },
  },
  {
    name: 'api_tokens',
    key: ['id'],
    texts: ['id', 'hash', 'name', 'services', 'made_on', 'until', 'who'],
    maybe: ['used_on', 'ended_on'],
  },
  {
    name: 'webhooks',
    key: ['id'],
    texts: ['id', 'url', 'secret', 'services', 'made_on', 'who'],
    maybe: ['ended_on'],
  },
  {
    name: 'deliveries',
    key: ['webhook', 'release'],
    texts: ['webhook', 'release', 'state', 'next_at'],
    maybe: ['answer'],
    numbers: ['tries'],
    to: { column: 'webhook', table: 'webhooks' },
  },
]
