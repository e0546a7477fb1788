// The FHIR endpoint as another system reads it: with the client that others use, from a server that runs by itself.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'fhir-kit-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problems } from '../../../src/exchange/fhir/answers.ts'
import type { Questionnaire } from '../../../src/exchange/fhir/types.ts'
import { outlets } from '../../../src/protocol/outlets.ts'
import { type Database, openDatabase } from '../../../src/server/database/database.ts'
import { daysOf } from '../../../src/server/outlets/days.ts'
import { faults } from '../../exchange/valid.ts'
import { now } from '../accounts/person.ts'
import { against } from '../described.ts'
import { type Front, formId, onBothEngines, signIn } from '../front.ts'
import { type Process, run } from '../process.ts'
import { made, published, type Trust, trust } from './given.ts'

interface Bundle {
  readonly resourceType: string
  readonly total: number
  readonly link: readonly { readonly relation: string; readonly url: string }[]
  readonly entry?: readonly {
    readonly fullUrl: string
    readonly resource: { readonly resourceType: string; readonly id: string }
  }[]
}

const idsOf = (bundle: unknown): string[] =>
  ((bundle as Bundle).entry ?? []).map(({ resource }) => resource.id)

describe('a client of FHIR R4', () => {
  const data = mkdtempSync(join(tmpdir(), 'ev-fhir-'))
  const days = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01']
  let server: Process
  let client: Client
  let releases: string[]
  let held: string
  let finished: string
  beforeAll(async () => {
    server = await run({ DATA_DIR: data })
    const admin = await signIn(server)
    const ward = await admin.addWard('Adult wards', 'Willow')
    const db = await openDatabase({ folder: data })
    releases = []
    for (const day of days)
      releases.push(await published(db, ward, day, { forms: day < '2026-03' ? 12 : 120 }))
    held = await published(db, ward, '2026-06-01', { held: true })
    finished = await readied(db, ward)
    await db.destroy()
    client = new Client({ baseUrl: `${server.url}/fhir`, bearerToken: await made(admin) })
  }, 60_000)
  afterAll(async () => {
    server.child.kill('SIGTERM')
    await server.ended
    rmSync(data, { recursive: true, force: true })
  })

  it('is told what can be asked, without a token', async () => {
    const stranger = new Client({ baseUrl: `${server.url}/fhir` })
    const statement = await stranger.capabilityStatement()
    expect(statement).toMatchObject({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' })
    expect(faults(statement)).toEqual([])
  })

  it('reads each release as a report, and everything that a report refers to', async () => {
    const found = await client.search({ resourceType: 'MeasureReport', searchParams: { _count: 100 } })
    expect(faults(found)).toEqual([])
    expect(idsOf(found)).toEqual(releases)
    for (const id of releases) {
      const report = await client.read({ resourceType: 'MeasureReport', id })
      expect([id, ...faults(report)]).toEqual([id])
    }
    const report = await client.read({ resourceType: 'MeasureReport', id: releases[0] ?? '' })
    const [measureUrl = ''] = String((report as { measure?: string }).measure).split('|')
    expect(measureUrl.startsWith(`${server.url}/fhir/Measure/`)).toBe(true)
    const measure = await client.read({ resourceType: 'Measure', id: measureUrl.split('/').at(-1) ?? '' })
    expect(faults(measure)).toEqual([])
    for (const resourceType of ['Questionnaire', 'CodeSystem', 'StructureDefinition'])
      for (const { resource, fullUrl } of ((await client.search({ resourceType })) as unknown as Bundle)
        .entry ?? []) {
        expect([fullUrl, ...faults(resource)]).toEqual([fullUrl])
        expect(await client.read({ resourceType, id: resource.id })).toEqual(resource)
      }
  })

  it('goes from page to page, and comes to each release once', async () => {
    let page = await client.search({ resourceType: 'MeasureReport', searchParams: { _count: 2 } })
    const seen: string[] = []
    for (let n = 0; n < 9; n++) {
      expect((page as unknown as Bundle).total).toBe(releases.length)
      seen.push(...idsOf(page))
      const next = client.nextPage({ bundle: page as never })
      if (!next) break
      page = await next
    }
    expect(seen).toEqual(releases)
  })

  it('searches by day, by id and by measure', async () => {
    const search = async (searchParams: Record<string, string | string[]>) =>
      idsOf(await client.search({ resourceType: 'MeasureReport', searchParams }))
    expect(await search({ date: '2026-02-01' })).toEqual([releases[1]])
    expect(await search({ date: ['ge2026-02', 'lt2026-04-01'] })).toEqual(releases.slice(1, 3))
    expect(await search({ period: 'gt2026-04' })).toEqual([releases[4]])
    expect(await search({ _id: `${releases[0]},${releases[3]}` })).toEqual([releases[0], releases[3]])
    expect(await search({ _id: held })).toEqual([])
    const measure = `${server.url}/fhir/Measure/rrn-coproduction-evaluation`
    expect(await search({ measure })).toEqual(releases)
    expect(await search({ measure: `${measure}|0.1` })).toEqual([])
  })

  it('is refused in the words of FHIR, with our number', async () => {
    for (const [ask, status, number] of [
      [client.read({ resourceType: 'MeasureReport', id: held }), 404, '404.1'],
      [client.read({ resourceType: 'Patient', id: '1' }), 404, '404.1'],
      [client.search({ resourceType: 'MeasureReport', searchParams: { date: 'soon' } }), 400, '400.1'],
      [
        new Client({ baseUrl: `${server.url}/fhir`, bearerToken: 'evt_none' }).search({
          resourceType: 'Measure',
        }),
        401,
        '401.8',
      ],
    ] as const) {
      const error = await ask.then(
        () => undefined,
        (thrown: { response: { status: number; data: unknown } }) => thrown.response,
      )
      expect(error?.status).toBe(status)
      expect(error?.data).toMatchObject({
        resourceType: 'OperationOutcome',
        issue: [{ details: { coding: [{ code: number }] } }],
      })
      expect(faults({ ...(error?.data as object) })).toEqual([])
    }
  })

  it('gets what a service says of itself, once it is finished, without its evidence, and held to its questionnaire', async () => {
    const said = idsOf(await client.search({ resourceType: 'QuestionnaireResponse' }))
    expect(said).toEqual([`${finished}.16`, `${finished}.48t`])
    const asked = await client.read({ resourceType: 'Questionnaire', id: 'rrn-readiness-checker' })
    for (const id of said) {
      const response = await client.read({ resourceType: 'QuestionnaireResponse', id })
      expect([id, ...faults(response)]).toEqual([id])
      expect(problems(asked as unknown as Questionnaire, response as never)).toEqual([])
      expect(JSON.stringify(response)).not.toContain('Minutes of March')
    }
    const [first] = said
    const one = await client.read({ resourceType: 'QuestionnaireResponse', id: first ?? '' })
    expect(one).toMatchObject({ subject: { display: 'Adult wards' }, author: { display: 'staff' } })
    const search = async (searchParams: Record<string, string>) =>
      idsOf(await client.search({ resourceType: 'QuestionnaireResponse', searchParams }))
    expect(await search({ authored: 'ge2026-04' })).toEqual(said)
    expect(await search({ authored: 'lt2026-04' })).toEqual([])
  })
})

/** A version that is finished, in which staff and leaders say one thing and staff alone another; and one that is open. */
async function readied(db: Database, ward: string): Promise<string> {
  const { organisation, service } = await db
    .selectFrom('wards')
    .select(['organisation', 'service'])
    .where('id', '=', ward)
    .executeTakeFirstOrThrow()
  const instrument = JSON.stringify({ id: 'rrn-readiness-checker', version: '1.0' })
  const [one, two] = [formId(), formId()]
  const row = { organisation, service, began: '2026-03-01', instrument }
  await db
    .insertInto('checkers')
    .values([
      { ...row, id: one, after: null, finished: '2026-04-02' },
      { ...row, id: two, after: one, finished: null },
    ])
    .execute()
  const voice = { question: 'ready-1o', evidence: 'Minutes of March', on: '2026-03-02' }
  const voices = [
    { ...voice, id: formId(), answer: 'partly', by: ['staff'], together: false },
    { ...voice, id: formId(), answer: 'yes', by: ['staff', 'leader'], together: true },
  ]
  for (const [checker, some] of [
    [one, voices],
    [two, voices.slice(0, 1)],
  ] as const)
    await db
      .insertInto('voices')
      .values(
        some.map((body, n) => ({
          organisation,
          checker,
          n: n + 1,
          who: 'a test',
          body: JSON.stringify(body),
        })),
      )
      .execute()
  return one
}

onBothEngines('the FHIR endpoint', open => {
  let front: Front
  let here: Trust
  beforeAll(async () => {
    front = await open(now())
    here = await trust(front)
  })
  afterAll(() => front.stop())

  it('shows a token its services alone, and answers as it is described', async () => {
    const read = await here.reader([here.services.older])
    const found = await read(outlets.reports)
    expect(found.headers.get('content-type')).toMatch(/^application\/fhir\+json/)
    expect(idsOf(found.body)).toEqual([here.releases.elms])
    expect((found.body as Bundle).total).toBe(1)
    expect(idsOf((await read(`${outlets.reports}?_id=${here.releases.first}`)).body)).toEqual([])
    const other = await read(outlets.report.replace(':release', here.releases.first))
    expect(other.problem).toBe('404.1')
    for (const [path, answer] of [
      ['/fhir/MeasureReport', found],
      ['/fhir/MeasureReport/{release}', other],
      ['/fhir/metadata', await front.ask(outlets.metadata)],
      ['/fhir/Measure', await front.ask(outlets.measures)],
    ] as const)
      expect([path, ...against('get', path, answer)]).toEqual([path])
  })

  it('passes over what it does not know unless whoever asks wants to hear of it, and says what it used', async () => {
    const read = await here.reader('all')
    const { body } = await read(`${outlets.reports}?colour=red&date=2026-02-01`)
    expect((body as Bundle).link).toEqual([
      { relation: 'self', url: `${front.url}/fhir/MeasureReport?date=2026-02-01` },
    ])
  })
})

describe('days that are searched for', () => {
  it.each([
    [['2026-03-01'], '2026-03-01', '2026-03-01'],
    [['2026-02'], '2026-02-01', '2026-02-28'],
    [['2026'], '2026-01-01', '2026-12-31'],
    [['ge2026-12'], '2026-12-01', null],
    [['gt2026-12'], '2027-01-01', null],
    [['le2026-12'], null, '2026-12-31'],
    [['lt2026-03-01'], null, '2026-02-28'],
    [['ge2026', 'lt2026-06', 'ge2026-02'], '2026-02-01', '2026-05-31'],
    [[], null, null],
  ])('%j are from %s until %s', (values, from, until) => {
    expect(daysOf(values)).toEqual({ from, until })
  })

  it.each(['soon', '2026-02-30', 'ne2026-01-01', '2026-13', ''])('%j is no day', value => {
    expect(() => daysOf([value])).toThrow('400.1')
  })

  it.each([
    ['ge2026-03', 'le2026-01'],
    ['2025', '2026'],
  ])('%j and %j leave no day, and no empty answer is taken for "no releases"', (...values) => {
    expect(() => daysOf(values)).toThrow('422.23')
  })
})
