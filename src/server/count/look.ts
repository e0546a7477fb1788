// What each envelope of a chunk turns out to be: most of what is wrong with one shows from outside, the rest are opened.

import type { Header } from '../../envelope/header.ts'
import type { Payload } from '../../envelope/payload.ts'
import type { Envelopes } from '../database/schema.ts'
import type { House } from '../house.ts'
import { type Box, wardsIn } from '../queries/boxes.ts'
import { envelopesOf, isSpent } from '../queries/counts.ts'
import { halvesOf } from './halves.ts'
import { outsideOf } from './outside.ts'
import type { Pool } from './pool.ts'

/** What an envelope turned out to be. */
export interface Looked {
  readonly envelope: Envelopes
  readonly is: Form | { readonly problem: string } | 'again' | 'newer'
}

/** A form, and what its envelope says of it. */
export interface Form {
  readonly payload: Payload
  readonly header: Header
}

/** Looks at one chunk after the other of a box and has what is whole opened. What it gives throws KeyMissing. */
export async function looking(house: House, box: Box, pool: Pool) {
  const wards = new Set((await wardsIn(house.db, box)).map(({ id }) => id))
  const halves = halvesOf(house)
  return async (ids: readonly string[]): Promise<Looked[]> => {
    const envelopes = await envelopesOf(house.db, box.organisation, ids)
    const spent = await isSpent(house.db, box.organisation, ids)
    const seen = envelopes.map(envelope => ({
      envelope,
      is: before(spent, envelope) ?? outsideOf(envelope, wards),
    }))
    const sealed = seen.flatMap(({ is }) =>
      typeof is === 'object' && 'header' in is ? [{ key: is.header.key, bytes: is.bytes }] : [],
    )
    const opened = (await pool.open({ sealed, halves: halves(sealed.map(({ key }) => key)) })).values()
    return seen.map(({ envelope, is }) => {
      if (typeof is === 'string' || 'problem' in is) return { envelope, is }
      const { value } = opened.next()
      if (value === undefined) throw new Error('an envelope of which nothing is said')
      return { envelope, is: 'problem' in value ? value : { payload: value, header: is.header } }
    })
  }
}

function before(
  spent: ReadonlyMap<string, string>,
  { id, digest }: Envelopes,
): 'again' | { readonly problem: string } | undefined {
  if (!spent.has(id)) return undefined
  return spent.get(id) === digest ? 'again' : { problem: 'a form with this id was counted before' }
}
