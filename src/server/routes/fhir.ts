// The FHIR R4 endpoint: what was published, to read and to search, with the tokens of the read API.

import { type Context, type Handler, Hono } from 'hono'
import { searchset } from '../../exchange/fhir/bundle.ts'
import { capability, searches, type Type } from '../../exchange/fhir/capability.ts'
import { versioned } from '../../exchange/fhir/measure.ts'
import { measureReport } from '../../exchange/fhir/measurereport.ts'
import { evaluation } from '../../instrument/evaluation.ts'
import { outlets } from '../../protocol/outlets.ts'
import { type Ask, endpoint, type Routes } from '../endpoint.ts'
import { daysOf } from '../outlets/days.ts'
import { metered } from '../outlets/meter.ts'
import { definitions, fhirBase, namedOf } from '../outlets/written.ts'
import type { Route } from '../permissions.ts'
import { estateOf, howMany, oneRelease, type Published, pageOf } from '../queries/published.ts'
import { refuse } from '../refusal.ts'

type Reading = Exclude<Extract<Route, `GET /fhir/${string}`>, 'GET /fhir/metadata'>

const USUAL = 20
const MOST = 100

export const fhirRoutes: Routes = house => {
  const base = fhirBase(house)
  const reading = <R extends Reading>(may: R, answer: (ask: Ask<R, undefined>) => Promise<object>): Handler =>
    endpoint(house, { may, before: metered }, async ask => fhir(await answer(ask)))
  const all = definitions(base)
  const ofType = (type: string) => all.filter(one => one.resourceType === type)
  const list = (type: Type & Kind) =>
    reading(`GET /fhir/${type}`, async ({ context }) => {
      const { used, self } = searched(context, base, type)
      const found = ofType(type).filter(
        one => isOne(used._id, one.id) && isOne(used.url, one.url) && Number(used._count?.[0] ?? 1) !== 0,
      )
      return searchset(base, { self, total: found.length, found })
    })
  const read = (type: Kind) =>
    reading(`GET /fhir/${type}/:definition`, async ({ context }) => {
      const found = ofType(type).find(one => one.id === context.req.param('definition'))
      if (!found) throw refuse('404.1')
      return found
    })
  return new Hono()
    .get(
      outlets.metadata,
      endpoint(house, { may: 'GET /fhir/metadata', apart: true }, async () => fhir(capability(base))),
    )
    .get(outlets.questionnaires, list('Questionnaire'))
    .get(outlets.questionnaire, read('Questionnaire'))
    .get(outlets.measures, list('Measure'))
    .get(outlets.measure, read('Measure'))
    .get(outlets.codeSystems, list('CodeSystem'))
    .get(outlets.codeSystem, read('CodeSystem'))
    .get(outlets.extensions, list('StructureDefinition'))
    .get(outlets.extension, read('StructureDefinition'))
    .get(
      outlets.reports,
      reading('GET /fhir/MeasureReport', async ({ house, who, context }) => {
        const { used, self } = searched(context, base, 'MeasureReport')
        const estate = await estateOf(house.db, who)
        const days = daysOf([...(used.date ?? []), ...(used.period ?? [])])
        const count = Math.min(MOST, Number(used._count?.[0] ?? USUAL))
        const isOurs = isOne(
          used.measure,
          versioned(base, 'Measure', evaluation),
          `${base}/Measure/${evaluation.id}`,
        )
        const boxes = isOurs ? [...estate.boxes.keys()] : []
        const which = { boxes, ...days, ids: used._id?.flatMap(one => one.split(',')) }
        const [due = '', id = ''] = used._after?.[0]?.split('_') ?? []
        const after = used._after ? { due, id } : undefined
        const total = await howMany(house.db, who.organisation, which)
        const page = count === 0 ? nothing : await pageOf(house.db, estate, which, after, count)
        const next = page.next && nextOf(self, `${page.next.due}_${page.next.id}`)
        const found = page.releases.map(one => measureReport(base, namedOf(estate, one)))
        return searchset(base, { self, next, total, found })
      }),
    )
    .get(
      outlets.report,
      reading('GET /fhir/MeasureReport/:release', async ({ house, who, context }) => {
        const estate = await estateOf(house.db, who)
        const found = await oneRelease(house.db, estate, context.req.param('release') ?? '')
        if (!found) throw refuse('404.1')
        return measureReport(base, namedOf(estate, found))
      }),
    )
}

/** The types that explain themselves without any release. */
type Kind = Exclude<Type, 'MeasureReport'>

const nothing: { readonly releases: readonly Published[]; readonly next: undefined } = {
  releases: [],
  next: undefined,
}

const fhir = (resource: object): Response =>
  new Response(JSON.stringify(resource), {
    headers: { 'content-type': 'application/fhir+json; charset=utf-8' },
  })

type Used = Readonly<Partial<Record<string, readonly string[]>>>

/**
 * The parameters that we know, and the search's own address made of them. The others are passed over, unless whoever asks
 * wants to hear of it (Prefer: handling=strict): then they are refused with 400.1.
 */
function searched(
  context: Context,
  base: string,
  type: Type,
): { readonly used: Used; readonly self: string } {
  const known = [...Object.keys(searches[type]), '_count', '_after']
  const given = Object.entries(context.req.queries())
  const strange = given.find(([name]) => !known.includes(name) && name !== '_format')
  const isStrict = /\bhandling=strict\b/.test(context.req.header('prefer') ?? '')
  if (strange && isStrict) throw refuse('400.1', `at ${strange[0]}`)
  const kept = given.filter(([name]) => known.includes(name))
  const used: Used = Object.fromEntries(kept)
  if (used._count?.some(one => !/^\d{1,6}$/.test(one))) throw refuse('400.1', 'at _count')
  const query = new URLSearchParams(kept.flatMap(([name, all]) => all.map(one => [name, one])))
  return { used, self: `${base}/${type}${query.size > 0 ? `?${query}` : ''}` }
}

/** Whether one of these is among what a parameter names; every value of it narrows, and each may name several. */
const isOne = (values: readonly string[] | undefined, ...these: readonly string[]): boolean =>
  (values ?? []).every(value => value.split(',').some(one => these.includes(one)))

function nextOf(self: string, after: string): string {
  const url = new URL(self)
  url.searchParams.set('_after', after)
  return url.href
}
