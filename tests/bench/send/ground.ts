// All servers of this bench, each a process of its own, and what they are sent.

import { startPostgres } from '../../fixtures/postgres.ts'
import { postgresAlone, sqliteAlone } from './engines.ts'
import { sealed } from './envelopes.ts'
import { startOurs } from './ours.ts'
import { startProgram } from './programs.ts'

/** Our server with SQLite, and how its database is looked into. */
export async function onSqlite() {
  const server = await startOurs()
  return { server, look: sqliteAlone(server.data) }
}

/** Tables of our server's making, which it has left. */
async function tables(url?: string) {
  const made = await startOurs(url)
  await made.stop()
  return made
}

/** Everything that the whole bench needs. */
export async function ground() {
  const cluster = await startPostgres()
  const url = cluster.database()
  const own = cluster.database()
  const left = [await tables(), await tables(own)] as const
  const sqlite = await onSqlite()
  // The more rows lie in a table the longer takes another at a random place: each is to hold as many as what it is compared
  // with. PostgreSQL alone has those of COPY beside its own.
  const sqliteTwo = await onSqlite()
  const postgres = { server: await startOurs(url), look: await postgresAlone(url) }
  const alone = { sqlite: sqliteAlone(left[0].data), postgres: await postgresAlone(own) }
  const programs = {
    pouchdb: await startProgram('pouchdb'),
    rows: await startProgram('rows'),
    null: await startProgram('null'),
  }
  return {
    seals: await sealed(),
    sqlite,
    sqliteTwo,
    postgres,
    alone,
    programs,
    async stop() {
      const engines = [sqlite.look, sqliteTwo.look, postgres.look, alone.sqlite, alone.postgres]
      for (const one of engines) await one.close()
      for (const one of Object.values(programs)) await one.stop()
      for (const { server } of [sqlite, sqliteTwo, postgres]) {
        await server.stop()
        server.forget()
      }
      for (const one of left) one.forget()
      await cluster.stop()
    },
  }
}

export type Ground = Awaited<ReturnType<typeof ground>>
