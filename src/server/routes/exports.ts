// Exports, as the office takes them: files of what was published, streamed, each in the audit trail before it leaves.

import { Hono } from 'hono'
import {
  type Drawn,
  drawnReleaseRequest,
  drawnResultsRequest,
  type ExportRequest,
  exportRequest,
  outlets,
  RELEASES_HEADER,
} from '../../protocol/outlets.ts'
import { endpoint, type Routes } from '../endpoint.ts'
import type { House } from '../house.ts'
import { inOrder } from '../outlets/days.ts'
import { drawnRelease, exported } from '../outlets/exported.ts'
import { wholeLevels } from '../outlets/rollups.ts'
import { streamed } from '../outlets/streamed.ts'
import { fhirBase, responses, written } from '../outlets/written.ts'
import { todayOf } from '../queries/organisations.ts'
import { boxesOf, type Estate, estateOf, everyRelease, howMany } from '../queries/published.ts'
import { releaseOf } from '../queries/releases.ts'
import { inTransaction } from '../queries/transaction.ts'
import { refuse } from '../refusal.ts'
import { type Session, whoIs } from '../session.ts'

/** POST what is wanted; the file comes as it is made. What a page makes by itself is written down before it does. Refuses what is of no service of whoever asks (403.6), and days in no order. */
export const exportRoutes: Routes = house =>
  new Hono()
    .post(
      outlets.exports,
      endpoint(
        house,
        // Its transaction would stay open for as long as somebody takes the file.
        { may: 'POST /api/office/exports', body: exportRequest, apart: true },
        ({ house, who, body }) => exportFor(house, who, body),
      ),
    )
    .post(
      outlets.drawnRelease,
      endpoint(
        house,
        { may: 'POST /api/office/releases/:release/drawings', body: drawnReleaseRequest },
        async ({ house, who: { organisation, role }, body: { as }, context }) => {
          const found = await releaseOf(house.db, organisation, context.req.param('release') ?? '')
          if (!found) throw refuse('404.1')
          if (found.held && role !== 'advocate') throw refuse('403.3')
          await drawnRelease(house, organisation, found, fileOf('release', as))
          return {}
        },
      ),
    )
    .post(
      outlets.drawnResults,
      endpoint(
        house,
        { may: 'POST /api/office/results/drawings', body: drawnResultsRequest },
        async ({ house, who, body: { as, service, ward } }) => {
          const estate = await estateOf(house.db, who)
          if (!boxesOf(estate, { service, ward })) throw refuse('403.6')
          const file = fileOf('chart', as)
          await exported(house, estate, { file, service, ward, from: null, until: null })
          return {}
        },
      ),
    )

const fileOf = (what: string, as: Drawn): string => (as === 'paper' ? `${what} on paper` : `${what}.${as}`)

async function exportFor(house: House, who: Session, body: ExportRequest): Promise<Response> {
  const { organisation } = who
  const estate = await estateOf(house.db, who)
  const boxes = boxesOf(estate, body)
  if (!boxes) throw refuse('403.6')
  inOrder(body)
  const which = { boxes, from: body.from, until: body.until }
  const [many, today] = await inTransaction({ ...house, by: whoIs(who) }, async within => {
    await exported(within, estate, body)
    return [await howMany(within.db, organisation, which), await todayOf(within, organisation)] as const
  })
  const releases = everyRelease(house.db, estate, which)
  const base = fhirBase(house)
  // What services say of themselves has no ward and no day of a count: it is there when everything of them is.
  const isAll = body.file === 'fhir.json' && [body.ward, body.from, body.until].every(one => one === null)
  const said = isAll ? await responses(house.db, base, only(estate, body.service)) : []
  const parts = written(body.file, base, estate, releases, wholeLevels(body), said)
  const [name = '', kind] = body.file.split('.')
  const file = `equal-voice-${name}-${today}.${kind === 'csv' ? 'csv' : 'json'}` as const
  return streamed(file, parts, body.file === 'dictionary.csv' ? {} : { [RELEASES_HEADER]: String(many) })
}

const only = (estate: Estate, service: string | null): Estate => ({
  ...estate,
  services: estate.services.filter(({ id }) => service === null || id === service),
})
