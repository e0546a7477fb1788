// What a leader says about a ward, and what its tablets and its advocate learn of it.

import * as v from 'valibot'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { doors } from '../../src/protocol/doors.ts'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { type About, type PaperKey, plainAbout } from '../../src/protocol/office.ts'
import { checkInReply } from '../../src/protocol/tablet.ts'
import { hashOf } from '../../src/server/secrets.ts'
import {
  type Front,
  furnished,
  type Leader,
  onBothEngines,
  signIn,
  signInAdvocate,
  type TestTablet,
} from './front.ts'

const told: About = { idle: 25, beds: 18, returnTo: 'Voices Together\n12 Mill Lane\nLeeds LS1 4AB' }

onBothEngines('what is said about a ward', open => {
  let front: Front
  let priya: Leader
  let rosa: Leader
  let ward: string
  let tablet: TestTablet
  beforeEach(async () => {
    ;({ front, leader: priya, tablet } = await furnished(open()))
    rosa = await signInAdvocate(front)
    ward = tablet.ward
  })
  afterEach(() => front.stop())

  const at = (path: string, id = ward) => path.replace(':ward', id)
  const put = (body: unknown, id = ward) => priya.ask(at(endpoints.about, id), { method: 'PUT', body })
  const viewed = async (who: Leader) => (await who.overview()).services[0]?.wards[0]
  const idle = async () =>
    v.parse(checkInReply, (await tablet.ask(endpoints.checkIn, { waiting: {} })).body).settings.idle

  it('is plain at first: ten minutes to the curtain, and no address that nobody gave', async () => {
    expect((await viewed(priya))?.about).toEqual(plainAbout)
    expect(tablet.enrolled.settings.idle).toBe(10)
  })

  it('tells tablets how long to wait before the curtain, and the advocate where paper goes', async () => {
    expect((await put(told)).status).toBe(200)
    expect(await idle()).toBe(25)
    expect((await viewed(rosa))?.about).toEqual(told)
  })

  it('says in the record how many beds somebody said: by them a box looks stuffed, or does not', async () => {
    for (const beds of [500, 18, null]) await put({ ...told, beds })
    const { entries } = (await priya.ask(doors.audit)).body as { entries: { what: string; detail: string }[] }
    const said = entries.filter(one => one.what === 'about set').map(one => one.detail)
    expect(said.toSorted()).toEqual([`${ward}`, `${ward}, 18 beds`, `${ward}, 500 beds`])
  })

  it('forgets what is taken back: beds may be left unsaid again', async () => {
    await put(told)
    await put({ ...told, beds: null, returnTo: '  ' })
    expect((await viewed(priya))?.about).toEqual({ idle: 25, beds: null, returnTo: '' })
  })

  it('keeps nothing of what no ward can be', async () => {
    const wrong = [
      { ...told, idle: 1 },
      { ...told, idle: 121 },
      { ...told, idle: 2.5 },
      { ...told, beds: 0 },
      { ...told, beds: 501 },
      { ...told, returnTo: 'x'.repeat(301) },
      { ...told, returnTo: '1\n2\n3\n4\n5\n6\n7\n8' },
      { ...told, returnTo: 'a\u0000b' },
      { ...told, note: 'for Amina' },
      { idle: 10 },
    ]
    for (const one of wrong) expect(await put(one)).toMatchObject({ problem: '400.1' })
    expect((await viewed(priya))?.about).toEqual(plainAbout)
  })

  it('is for wards of one’s own, and for who is signed in', async () => {
    expect(await put(told, 'nowhere')).toMatchObject({ problem: '404.1' })
    expect(await front.ask(at(endpoints.about), { method: 'PUT', body: told })).toMatchObject({
      problem: '401.2',
    })
  })

  it('gives an advocate the key that the ward’s tablets seal to, and no tablet', async () => {
    const { key } = (await rosa.ask(at(endpoints.paper))).body as PaperKey
    expect(key).toEqual(tablet.enrolled.settings.key)
    expect(await rosa.ask(at(endpoints.paper, 'nowhere'))).toMatchObject({ problem: '404.1' })
    expect((await viewed(rosa))?.tablets).toEqual([])
    expect((await viewed(priya))?.tablets).toHaveLength(1)
  })

  it('asks a leader about a tablet that nobody has heard from, and about forms that do not add up', async () => {
    const questions = async () => (await viewed(priya))?.tablets[0]?.questions
    expect(await questions()).toEqual([])
    const tally = { sealed: 9, sent: 5, withdrawn: 1, erased: 0, waiting: 1, setAside: 0 }
    await tablet.ask(endpoints.tallies, tally)
    expect(await questions()).toEqual(
      expect.arrayContaining([
        { is: 'fewer-arrived', forms: 5 },
        { is: 'no-sum', forms: 2 },
      ]),
    )
    front.wait(9 * 24 * 60)
    priya = await signIn(front, await again())
    expect(await questions()).toContainEqual({ is: 'not-heard' })
  })

  async function again(): Promise<string> {
    await front.look(async db => {
      const { id } = await db.selectFrom('organisations').select('id').executeTakeFirstOrThrow()
      const row = { organisation: id, hash: hashOf('again'), until: '2100-01-01T00:00:00.000Z', role: null }
      await db.insertInto('sign_ins').values(row).execute()
    })
    return 'again'
  }
})
