// What may leave for other systems: releases that nobody holds, of the services that whoever asks may see. Read page by page.

import * as v from 'valibot'
import { shipped } from '../../instrument/instruments.ts'
import type { Chosen } from '../../protocol/outlets.ts'
import type { Release } from '../../results/release.ts'
import { isDay } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Releases } from '../database/schema.ts'
import { type Session, sees } from '../session.ts'
import { fromJson, stored } from '../stored.ts'
import { estateIn } from './joins.ts'
import { namesIn } from './releases.ts'

/** Who reads: somebody in the office, or a token. */
export type Reader = Pick<Session, 'organisation' | 'services'>

interface Named {
  readonly id: string
  readonly name: string
}

/** A box with its service and its wards, by their names of today. */
interface BoxOut {
  readonly id: string
  readonly service: Named
  readonly wards: readonly Named[]
}

/** What of an organisation its reader may see. */
export interface Estate {
  readonly organisation: string
  readonly name: string
  readonly demonstration: boolean
  /** Whether that is all services. */
  readonly whole: boolean
  readonly services: readonly Named[]
  readonly boxes: ReadonlyMap<string, BoxOut>
}

/** A release with where it belongs. */
export interface Published {
  readonly id: string
  readonly box: BoxOut
  /** The names that its wards had then. */
  readonly wards: readonly string[]
  readonly release: Release
}

/** Where a page begins: after the last release of the page before. */
export interface After {
  readonly due: string
  readonly id: string
}

/** The organisation with the services that its reader sees; no other service is in it. */
export async function estateOf(db: Database, reader: Reader): Promise<Estate> {
  const { organisation } = reader
  const rows = await estateIn(db, organisation)
    .select([
      'organisations.name as trust',
      'organisations.demonstration',
      'services.id as service',
      'services.name as serviceName',
      'boxes.id as box',
      'wards.id as ward',
      'wards.name as wardName',
    ])
    .execute()
  const services = new Map<string, Named>()
  const boxes = new Map<string, BoxOut & { readonly wards: Named[] }>()
  for (const row of rows) {
    if (row.service === null || !sees(reader, row.service)) continue
    const service = services.get(row.service) ?? { id: row.service, name: row.serviceName ?? '' }
    services.set(service.id, service)
    if (row.box === null) continue
    const box = boxes.get(row.box) ?? { id: row.box, service, wards: [] }
    boxes.set(box.id, box)
    if (row.ward !== null) box.wards.push({ id: row.ward, name: row.wardName ?? '' })
  }
  const [{ trust, demonstration } = { trust: '', demonstration: 0 }] = rows
  return {
    organisation,
    name: trust,
    demonstration: demonstration === 1,
    whole: reader.services === 'all',
    services: [...services.values()],
    boxes,
  }
}

/** The boxes that somebody has chosen; undefined where they name a service or a ward that their reader does not see. */
export function boxesOf(
  { services, boxes }: Estate,
  { service, ward }: Pick<Chosen, 'service' | 'ward'>,
): readonly string[] | undefined {
  const all = [...boxes.values()]
  if (service !== null && !services.some(one => one.id === service)) return undefined
  if (ward !== null && !all.some(box => box.wards.some(one => one.id === ward))) return undefined
  return all
    .filter(box => service === null || box.service.id === service)
    .filter(box => ward === null || box.wards.some(one => one.id === ward))
    .map(box => box.id)
}

/** Releases of these boxes and days; where there are `ids`, of those alone. */
type Which = { readonly boxes: readonly string[]; readonly ids?: readonly string[] | undefined } & Pick<
  Chosen,
  'from' | 'until'
>

/** Releases of these boxes that nobody holds; of no box there are none. */
const open = (db: Database, organisation: string, { boxes, ids, from, until }: Which) =>
  db
    .selectFrom('releases')
    .where('organisation', '=', organisation)
    .where('held', 'is', null)
    .where('box', 'in', boxes.length === 0 ? [''] : [...boxes])
    .$if(ids !== undefined, all => all.where('id', 'in', ids?.length ? [...ids] : ['']))
    .$if(from !== null, all => all.where('due', '>=', from ?? ''))
    .$if(until !== null, all => all.where('due', '<=', until ?? ''))

/** How many releases are chosen. */
export async function howMany(db: Database, organisation: string, which: Which): Promise<number> {
  const row = await open(db, organisation, which)
    .select(at => at.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** The next releases after one, by day; at most so many. What a row has spoilt is no release to hand on. */
export async function pageOf(
  db: Database,
  estate: Estate,
  which: Which,
  after: After | undefined,
  limit: number,
): Promise<{ readonly releases: readonly Published[]; readonly next: After | undefined }> {
  const rows = await open(db, estate.organisation, which)
    .select(['id', 'box', 'due', 'body', 'wards'])
    .$if(after !== undefined, all =>
      all.where(row =>
        row.or([
          row('due', '>', after?.due ?? ''),
          row.and([row('due', '=', after?.due ?? ''), row('id', '>', after?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('due')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    releases: shown.flatMap(row => publishedFrom(estate, row) ?? []),
    next: last && rows.length > limit ? { due: last.due, id: last.id } : undefined,
  }
}

const PAGE = 50

/** Every chosen release, read in pages: never more than one page in memory, and no query after whoever asks has gone. */
export async function* everyRelease(db: Database, estate: Estate, which: Which): AsyncGenerator<Published> {
  let after: After | undefined
  do {
    const page = await pageOf(db, estate, which, after, PAGE)
    yield* page.releases
    after = page.next
  } while (after)
}

/** One release; undefined where there is none, or it is held. */
export async function oneRelease(db: Database, estate: Estate, id: string): Promise<Published | undefined> {
  const row = await open(db, estate.organisation, {
    boxes: [...estate.boxes.keys()],
    from: null,
    until: null,
  })
    .select(['id', 'box', 'due', 'body', 'wards'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && publishedFrom(estate, row)
}

const shape = v.looseObject({
  v: v.literal(1),
  instrument: v.object({ id: v.string(), version: v.string() }),
  due: v.string(),
  base: v.number(),
  columns: v.array(v.string()),
  items: v.array(v.looseObject({ id: v.string() })),
  topics: v.array(v.looseObject({ id: v.string() })),
})

type Row = Pick<Releases, 'id' | 'box' | 'due' | 'body' | 'wards'>

function publishedFrom(estate: Estate, { id, box: of, due, body, wards }: Row): Published | undefined {
  const [box, release] = [estate.boxes.get(of), releaseFrom(body)]
  if (!box || !release || !isDay(due)) return undefined
  return { id, box, wards: namesIn(wards) ?? box.wards.map(({ name }) => name), release }
}

function releaseFrom(body: string): Release | undefined {
  const read = fromJson(body)
  const found = stored(shape, read, undefined)
  const isKnown = shipped.some(
    ({ id, version }) => id === found?.instrument.id && version === found.instrument.version,
  )
  return isKnown ? (read as Release) : undefined
}
