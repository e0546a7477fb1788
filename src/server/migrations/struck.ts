// What shows it may name somebody by mistake: it can be struck out of a voice, and nothing else of a voice can change.

import { type Kysely, sql } from 'kysely'
import type { Engine } from '../database/engine.ts'

/** From here on a row of `voices` stays but for its evidence, which can go for good. */
export async function struck(db: Kysely<unknown>, engine: Engine): Promise<void> {
  for (const statement of engine.strikeOnly('voices', 'evidence')) await sql.raw(statement).execute(db)
}
