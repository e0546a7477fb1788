// Who takes part on our side: our server with each engine, the engines alone, and our server with nowhere to put anything.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Contender } from './contender.ts'
import { copied, type EngineAlone, type PostgresAlone, rowsOf } from './engines.ts'
import type { Envelope } from './envelopes.ts'
import type { Tablet } from './outbox.ts'
import { proven } from './proven.ts'

/** How a store is looked into from outside. */
type Look = Pick<EngineAlone, 'count' | 'read'>

/** A prepared sending that is proved by what has come into a store. */
async function into(look: Look, envelopes: readonly Envelope[], go: () => Promise<void>) {
  const before = await look.count()
  return { go, prove: async () => proven((await look.count()) - before, envelopes, look.read) }
}

/** A tablet that sends to our server, whose database is looked into by another connection; each has a receipt. */
export const ours = (tablet: Tablet, look: Look, size?: number): Contender => ({
  prepare: envelopes => into(look, envelopes, () => tablet.send(envelopes, size)),
})

/** Several tablets that send their part each, all at once, so that the server never waits for one of them to think. */
export const together = (tablets: readonly Tablet[], look: Look, size: number): Contender => ({
  prepare(envelopes) {
    const part = Math.ceil(envelopes.length / tablets.length)
    const send = (tablet: Tablet, n: number) => tablet.send(envelopes.slice(n * part, (n + 1) * part), size)
    return into(look, envelopes, async () => void (await Promise.all(tablets.map(send))))
  },
})

/** An engine alone, in statements of 500 rows. */
export const alone = (engine: EngineAlone): Contender => ({
  async prepare(envelopes) {
    const rows = rowsOf(engine.owner, envelopes)
    return into(engine, envelopes, () => engine.insert(rows))
  },
})

/** PostgreSQL's COPY of a file, in one transaction. */
export const copy = (engine: PostgresAlone, folder: string): Contender => ({
  async prepare(envelopes) {
    const file = join(folder, 'rows.copy')
    writeFileSync(file, copied(rowsOf(engine.owner, envelopes)))
    return into(engine, envelopes, () => engine.copy(file))
  },
})

/** A tablet that sends to a server that stores nothing: its receipts are all the proof there can be. */
export const nowhere = (tablet: Tablet, size: number): Contender => ({
  prepare: async envelopes => ({ go: () => tablet.send(envelopes, size), prove: async () => undefined }),
})
