// The office's door: who gets in, for how long, and that nobody sees another organisation's wards.

import { afterEach, beforeEach, expect, it } from 'vitest'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { hashOf } from '../../src/server/secrets.ts'
import { enrol, type Front, type Leader, onBothEngines, signIn, someContacts } from './front.ts'

onBothEngines('the office', open => {
  let front: Front
  let priya: Leader
  beforeEach(async () => {
    front = await open()
    priya = await signIn(front)
  })
  afterEach(() => front.stop())

  const post = { method: 'POST' }
  const tryLink = (token: string, headers = {}) => front.ask(endpoints.signIn, { body: { token }, headers })

  it('lets Priya in by her link once, so that a link in a mailbox opens nothing later', async () => {
    expect((await priya.overview()).organisation).toBe('Our organisation')
    expect(await tryLink(front.officeToken)).toMatchObject({ problem: '401.3' })
  })

  it('lets one of two in who race for the same link', async () => {
    const other = await open()
    const racing = await Promise.all(
      [1, 2, 3].map(() => other.ask(endpoints.signIn, { body: { token: other.officeToken } })),
    )
    expect(racing.map(answer => answer.status).sort()).toEqual([200, 401, 401])
    await other.stop()
  })

  it('lets a link go stale after an hour', async () => {
    const other = await open()
    other.wait(60)
    expect(await other.ask(endpoints.signIn, { body: { token: other.officeToken } })).toMatchObject({
      problem: '401.3',
    })
    await other.stop()
  })

  it('gives a cookie that no script and no other site can use', async () => {
    const other = await open()
    const signed = await other.ask(endpoints.signIn, { body: { token: other.officeToken } })
    const [cookie = ''] = signed.headers.getSetCookie()
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/', 'Max-Age=43200'])
      expect(cookie).toContain(part)
    expect(cookie).not.toContain('Domain')
    await other.stop()
  })

  it('stops who guesses links', async () => {
    const guesses = []
    for (let n = 0; n < 11; n += 1) guesses.push((await tryLink('guess')).problem)
    expect(guesses).toEqual([...Array(10).fill('401.3'), '429.1'])
  })

  it('signs out for good, and everybody after twelve hours', async () => {
    front.wait(12 * 60 - 1)
    expect((await priya.ask(endpoints.overview)).status).toBe(200)
    front.wait(1)
    expect(await priya.ask(endpoints.overview)).toMatchObject({ problem: '401.2' })
    const other = await open()
    const ben = await signIn(other)
    expect((await ben.ask(endpoints.signOut, post)).status).toBe(200)
    expect(await ben.ask(endpoints.overview)).toMatchObject({ problem: '401.2' })
    await other.stop()
  })

  it('refuses every office request of who is not signed in', async () => {
    const { overview, wards, contacts, codes, endTablet, signOut, release, demonstrate } = endpoints
    for (const path of [overview, release]) expect(await front.ask(path)).toMatchObject({ problem: '401.2' })
    for (const path of [codes, endTablet, signOut, demonstrate])
      expect(await front.ask(path, post)).toMatchObject({ problem: '401.2' })
    const ward = { service: 'A', ward: 'B' }
    expect(await front.ask(wards, { body: ward })).toMatchObject({ problem: '401.2' })
    expect(await front.ask(contacts, { method: 'PUT', body: someContacts })).toMatchObject({
      problem: '401.2',
    })
  })

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
  ])('refuses what another site makes a browser send: %o', async headers => {
    const body = { service: 'Adult wards', ward: 'Planted' }
    expect(await priya.ask(endpoints.wards, { body, headers })).toMatchObject({ problem: '403.2' })
    expect(await tryLink('any', headers)).toMatchObject({ problem: '403.2' })
    expect((await priya.overview()).services).toEqual([])
  })

  it('takes what its own pages send', async () => {
    const headers = { 'sec-fetch-site': 'same-origin', origin: front.url }
    const body = { service: 'Adult wards', ward: 'Willow' }
    expect((await priya.ask(endpoints.wards, { body, headers })).status).toBe(201)
  })

  it('shows wards by service, an empty box as not yet enough, and the tablets', async () => {
    const willow = await priya.addWard('Adult wards', 'Willow')
    await priya.addWard('Adult wards', 'Ash')
    await priya.addWard('Older people', 'Elm')
    const tablet = await enrol(front, priya, willow)
    const { services } = await priya.overview()
    expect(services.map(service => service.name)).toEqual(['Adult wards', 'Older people'])
    expect(services[0]?.wards.map(ward => ward.name)).toEqual(['Ash', 'Willow'])
    expect(services[0]?.wards[1]).toMatchObject({
      box: { standing: 'not yet enough', asOf: '2026-05-04', nextCount: '2026-06-01', threshold: 10 },
      tablets: [{ id: tablet.id, name: 'Tablet 1', heardOn: '2026-05-04', ended: false }],
      releases: [],
    })
  })

  it('gives wards of one service one key, and another service another', async () => {
    const key = async (service: string, ward: string) =>
      (await enrol(front, priya, await priya.addWard(service, ward))).key
    const keys = [
      await key('Adult wards', 'Willow'),
      await key('Adult wards', 'Ash'),
      await key('Older people', 'Elm'),
    ]
    expect(keys[0]).toBe(keys[1])
    expect(keys[2]).not.toBe(keys[0])
  })

  it("hides one organisation's wards and tablets from another's office", async () => {
    const willow = await priya.addWard('Adult wards', 'Willow')
    const tablet = await enrol(front, priya, willow)
    await front.look(async db => {
      const stranger = { id: 'z-other', name: 'Another trust', demonstration: 0, days_ahead: 0 } as const
      await db.insertInto('organisations').values(stranger).execute()
      const link = { organisation: 'z-other', hash: hashOf('their link'), until: '2026-05-05T00:00:00.000Z' }
      await db.insertInto('sign_ins').values(link).execute()
    })
    const ben = await signIn(front, 'their link')
    expect(await ben.overview()).toEqual({
      organisation: 'Another trust',
      demonstration: false,
      role: 'leader',
      services: [],
    })
    const contacts = endpoints.contacts.replace(':ward', willow)
    expect(await ben.ask(contacts, { method: 'PUT', body: someContacts })).toMatchObject({ problem: '404.1' })
    expect(await ben.ask(endpoints.codes.replace(':ward', willow), post)).toMatchObject({ problem: '404.1' })
    expect(await ben.ask(endpoints.endTablet.replace(':tablet', tablet.id), post)).toMatchObject({
      problem: '404.1',
    })
    expect((await tablet.ask(endpoints.checkIn, { waiting: {} })).status).toBe(200)
  })

  it('rolls back what a refused request had begun, so that nothing stays by halves', async () => {
    const audits = () => front.look(db => db.selectFrom('audit').selectAll().execute())
    const before = await audits()
    await priya.ask(endpoints.contacts.replace(':ward', 'nowhere'), { method: 'PUT', body: someContacts })
    expect(await audits()).toHaveLength(before.length)
  })
})
