// What other systems read with a token: services, wards, releases and their roll-ups, as JSON or CSV. Nothing else, and no more.

import { type Handler, Hono } from 'hono'
import {
  outlets,
  type ReleaseOut,
  type ReleasesOut,
  type RollUpsOut,
  type WardsOut,
} from '../../protocol/outlets.ts'
import { type Ask, endpoint, type Routes } from '../endpoint.ts'
import type { House } from '../house.ts'
import { type Asked, askedOf } from '../outlets/asked.ts'
import { exported } from '../outlets/exported.ts'
import { metered } from '../outlets/meter.ts'
import { rollUps, wholeLevels } from '../outlets/rollups.ts'
import { streamed } from '../outlets/streamed.ts'
import { fhirBase, written } from '../outlets/written.ts'
import type { Route } from '../permissions.ts'
import {
  type Estate,
  estateOf,
  everyRelease,
  oneRelease,
  type Published,
  pageOf,
} from '../queries/published.ts'
import { byToken, type TokenReader } from '../queries/tokens.ts'
import { inTransaction } from '../queries/transaction.ts'
import { refuse } from '../refusal.ts'

type Reading = Extract<Route, `GET /api/v1/${string}`>

/** Releases of one page at most. */
const PAGE = 100

export const readingRoutes: Routes = house => {
  const reading = <R extends Reading>(
    may: R,
    answer: (ask: Ask<R, undefined>) => Promise<unknown>,
  ): Handler =>
    // Apart: a file leaves for as long as somebody takes it, and no transaction waits for that.
    endpoint(house, { may, before: metered, apart: true }, answer)
  return new Hono()
    .get(
      outlets.services,
      reading('GET /api/v1/services', async ({ house, who }) => ({
        services: (await estateOf(house.db, who)).services,
      })),
    )
    .get(
      outlets.wards,
      reading('GET /api/v1/wards', async ({ house, who }) => ({
        wards: wardsOf(await estateOf(house.db, who)),
      })),
    )
    .get(
      outlets.releases,
      reading('GET /api/v1/releases', async ({ house, who, context }) => {
        const asked = await askedOf(house.db, who, context)
        return asked.query.format === 'csv' ? file(house, who, asked, 'releases.csv') : list(house, asked)
      }),
    )
    .get(
      outlets.release,
      reading('GET /api/v1/releases/:release', async ({ house, who, context }): Promise<ReleaseOut> => {
        const estate = await estateOf(house.db, who)
        const found = await oneRelease(house.db, estate, context.req.param('release') ?? '')
        if (!found) throw refuse('404.1')
        return { ...whose(estate, found), organisation: estate.name, release: found.release }
      }),
    )
    .get(
      outlets.rollUps,
      reading('GET /api/v1/rollups', async ({ house, who, context }) => {
        const asked = await askedOf(house.db, who, context)
        if (asked.query.format === 'csv') return file(house, who, asked, 'rollups.csv')
        const all = everyRelease(house.db, asked.estate, asked.which)
        const found: RollUpsOut['rollUps'][number][] = []
        for await (const { level, named } of rollUps(asked.estate, all, levelsOf(asked)))
          found.push({ level, ...named })
        return { rollUps: found } satisfies RollUpsOut
      }),
    )
}

/** Each ward with its boxes: a ward that is counted with others from some day on has another box from then on. */
const wardsOf = ({ boxes }: Estate): WardsOut['wards'] =>
  [
    ...Map.groupBy(
      [...boxes.values()].flatMap(box => box.wards.map(ward => ({ ward, box }))),
      ({ ward }) => ward.id,
    ),
  ].flatMap(([id, all]) =>
    all.slice(0, 1).map(({ ward: { name }, box: { service } }) => ({
      id,
      name,
      service: service.id,
      boxes: all.map(({ box }) => box.id),
    })),
  )

const whose = ({ demonstration }: Estate, { id, box, wards }: Published) => ({
  id,
  demonstration,
  service: box.service,
  box: box.id,
  wards,
})

async function list(house: House, { estate, which, query }: Asked): Promise<ReleasesOut> {
  const [due = '', id = ''] = query.after?.split('_') ?? []
  const after = query.after === undefined ? undefined : { due, id }
  const { releases, next } = await pageOf(house.db, estate, which, after, PAGE)
  return {
    releases: releases.map(one => ({
      ...whose(estate, one),
      due: one.release.due,
      base: one.release.base,
    })),
    next: next ? `${next.due}_${next.id}` : null,
  }
}

/** The levels of an answer: those that can be added up whole, or the one that is asked for. Refuses with 400.1. */
function levelsOf({ chosen, query: { of } }: Asked) {
  const all = wholeLevels(chosen)
  if (of === undefined) return all
  if (!all.includes(of)) throw refuse('400.1', 'at of: a part can not be added up to it')
  return [of]
}

/** A file is an export, and in the audit trail as one. */
async function file(
  house: House,
  { name }: TokenReader,
  asked: Asked,
  what: 'releases.csv' | 'rollups.csv',
): Promise<Response> {
  const { estate, chosen, which } = asked
  const levels = levelsOf(asked)
  await inTransaction({ ...house, by: byToken(name) }, within =>
    exported(within, estate, { ...chosen, file: what }),
  )
  const releases = everyRelease(house.db, estate, which)
  return streamed(what, written(what, fhirBase(house), estate, releases, levels))
}
