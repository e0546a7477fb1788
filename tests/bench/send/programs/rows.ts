// What RxDB's HTTP replication pushes to: an endpoint that puts rows into SQLite, flushed at every commit, as ours is.

import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { listen } from './listen.ts'

const file = new DatabaseSync(join(process.argv[2] ?? '', 'rows.sqlite'))
file.exec('pragma journal_mode = wal; pragma synchronous = full')
file.exec('create table rows (id text primary key, digest text not null, bytes blob not null) without rowid')

interface Pushed {
  readonly newDocumentState: { readonly id: string; readonly digest: string; readonly bytes: string }
}

const statement = (rows: number) =>
  file.prepare(
    `insert into rows values ${Array(rows).fill('(?, ?, ?)').join(', ')} on conflict (id) do nothing`,
  )
const prepared = new Map<number, ReturnType<typeof statement>>()

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

listen((request, response) => {
  void bodyOf(request).then(body => {
    const pushed: Pushed[] = JSON.parse(body)
    const into = prepared.get(pushed.length) ?? statement(pushed.length)
    prepared.set(pushed.length, into)
    const rows = pushed.map(({ newDocumentState: { id, digest, bytes } }) => [
      ...[id, digest],
      Buffer.from(bytes, 'base64url'),
    ])
    into.run(...rows.flat())
    // Whatever is in conflict: nothing.
    response.setHeader('content-type', 'application/json').end('[]')
  })
})
