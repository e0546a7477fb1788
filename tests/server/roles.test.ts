// Who may do what: a leader keeps wards, an advocate lets releases go and types paper, a tablet does neither.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { markOf } from '../../src/envelope/slip.ts'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { administer } from '../../src/server/admin.ts'
import { createOrganisation } from '../../src/server/queries/organisations.ts'
import { redeemSignIn } from '../../src/server/queries/sessions.ts'
import { houseAt } from './count/room.ts'
import {
  boxOf,
  envelope,
  type Front,
  formId,
  furnished,
  type Leader,
  onBothEngines,
  signInAdvocate,
  someContacts,
  type TestTablet,
} from './front.ts'

onBothEngines('the office', open => {
  let front: Front
  let priya: Leader
  let rosa: Leader
  let tablet: TestTablet
  let ward = ''
  let service = ''
  beforeAll(async () => {
    ;({ front, leader: priya, tablet } = await furnished(open()))
    rosa = await signInAdvocate(front)
    ward = tablet.ward
    service = (await priya.overview()).services[0]?.id ?? ''
  })
  afterAll(() => front.stop())

  const at = (path: string, id = ward) => path.replace(/:\w+/, id)
  const post = { method: 'POST' }
  const put = (body: unknown) => ({ method: 'PUT', body })
  const paper = () => envelope({ id: formId(), ward, key: tablet.key, paper: true })
  const touched = (more: object = {}) =>
    envelope({ id: formId(), ward, key: tablet.key, slip: formId(), ...more })
  const receiptOf = async (who: Leader, sent: object, of = ward) => {
    const answer = await who.ask(at(endpoints.paper, of), { body: sent })
    return answer.problem ?? (answer.body as { receipt: object }).receipt
  }

  it('lets an advocate look, as who she is', async () => {
    expect(await rosa.overview()).toMatchObject({ role: 'advocate', services: [{ name: 'Adult wards' }] })
    expect(await priya.overview()).toMatchObject({ role: 'leader' })
    expect((await rosa.ask(at(endpoints.wordings, service))).status).toBe(200)
  })

  it('lets an advocate keep no ward, no tablet and no wording', async () => {
    const opening = { language: 'en', words: 'standard', size: 'normal', aloud: false, calm: false }
    const ground = { is: 'local-trial' }
    const about = { idle: 5, beds: 3, returnTo: '' }
    const asked = [
      rosa.ask(endpoints.wards, { body: { service: 'Adult wards', ward: 'Elm' } }),
      rosa.ask(at(endpoints.contacts), put(someContacts)),
      rosa.ask(at(endpoints.opening), put(opening)),
      rosa.ask(at(endpoints.about), put(about)),
      rosa.ask(at(endpoints.codes), post),
      rosa.ask(at(endpoints.endTablet, tablet.id), post),
      rosa.ask(at(endpoints.wordings, service), put({ wording: 'pl/easy', ground })),
      rosa.ask(endpoints.rescues, { body: { envelopes: [await touched()] } }),
      rosa.ask(at(endpoints.demonstrate), post),
    ]
    for (const answer of await Promise.all(asked)) expect(answer).toMatchObject({ problem: '403.4' })
    expect((await priya.overview()).services[0]?.wards).toHaveLength(1)
  })

  it('lets a leader let nothing go and type no paper, so that nobody counts what they wrote themselves', async () => {
    const asked = [
      priya.ask(at(endpoints.letGo, 'some'), post),
      priya.ask(at(endpoints.paper)),
      priya.ask(at(endpoints.paper), { body: await paper() }),
    ]
    for (const answer of await Promise.all(asked)) expect(answer).toMatchObject({ problem: '403.3' })
  })

  it('lets nobody in who has no session, and no other site do it for them', async () => {
    const body = await paper()
    for (const path of [at(endpoints.letGo), at(endpoints.paper), endpoints.rescues])
      expect((await front.ask(path, { body })).problem).toMatch(/^(401\.2|400\.1)$/)
    const headers = { 'sec-fetch-site': 'cross-site' }
    expect(await rosa.ask(at(endpoints.paper), { body, headers })).toMatchObject({ problem: '403.2' })
    expect(await rosa.ask(at(endpoints.letGo), { ...post, headers })).toMatchObject({ problem: '403.2' })
  })

  it('shows a held release to an advocate alone, until she lets it go', async () => {
    const id = formId()
    const body = { v: 1, base: 13 }
    await front.look(async db => {
      const { organisation, box } = await boxOf(db, ward)
      const due = '2026-05-01'
      const row = { organisation, id, box, due, base: 13, body: JSON.stringify(body) }
      await db
        .insertInto('releases')
        .values({ ...row, held: 'burst', held_on: due })
        .execute()
    })
    const path = at(endpoints.release, id)
    expect(await priya.ask(path)).toMatchObject({ problem: '403.3' })
    expect((await rosa.ask(path)).body).toMatchObject({
      held: { since: '2026-05-01', why: 'burst' },
      release: body,
    })
    const since = { id, due: '2026-05-01', since: '2026-05-01' }
    expect((await priya.overview()).services[0]?.wards[0]).toMatchObject({ releases: [] })
    expect((await priya.overview()).services[0]?.wards[0]?.held).toEqual([since])
    expect((await rosa.overview()).services[0]?.wards[0]?.held).toEqual([{ ...since, why: 'burst' }])
    expect((await rosa.ask(at(endpoints.letGo, id), post)).status).toBe(200)
    const seen = await priya.ask(path)
    expect(seen).toMatchObject({ status: 200, body: { release: body } })
    expect(seen.body).not.toHaveProperty('held')
    expect((await priya.overview()).services[0]?.wards[0]).toMatchObject({ releases: [{ id }], held: [] })
    expect(await rosa.ask(at(endpoints.letGo, id), post)).toMatchObject({ problem: '404.1' })
    const audit = await front.look(db => db.selectFrom('audit').selectAll().execute())
    expect(audit).toContainEqual(expect.objectContaining({ what: 'release let go', detail: id }))
  })

  it("takes a form on paper from an advocate's session, once", async () => {
    const sent = await paper()
    expect(await receiptOf(rosa, sent)).toMatchObject({ state: 'stored', digest: sent.digest })
    expect(await receiptOf(rosa, sent)).toMatchObject({ state: 'duplicate' })
    const [row] = await front.look(db =>
      db.selectFrom('envelopes').select('paper').where('digest', '=', sent.digest).execute(),
    )
    expect(row).toEqual({ paper: 1 })
  })

  it('takes no paper from a tablet or a rescue file, and nothing but paper on paper’s way', async () => {
    expect(await tablet.send(await paper())).toEqual(['refused 422.7'])
    const rescued = await priya.ask(endpoints.rescues, { body: { envelopes: [await paper()] } })
    expect(rescued.body).toMatchObject({ receipts: [{ state: 'refused', problem: '422.7' }] })
    expect(await receiptOf(rosa, await touched())).toMatchObject({ state: 'refused', problem: '422.7' })
    expect(await receiptOf(rosa, await paper(), 'nowhere')).toBe('404.1')
    const token = { authorization: `Bearer ${tablet.enrolled.token}` }
    expect(await front.ask(at(endpoints.paper), { body: await paper(), headers: token })).toMatchObject({
      problem: '401.2',
    })
  })

  it('takes a rescue file of any of its wards, each envelope by itself, and the tablet’s later sending as well', async () => {
    const ash = await priya.addWard('Adult wards', 'Ash')
    const [mine, theirs] = [await touched(), await touched({ ward: ash })]
    const [strange, lost] = [await touched({ ward: 'elsewhere' }), await touched({ key: 'strange' })]
    const bring = async (...envelopes: object[]) => {
      const { body } = await priya.ask(endpoints.rescues, { body: { envelopes } })
      return (body as { receipts: { state: string; problem?: string }[] }).receipts.map(
        ({ state, problem }) => problem ?? state,
      )
    }
    expect(await bring(mine, theirs, strange, lost)).toEqual(['stored', 'stored', '422.2', '422.3'])
    expect(await bring(mine, theirs)).toEqual(['duplicate', 'duplicate'])
    expect(await tablet.send(mine)).toEqual(['duplicate'])
    expect(await bring({ digest: theirs.digest, bytes: mine.bytes })).toEqual(['422.4'])
    const boxes = await front.look(db =>
      db.selectFrom('envelopes').select('box').where('digest', 'in', [mine.digest, theirs.digest]).execute(),
    )
    expect(new Set(boxes.map(row => row.box)).size).toBe(2)
    const aside = await front.look(db =>
      db.selectFrom('quarantine').select('problem').where('tablet', 'is', null).execute(),
    )
    expect(aside.map(row => row.problem)).toEqual(expect.arrayContaining(['422.2', '422.3']))
  })

  it('brings in no form that a person has taken back meanwhile', async () => {
    const slip = formId()
    expect(await tablet.takeBack(slip)).toEqual(['kept'])
    const header = { slip: await markOf(slip, crypto.subtle) }
    const { body } = await priya.ask(endpoints.rescues, { body: { envelopes: [await touched(header)] } })
    expect(body).toMatchObject({ receipts: [{ state: 'refused', problem: '422.5' }] })
  })

  it('lets what a newer version sealed wait where it is, and keeps nothing of it', async () => {
    const sent = await touched()
    const bytes = Buffer.from(sent.bytes, 'base64url')
    bytes[2] = 99
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')
    expect(await tablet.send({ digest, bytes: bytes.toString('base64url') })).toEqual(['refused 422.6'])
    const kept = await front.look(db =>
      db.selectFrom('quarantine').select('digest').where('digest', '=', digest).execute(),
    )
    expect(kept).toEqual([])
  })
})

it("gives an advocate a link of her own, by the administrator's command line", async () => {
  const data = mkdtempSync(join(tmpdir(), 'ev-link-'))
  const house = await houseAt({ data, databaseUrl: undefined }, '2026-05-04')
  await createOrganisation(house.db, 'trust', 'A trust')
  for (const [command, role] of [
    ['office-link', 'leader'],
    ['advocate-link', 'advocate'],
  ] as const) {
    const [link = ''] = await administer(house, [command])
    const token = link.split('#sign-in=')[1] ?? ''
    expect(await redeemSignIn(house, token)).toEqual({ organisation: 'trust', role })
    expect(await redeemSignIn(house, token)).toBeUndefined()
  }
  await house.db.destroy()
  rmSync(data, { recursive: true, force: true })
})
