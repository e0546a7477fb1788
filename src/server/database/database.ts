// Opens the ballot box's database, SQLite or PostgreSQL, with its tables as this version wants them.

import { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from '../migrations/migrations.ts'
import { postgres, sqlite } from './engine.ts'
import type { Schema } from './schema.ts'

/** The database, or a transaction on it. */
export type Database = Kysely<Schema>

/** Where it is; `connections` to PostgreSQL at most. */
export interface Where {
  readonly url?: string | undefined
  readonly folder: string
  readonly connections?: number
}

/** Opens PostgreSQL at `url`, or SQLite in `folder`, and migrates it. Throws when it can't be reached or migrated. */
export async function openDatabase({ url, folder, connections }: Where): Promise<Database> {
  const engine = url === undefined ? sqlite(folder) : postgres(url, connections)
  const db = new Kysely<Schema>({ dialect: engine.dialect })
  const provider = { getMigrations: async () => migrations(engine) }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error === undefined) return db
  await db.destroy()
  throw error
}
