// openapi.json against the server as it is: every route, every problem number, and the shape of real replies.

import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { markOf } from '../../src/envelope/slip.ts'
import { doors } from '../../src/protocol/doors.ts'
import { endpoints } from '../../src/protocol/endpoints.ts'
import description from '../../src/protocol/openapi.json' with { type: 'json' }
import { outlets } from '../../src/protocol/outlets.ts'
import { problems } from '../../src/protocol/problems.ts'
import { appOf } from '../../src/server/app.ts'
import { configFrom } from '../../src/server/config.ts'
import { openDatabase } from '../../src/server/database/database.ts'
import { against, described, paths } from './described.ts'
import {
  type Answer,
  ask,
  at,
  enrol,
  envelope,
  type Front,
  formId,
  openFront,
  signIn,
  signInAdvocate,
} from './front.ts'
import { published } from './outlets/given.ts'

let front: Front
beforeAll(async () => {
  front = await openFront()
})
afterAll(() => front.stop())

/** A release of a ward that waits for an advocate. */
const heldRelease = (ward: string): Promise<string> =>
  front.look(db => published(db, ward, '2026-05-01', { held: true }))

it('describes every route that the server has, and has every route that it describes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ev-routes-'))
  const config = configFrom({ DATA_DIR: folder }, [])
  const db = await openDatabase({ folder })
  const clock = { now: () => new Date() }
  const house = {
    db,
    clock,
    zone: config.zone,
    config,
    publicUrl: front.url,
    random: (n: number) => new Uint8Array(n),
  }
  const routes = appOf(house).routes.filter(route => route.method !== 'ALL' && route.path !== '/*')
  const real = new Set(routes.map(route => `${route.method} ${route.path}`))
  expect([...real].sort()).toEqual(described.toSorted())
  expect(new Set(described.map(route => route.split(' ')[1]))).toEqual(
    new Set([...Object.values(endpoints), ...Object.values(doors), ...Object.values(outlets)]),
  )
  await db.destroy()
})

it('names only problems that there are, each under its own status', () => {
  for (const operations of Object.values(paths))
    for (const { responses } of Object.values(operations))
      for (const [status, response] of Object.entries(responses))
        for (const number of response['x-problems'] ?? [])
          expect(problems).toHaveProperty([number, 'status'], Number(status))
})

it('is served as it is', async () => {
  expect((await ask(front.url + endpoints.description)).body).toEqual(description)
})

