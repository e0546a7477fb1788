// People with accounts, who may come in to which office, and whose doing a change was.
// Six tables are better-auth's: tests/server/accounts/tables.test.ts asks it whether anything is missing or differs.

import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Engine } from '../database/engine.ts'

/** Adds the tables of accounts, and to `audit` a column that is null in its old rows; from here on it only grows. */
export async function accounts(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const instant: RawBuilder<unknown> = sql.raw(engine.instant)
  const { truth } = engine

  const table = (name: string) =>
    db.schema.createTable(name).addColumn('id', 'text', c => c.primaryKey().notNull())
  const mine = (name: string) =>
    table(name).addColumn('userId', 'text', c => c.notNull().references('people.id').onDelete('cascade'))

  await table('people')
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('email', 'text', c => c.notNull().unique())
    .addColumn('emailVerified', truth, c => c.notNull())
    .addColumn('image', 'text')
    .addColumn('createdAt', instant, c => c.notNull())
    .addColumn('updatedAt', instant, c => c.notNull())
    .addColumn('twoFactorEnabled', truth)
    .execute()
  await mine('visits')
    .addColumn('expiresAt', instant, c => c.notNull())
    .addColumn('token', 'text', c => c.notNull().unique())
    .addColumn('createdAt', instant, c => c.notNull())
    .addColumn('updatedAt', instant, c => c.notNull())
    .addColumn('ipAddress', 'text')
    .addColumn('userAgent', 'text')
    .execute()
  await mine('ways_in')
    .addColumn('accountId', 'text', c => c.notNull())
    .addColumn('providerId', 'text', c => c.notNull())
    .addColumn('accessToken', 'text')
    .addColumn('refreshToken', 'text')
    .addColumn('idToken', 'text')
    .addColumn('accessTokenExpiresAt', instant)
    .addColumn('refreshTokenExpiresAt', instant)
    .addColumn('scope', 'text')
    .addColumn('password', 'text')
    .addColumn('createdAt', instant, c => c.notNull())
    .addColumn('updatedAt', instant, c => c.notNull())
    .execute()
  await table('proofs')
    .addColumn('identifier', 'text', c => c.notNull())
    .addColumn('value', 'text', c => c.notNull())
    .addColumn('expiresAt', instant, c => c.notNull())
    .addColumn('createdAt', instant, c => c.notNull())
    .addColumn('updatedAt', instant, c => c.notNull())
    .execute()
  await mine('second_factors')
    .addColumn('secret', 'text', c => c.notNull())
    .addColumn('backupCodes', 'text', c => c.notNull())
    .addColumn('verified', truth)
    .addColumn('failedVerificationCount', 'integer')
    .addColumn('lockedUntil', instant)
    .execute()
  await mine('passkeys')
    .addColumn('name', 'text')
    .addColumn('publicKey', 'text', c => c.notNull())
    .addColumn('credentialID', 'text', c => c.notNull())
    .addColumn('counter', 'integer', c => c.notNull())
    .addColumn('deviceType', 'text', c => c.notNull())
    .addColumn('backedUp', truth, c => c.notNull())
    .addColumn('transports', 'text')
    .addColumn('createdAt', instant)
    .addColumn('aaguid', 'text')
    .execute()
  for (const [on, column] of indexes)
    await db.schema.createIndex(`${on}_${column}_idx`).on(on).column(column).execute()

  await owned(db, 'members', ['person', 'role', 'services'])
    .addPrimaryKeyConstraint('members_primary', ['organisation', 'person'] as never[])
    .addForeignKeyConstraint('members_person', ['person'] as never[], 'people', ['id'])
    // Who signs in does not say to which organisation: they belong to one.
    .addUniqueConstraint('members_once', ['person'] as never[])
    .execute()
  await owned(db, 'invitations', ['id', 'hash', 'role', 'services', 'until', 'who'])
    .addColumn('email', 'text')
    .addPrimaryKeyConstraint('invitations_primary', ['organisation', 'id'] as never[])
    .execute()
  await db.schema.createIndex('invitations_by_hash').on('invitations').column('hash').execute()
  await db.schema.alterTable('audit').addColumn('who', 'text').execute()
  for (const statement of engine.appendOnly('audit')) await sql.raw(statement).execute(db)
}

const owned = (db: Kysely<unknown>, name: string, texts: readonly string[]) =>
  texts
    .reduce(
      (made, column) => made.addColumn(column, 'text', c => c.notNull()),
      db.schema.createTable(name).addColumn('organisation', 'text', c => c.notNull()),
    )
    .addForeignKeyConstraint(`${name}_organisation`, ['organisation'] as never[], 'organisations', ['id'])

const indexes = [
  ['visits', 'userId'],
  ['ways_in', 'userId'],
  ['proofs', 'identifier'],
  ['second_factors', 'secret'],
  ['second_factors', 'userId'],
  ['passkeys', 'userId'],
  ['passkeys', 'credentialID'],
] as const
