// Searching in FHIR's manner: the parameters that we know, and pages of what is found.

import type { Context } from 'hono'
import { type Addressed, searchset } from '../../exchange/fhir/bundle.ts'
import { searches, type Type } from '../../exchange/fhir/capability.ts'
import { refuse } from '../refusal.ts'

const USUAL = 20
const MOST = 100

/** What is searched for: the values of each parameter, the search's own address, and how many a page has. */
export interface Search {
  readonly used: Readonly<Partial<Record<string, readonly string[]>>>
  readonly self: string
  readonly count: number
  /** The last of the page before. */
  readonly after: string | undefined
}

/**
 * Reads the parameters that we know. The others are passed over, unless whoever asks wants to hear of it (Prefer:
 * handling=strict): then they are refused with 400.1.
 */
export function searchOf(context: Context, base: string, type: Type): Search {
  const known = [...Object.keys(searches[type]), '_count', '_after']
  const given = Object.entries(context.req.queries())
  const strange = given.find(([name]) => !known.includes(name) && name !== '_format')
  const isStrict = /\bhandling=strict\b/.test(context.req.header('prefer') ?? '')
  if (strange && isStrict) throw refuse('400.1', `at ${strange[0]}`)
  const kept = given.filter(([name]) => known.includes(name))
  const used: Search['used'] = Object.fromEntries(kept)
  const [count = String(USUAL)] = used._count ?? []
  if (!/^\d{1,6}$/.test(count)) throw refuse('400.1', 'at _count')
  const query = new URLSearchParams(
    kept.flatMap(([name, all]) => all.map((one): [string, string] => [name, one])),
  )
  return {
    used,
    self: `${base}/${type}${query.size > 0 ? `?${query}` : ''}`,
    count: Math.min(MOST, Number(count)),
    after: used._after?.[0],
  }
}

/** Whether one of these is among what a parameter names; every value of it narrows, and each may name several. */
export const isOne = (values: readonly string[] | undefined, ...these: readonly string[]): boolean =>
  (values ?? []).every(value => value.split(',').some(one => these.includes(one)))

/** The address of the page after. */
export function nextOf({ self }: Search, after: string): string {
  const url = new URL(self)
  url.searchParams.set('_after', after)
  return url.href
}

/** A page of all that was found, which is in the order of its ids. */
export function pageIn(base: string, search: Search, all: readonly Addressed[]): object {
  const sorted = all.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const left = sorted.filter(({ id }) => search.after === undefined || id > search.after)
  const found = left.slice(0, search.count)
  const last = found.at(-1)
  const next = last && left.length > found.length ? nextOf(search, last.id) : undefined
  return searchset(base, { self: search.self, next, total: all.length, found })
}