it("answers a leader's, an advocate's and a tablet's whole day as described", async () => {
  const priya = await signIn(front)
  const ward = await priya.addWard('Adult wards', 'Willow')
  const tablet = await enrol(front, priya, ward)
  const good = await envelope({ id: formId(), ward, key: tablet.key })
  const strange = await envelope({ id: formId(), ward, key: 'strange' })
  const post = { method: 'POST' }
  const words = at(endpoints.wordings, (await priya.overview()).services[0]?.id ?? '')
  const polish = { language: 'pl', words: 'easy', size: 'large', aloud: true, calm: false }
  const ground = { is: 'permission', reference: 'Letter 7' }
  const on = (wording: string) => ({ method: 'PUT', body: { wording, ground } })
  const rosa = await signInAdvocate(front)
  const slip = formId()
  const withSlip = await envelope({
    id: formId(),
    ward,
    key: tablet.key,
    slip: await markOf(slip, crypto.subtle),
  })
  const paper = await envelope({ id: formId(), ward, key: tablet.key, paper: true })
  const tally = { sealed: 9, sent: 7, withdrawn: 0, erased: 0, waiting: 0, setAside: 0 }
  const about = { idle: 5, beds: 18, returnTo: 'Voices Together\n1 Example Street' }
  const held = await heldRelease(ward)
  const answers: [string, string, Answer][] = [
    ['get', '/api/health', await front.ask(endpoints.health)],
    ['post', '/api/tablet', await tablet.ask(endpoints.checkIn, { waiting: {} })],
    ['post', '/api/tablet', await tablet.ask(endpoints.checkIn, { waiting: -1 })],
    ['post', '/api/envelopes', await tablet.ask(endpoints.envelopes, { envelopes: [good, good, strange] })],
    ['post', '/api/envelopes', await front.ask(endpoints.envelopes, { body: { envelopes: [good] } })],
    ['post', '/api/enrolments', await front.ask(endpoints.enrol, { body: { code: 'WRONG' } })],
    ['post', '/api/sign-in', await front.ask(endpoints.signIn, { body: { token: 'wrong' } })],
    ['get', '/api/office', await priya.ask(endpoints.overview)],
    ['get', '/api/office', await front.ask(endpoints.overview)],
    [
      'post',
      '/api/office/wards',
      await priya.ask(endpoints.wards, { body: { service: 'Adult wards', ward: 'Elm' } }),
    ],
    ['post', '/api/office/wards', await priya.ask(endpoints.wards, { body: { service: '', ward: 'Elm' } })],
    [
      'put',
      '/api/office/wards/{ward}/contacts',
      await priya.ask(at(endpoints.contacts, ward), { method: 'PUT', body: {} }),
    ],
    [
      'put',
      '/api/office/wards/{ward}/opening',
      await priya.ask(at(endpoints.opening, ward), { method: 'PUT', body: polish }),
    ],
    ['get', '/api/office/services/{service}/wordings', await priya.ask(words)],
    ['put', '/api/office/services/{service}/wordings', await priya.ask(words, on('pl/easy'))],
    ['put', '/api/office/services/{service}/wordings', await priya.ask(words, on('tlh/easy'))],
    ['get', '/api/office/services/{service}/wordings', await priya.ask(words)],
    ['post', '/api/tablet', await tablet.ask(endpoints.checkIn, { waiting: {} })],
    ['post', '/api/office/wards/{ward}/codes', await priya.ask(at(endpoints.codes, ward), post)],
    ['post', '/api/office/wards/{ward}/codes', await priya.ask(at(endpoints.codes, 'nowhere'), post)],
    ['post', '/api/office/tablets/{tablet}/end', await priya.ask(at(endpoints.endTablet, tablet.id), post)],
    ['get', '/api/office/releases/{release}', await priya.ask(at(endpoints.release, 'none'))],
    ['post', '/api/tablet/tally', await tablet.ask(endpoints.tallies, tally)],
    ['post', '/api/tablet/tally', await tablet.ask(endpoints.tallies, { sent: 1 })],
    ['get', '/api/office', await priya.ask(endpoints.overview)],
    ['post', '/api/withdrawals', await tablet.ask(endpoints.withdrawals, { slips: [formId(), slip] })],
    ['post', '/api/withdrawals', await tablet.ask(endpoints.withdrawals, { slips: [] })],
    ['post', '/api/withdrawals', await front.ask(endpoints.withdrawals, { body: { slips: [slip] } })],
    ['post', '/api/envelopes', await tablet.ask(endpoints.envelopes, { envelopes: [withSlip, paper] })],
    [
      'put',
      '/api/office/wards/{ward}/about',
      await priya.ask(at(endpoints.about, ward), { method: 'PUT', body: about }),
    ],
    [
      'put',
      '/api/office/wards/{ward}/about',
      await rosa.ask(at(endpoints.about, ward), { method: 'PUT', body: about }),
    ],
    [
      'post',
      '/api/office/rescues',
      await priya.ask(endpoints.rescues, { body: { envelopes: [good, strange] } }),
    ],
    ['post', '/api/office/rescues', await rosa.ask(endpoints.rescues, { body: { envelopes: [good] } })],
    ['get', '/api/office/wards/{ward}/paper', await rosa.ask(at(endpoints.paper, ward))],
    ['get', '/api/office/wards/{ward}/paper', await priya.ask(at(endpoints.paper, ward))],
    ['post', '/api/office/wards/{ward}/paper', await rosa.ask(at(endpoints.paper, ward), { body: paper })],
    ['post', '/api/office/wards/{ward}/paper', await rosa.ask(at(endpoints.paper, 'none'), { body: paper })],
    ['get', '/api/office', await rosa.ask(endpoints.overview)],
    ['get', '/api/office/releases/{release}', await priya.ask(at(endpoints.release, held))],
    ['get', '/api/office/releases/{release}', await rosa.ask(at(endpoints.release, held))],
    ['post', '/api/office/releases/{release}/let-go', await priya.ask(at(endpoints.letGo, held), post)],
    ['post', '/api/office/releases/{release}/let-go', await rosa.ask(at(endpoints.letGo, held), post)],
    ['post', '/api/office/releases/{release}/let-go', await rosa.ask(at(endpoints.letGo, held), post)],
    ['get', '/api/office/releases/{release}', await priya.ask(at(endpoints.release, held))],
    ['post', '/api/office/demonstration/{ward}', await priya.ask(at(endpoints.demonstrate, ward), post)],
    ['post', '/api/sign-out', await priya.ask(endpoints.signOut, post)],
  ]
  for (const [method, path, answer] of answers)
    expect([path, ...against(method, path, answer)]).toEqual([path])
})

it('answers 404.1 for what is not described, as a problem', async () => {
  for (const path of ['/api/nothing', '/api/office/nothing', '/nothing.html', '/.git/config']) {
    const answer = await front.ask(path)
    expect(answer).toMatchObject({ problem: '404.1', status: 404 })
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
  }
})
