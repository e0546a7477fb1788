// The FHIR R4 endpoint: what was published, to read and to search, with the tokens of the read API.

import { type Handler, Hono } from 'hono'
import { searchset } from '../../exchange/fhir/bundle.ts'
import { capability, type Type } from '../../exchange/fhir/capability.ts'
import { versioned } from '../../exchange/fhir/measure.ts'
import { measureReport } from '../../exchange/fhir/measurereport.ts'
import { evaluation } from '../../instrument/evaluation.ts'
import { readiness } from '../../instrument/readiness.ts'
import { outlets } from '../../protocol/outlets.ts'
import { type Ask, endpoint, type Routes } from '../endpoint.ts'
import { daysOf } from '../outlets/days.ts'
import { metered } from '../outlets/meter.ts'
import { isOne, nextOf, pageIn, searchOf } from '../outlets/search.ts'
import { definitions, fhirBase, namedOf, responses } from '../outlets/written.ts'
import type { Route } from '../permissions.ts'
import { estateOf, howMany, oneRelease, pageOf } from '../queries/published.ts'
import { refuse } from '../refusal.ts'

type Reading = Exclude<Extract<Route, `GET /fhir/${string}`>, 'GET /fhir/metadata'>

/** The types that explain themselves without any release. */
type Kind = Exclude<Type, 'MeasureReport' | 'QuestionnaireResponse'>

export const fhirRoutes: Routes = house => {
  const base = fhirBase(house)
  const reading = <R extends Reading>(may: R, answer: (ask: Ask<R, undefined>) => Promise<object>): Handler =>
    endpoint(house, { may, before: metered }, async ask => fhir(await answer(ask)))
  const all = definitions(base)
  const ofType = (type: string) => all.filter(one => one.resourceType === type)
  const list = (type: Kind) =>
    reading(`GET /fhir/${type}`, async ({ context }) => {
      const search = searchOf(context, base, type)
      const { _id, url } = search.used
      const found = ofType(type).filter(one => isOne(_id, one.id) && isOne(url, one.url))
      return pageIn(base, search, found)
    })
  const read = (type: Kind) =>
    reading(`GET /fhir/${type}/:definition`, async ({ context }) =>
      there(ofType(type).find(one => one.id === context.req.param('definition'))),
    )
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
      reading('GET /fhir/MeasureReport', ask => reports(base, ask)),
    )
    .get(
      outlets.report,
      reading('GET /fhir/MeasureReport/:release', async ({ house, who, context }) => {
        const estate = await estateOf(house.db, who)
        const found = await oneRelease(house.db, estate, context.req.param('release') ?? '')
        return measureReport(base, namedOf(estate, there(found)))
      }),
    )
    .get(
      outlets.responses,
      reading('GET /fhir/QuestionnaireResponse', async ({ house, who, context }) => {
        const search = searchOf(context, base, 'QuestionnaireResponse')
        const { _id, authored, questionnaire } = search.used
        const { from, until } = daysOf(authored ?? [])
        const asked = [versioned(base, 'Questionnaire', readiness), `${base}/Questionnaire/${readiness.id}`]
        const found = (await responses(house.db, base, await estateOf(house.db, who))).filter(
          one =>
            isOne(_id, one.id) &&
            isOne(questionnaire, ...asked) &&
            (from === null || one.authored >= from) &&
            (until === null || one.authored <= until),
        )
        return pageIn(base, search, found)
      }),
    )
    .get(
      outlets.response,
      reading('GET /fhir/QuestionnaireResponse/:response', async ({ house, who, context }) => {
        const all = await responses(house.db, base, await estateOf(house.db, who))
        return there(all.find(one => one.id === context.req.param('response')))
      }),
    )
}

/** A page of releases, read from the database as one. */
async function reports(base: string, { house, who, context }: Ask<Reading, undefined>): Promise<object> {
  const search = searchOf(context, base, 'MeasureReport')
  const { used, self, count } = search
  const estate = await estateOf(house.db, who)
  const days = daysOf([...(used.date ?? []), ...(used.period ?? [])])
  const { id } = evaluation
  const isOurs = isOne(used.measure, versioned(base, 'Measure', evaluation), `${base}/Measure/${id}`)
  const which = {
    boxes: isOurs ? [...estate.boxes.keys()] : [],
    ...days,
    ids: used._id?.flatMap(one => one.split(',')),
  }
  const [due = '', release = ''] = search.after?.split('_') ?? []
  const after = search.after === undefined ? undefined : { due, id: release }
  const total = await howMany(house.db, who.organisation, which)
  const page = await pageOf(house.db, estate, which, after, count)
  const next = count > 0 && page.next ? nextOf(search, `${page.next.due}_${page.next.id}`) : undefined
  const found = page.releases.map(one => measureReport(base, namedOf(estate, one)))
  return searchset(base, { self, next, total, found })
}

function there<T>(found: T | undefined): T {
  if (found === undefined) throw refuse('404.1')
  return found
}

const fhir = (resource: object): Response =>
  new Response(JSON.stringify(resource), {
    headers: { 'content-type': 'application/fhir+json; charset=utf-8' },
  })
