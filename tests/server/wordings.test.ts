// In whose words a ward's tablets speak: each wording is switched on, on a ground, or it is not shown.

import * as v from 'valibot'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { checkInReply, type Opening, plainOpening } from '../../src/protocol/tablet.ts'
import type { Ground, WordingsReply } from '../../src/protocol/wordings.ts'
import { hashOf } from '../../src/server/secrets.ts'
import { wordingOf, wordings } from '../../src/wording/provenance.ts'
import { enrol, type Front, type Leader, onBothEngines, signIn, type TestTablet } from './front.ts'

const trial: Ground = { is: 'local-trial' }

onBothEngines('the wordings of a service', open => {
  let front: Front
  let priya: Leader
  let willow: string
  let service: string
  let tablet: TestTablet
  beforeEach(async () => {
    front = await open()
    priya = await signIn(front)
    willow = await priya.addWard('Adult wards', 'Willow')
    service = (await priya.overview()).services[0]?.id ?? ''
    tablet = await enrol(front, priya, willow)
  })
  afterEach(() => front.stop())

  const at = (id = service) => endpoints.wordings.replace(':service', id)
  const set = (wording: string, ground: unknown, id = service) =>
    priya.ask(at(id), { method: 'PUT', body: { wording, ground } })
  const list = async () => ((await priya.ask(at())).body as WordingsReply).wordings
  const told = async () =>
    v.parse(checkInReply, (await tablet.ask(endpoints.checkIn, { waiting: {} })).body).settings
  const opens = (opening: object, ward = willow) =>
    priya.ask(endpoints.opening.replace(':ward', ward), { method: 'PUT', body: opening })
  const polish: Opening = { ...plainOpening, language: 'pl', words: 'easy', size: 'larger', calm: true }

  it('is empty at first: a ward speaks in the RRN’s own words until somebody decides and says why', async () => {
    expect((await list()).map(one => one.on)).toEqual((await list()).map(() => null))
    expect(tablet.enrolled.settings).toMatchObject({ wordings: [], opening: plainOpening })
  })

  it('lists every wording but the original with how far it is checked', async () => {
    const others = wordings.filter(one => one.kind !== 'original')
    expect(await list()).toEqual(others.map(({ wording: { id, state } }) => ({ id, state, on: null })))
  })

  it('switches a draft on only on a ground, writes it down with its day, and tells the tablets', async () => {
    expect(await set('pl/easy', undefined)).toMatchObject({ problem: '400.1' })
    expect((await set('pl/easy', trial)).status).toBe(200)
    expect((await set('cy/standard', { is: 'permission', reference: 'Letter of 2 May 2026' })).status).toBe(
      200,
    )
    expect((await list()).filter(one => one.on)).toEqual([
      {
        id: 'cy/standard',
        state: 'draft',
        on: { ground: { is: 'permission', reference: 'Letter of 2 May 2026' }, since: '2026-05-04' },
      },
      { id: 'pl/easy', state: 'draft', on: { ground: trial, since: '2026-05-04' } },
    ])
    expect((await told()).wordings).toEqual(['cy/standard', 'pl/easy'])
    expect((await priya.overview()).services[0]?.wordings).toEqual(['cy/standard', 'pl/easy'])
  })

  it('takes a new ground in place of the old one, and keeps both in the audit trail, and nothing that did not happen', async () => {
    await set('en/easy', trial)
    front.wait(24 * 60)
    priya = await signIn(front, await newLink())
    await set('en/easy', { is: 'permission', reference: 'RRN 7' })
    expect((await list())[0]?.on).toEqual({
      ground: { is: 'permission', reference: 'RRN 7' },
      since: '2026-05-05',
    })
    await set('en/easy', null)
    expect((await told()).wordings).toEqual([])
    // Off already: nobody switched anything.
    await set('en/easy', null)
    const rows = await front.look(db =>
      db.selectFrom('audit').select(['on_day', 'what', 'detail']).where('what', 'like', 'wording%').execute(),
    )
    expect(rows.sort((a, b) => (a.on_day + a.what < b.on_day + b.what ? -1 : 1))).toEqual([
      { on_day: '2026-05-04', what: 'wording on', detail: `${service} en/easy local-trial` },
      { on_day: '2026-05-05', what: 'wording off', detail: `${service} en/easy` },
      { on_day: '2026-05-05', what: 'wording on', detail: `${service} en/easy permission: RRN 7` },
    ])
  })

  it.each([
    { is: 'permission' },
    { is: 'permission', reference: '  ' },
    { is: 'permission', reference: 'x'.repeat(201) },
    { is: 'because' },
    { is: 'local-trial', reference: 'said at handover' },
  ])('refuses a ground that is none, or says more than it may: %o', async ground => {
    expect(await set('en/easy', ground)).toMatchObject({ problem: '400.1' })
  })

  it('refuses what can’t be switched: an unknown wording, and the original, which nobody can switch off', async () => {
    for (const id of ['tlh/easy', 'en/original', 'pl', ''])
      for (const ground of [trial, null]) expect(await set(id, ground)).toMatchObject({ problem: '404.2' })
    expect(await set('en/easy', trial, 'nowhere')).toMatchObject({ problem: '404.1' })
    expect(await priya.ask(at('nowhere'))).toMatchObject({ problem: '404.1' })
  })

  it('refuses the accessible-copy exception for a translation that is nothing more', async () => {
    const exception = { is: 'accessible-copy' }
    expect(await set('pl/standard', exception)).toMatchObject({ problem: '409.5' })
    expect((await set('pl/easy', exception)).status).toBe(200)
  })

  it('takes a wording that was withdrawn off every tablet, and lets nobody switch it on again', async () => {
    const wording = wordingOf('uk/easy')?.wording
    if (!wording) throw new Error('the wording is gone')
    const { state } = wording
    await set('uk/easy', trial)
    Object.assign(wording, { state: 'withdrawn' })
    try {
      expect((await told()).wordings).toEqual([])
      expect((await list()).at(-1)).toEqual({ id: 'uk/easy', state: 'withdrawn', on: null })
      expect(await set('uk/easy', trial)).toMatchObject({ problem: '409.4' })
      expect((await set('uk/easy', null)).status).toBe(200)
    } finally {
      Object.assign(wording, { state })
    }
  })

  it('tells tablets nothing of a wording that this version does not know, and keeps it for the next', async () => {
    const [organisation] = await front.look(db => db.selectFrom('organisations').select('id').execute())
    const row = { organisation: organisation?.id ?? '', service, wording: 'tlh/easy', on_day: '2026-05-01' }
    await front.look(db =>
      db
        .insertInto('wordings')
        .values({ ...row, ground: 'local-trial', reference: '' })
        .execute(),
    )
    expect((await told()).wordings).toEqual([])
    expect(await front.look(db => db.selectFrom('wordings').select('wording').execute())).toHaveLength(1)
  })

  it('opens a ward in words that are on, and in the original again when they are switched off', async () => {
    expect(await opens(polish)).toMatchObject({ problem: '409.6' })
    await set('pl/easy', trial)
    expect((await opens(polish)).status).toBe(200)
    expect((await told()).opening).toEqual(polish)
    expect((await priya.overview()).services[0]?.wards[0]?.opening).toEqual(polish)
    expect(await opens({ ...polish, words: 'standard' })).toMatchObject({ problem: '409.6' })
    await set('pl/easy', null)
    expect((await told()).opening).toEqual({ ...polish, language: 'en', words: 'standard' })
    await set('pl/easy', trial)
    expect((await told()).opening).toEqual(polish)
  })

  it('takes no other opening than it knows, and none for a ward of nobody’s', async () => {
    expect(await opens(plainOpening, 'nowhere')).toMatchObject({ problem: '404.1' })
    for (const wrong of [{}, { ...plainOpening, size: 'huge' }, { ...plainOpening, note: 'for Amina' }])
      expect(await opens(wrong)).toMatchObject({ problem: '400.1' })
  })

  it("keeps one service's wordings from another's, and from who is not signed in", async () => {
    await priya.addWard('Older people', 'Elm')
    await set('pl/easy', trial)
    expect((await priya.overview()).services.map(one => one.wordings)).toEqual([['pl/easy'], []])
    const off = { method: 'PUT', body: { wording: 'pl/easy', ground: null } }
    expect(await front.ask(at(), off)).toMatchObject({ problem: '401.2' })
    const opening = endpoints.opening.replace(':ward', willow)
    expect(await front.ask(opening, { method: 'PUT', body: polish })).toMatchObject({ problem: '401.2' })
    expect(await front.ask(at())).toMatchObject({ problem: '401.2' })
    const elsewhere = { 'sec-fetch-site': 'cross-site' }
    expect(await priya.ask(at(), { ...off, headers: elsewhere })).toMatchObject({
      problem: '403.2',
    })
    expect((await told()).wordings).toEqual(['pl/easy'])
  })

  async function newLink(): Promise<string> {
    await front.look(async db => {
      const [owner] = await db.selectFrom('organisations').select('id').execute()
      const link = { organisation: owner?.id ?? '', hash: hashOf('again'), until: '2026-06-01T00:00:00.000Z' }
      await db.insertInto('sign_ins').values(link).execute()
    })
    return 'again'
  }
})
