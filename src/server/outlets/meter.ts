// What happens before anything is read with a token: it is looked at, and its requests of this minute are counted.

import type { Context } from 'hono'
import type { House } from '../house.ts'
import { markUsed, type TokenReader, tokenReader } from '../queries/tokens.ts'
import { inTransaction } from '../queries/transaction.ts'
import { countRequest } from '../queries/tries.ts'
import { refuse } from '../refusal.ts'

/** Requests of one token in a minute at most. */
export const PER_MINUTE = 120

/** Who reads, by the token of a request. Refuses with 401.8. */
export async function readerFrom(house: House, context: Context): Promise<TokenReader> {
  const [, token] = /^Bearer ([\w-]{1,100})$/i.exec(context.req.header('authorization') ?? '') ?? []
  const reader = token === undefined ? undefined : await tokenReader(house, token)
  if (reader === undefined) throw refuse('401.8', undefined, { 'www-authenticate': 'Bearer' })
  return reader
}

/** Counts a request before it is answered, and stands even where it is refused. Refuses with 401.8 and 429.2. */
export async function metered(house: House, context: Context): Promise<void> {
  const reader = await readerFrom(house, context)
  const now = house.clock.now()
  const many = await inTransaction(house, async within => {
    await markUsed(within, reader)
    return countRequest(within, reader.token)
  })
  if (many <= PER_MINUTE) return
  const wait = 60 - now.getUTCSeconds()
  throw refuse('429.2', undefined, { 'retry-after': String(wait) })
}
