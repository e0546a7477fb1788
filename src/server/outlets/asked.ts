// What a reader from outside asks for in an address: of which service or ward, from when until when, in which form.

import type { Context } from 'hono'
import * as v from 'valibot'
import { type Chosen, chosen, levels } from '../../protocol/outlets.ts'
import { isDay } from '../clock.ts'
import type { Database } from '../database/database.ts'
import { boxesOf, type Estate, estateOf, type Reader } from '../queries/published.ts'
import { refuse } from '../refusal.ts'
import { inOrder } from './days.ts'

const shape = v.strictObject({
  ...v.partial(chosen).entries,
  of: v.optional(v.picklist(levels)),
  format: v.optional(v.picklist(['json', 'csv'])),
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}_[\w-]{1,100}$/))),
})
type Query = v.InferOutput<typeof shape>

/** What is asked for, with the boxes that it comes to. */
export interface Asked {
  readonly estate: Estate
  readonly chosen: Chosen
  readonly which: { readonly boxes: readonly string[] } & Pick<Chosen, 'from' | 'until'>
  readonly query: Query
}

/** Reads an address. Refuses what it does not know (400.1), days in no order (422.23), others' services (403.6). */
export async function askedOf(db: Database, reader: Reader, context: Context): Promise<Asked> {
  const given = context.req.query()
  const read = v.safeParse(shape, given)
  if (!read.success) throw refuse('400.1', `at ${v.getDotPath(read.issues[0]) ?? 'the top'}`)
  const query = read.output
  const { service = null, ward = null, from = null, until = null } = query
  if ([from, until].some(one => one !== null && !isDay(one))) throw refuse('400.1', 'a day that is none')
  inOrder({ from, until })
  const estate = await estateOf(db, reader)
  const boxes = boxesOf(estate, { service, ward })
  if (!boxes) throw refuse('403.6')
  return { estate, chosen: { service, ward, from, until }, which: { boxes, from, until }, query }
}
