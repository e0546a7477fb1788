// Signing in with an account: a password is never enough, a passkey is, and nobody learns who has one.

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { doors } from '../../../src/protocol/doors.ts'
import { endpoints } from '../../../src/protocol/endpoints.ts'
import { codeOf } from '../../../src/server/accounts/totp.ts'
import { type Front, onBothEngines } from '../front.ts'
import { Device } from './passkey.ts'
import { Browser, grace, now, PASSWORD, type Person, signInWith } from './person.ts'

it('makes codes as RFC 6238 does, so that every app makes the same', () => {
  const secret = '12345678901234567890'
  const at = (seconds: number) => codeOf(secret, new Date(seconds * 1000))
  expect([59, 1111111109, 1234567890, 2000000000].map(at)).toEqual(['287082', '081804', '005924', '279037'])
})

onBothEngines('signing in', open => {
  let front: Front
  let person: Person
  beforeAll(async () => {
    front = await open(now())
    person = await grace(front)
  })
  afterAll(() => front.stop())
  // Tries are of an hour: each test begins with none.
  beforeEach(() => front.look(db => db.deleteFrom('tries').execute()))

  const withPassword = (browser: Browser, email: string, password: string) =>
    browser.ask(doors.password, { body: { email, password } })
  const forms = () => front.look(db => db.selectFrom('audit').select(['what', 'detail', 'who']).execute())

  it('lets Grace in with her password and a code, as an administrator', async () => {
    const browser = await signInWith(front, person)
    expect(await browser.me()).toMatchObject({
      role: 'administrator',
      services: 'all',
      person: { name: 'Grace' },
    })
    expect((await browser.ask(endpoints.overview)).status).toBe(200)
  })

  it('lets nobody in by a password alone: no cookie of a session comes before the code', async () => {
    const browser = new Browser(front)
    const first = await withPassword(browser, person.email, PASSWORD)
    expect(first).toMatchObject({ status: 200, body: {} })
    expect([...browser.cookies.keys()].some(name => name.endsWith('session_token'))).toBe(false)
    expect(await browser.me()).toBeUndefined()
    expect((await browser.ask(doors.code, { body: { code: '000000' } })).problem).toBe('401.5')
    expect(await browser.me()).toBeUndefined()
  })

  it('lets nobody in by a password whose second factor somebody took out of the database', async () => {
    const set = (on: 0 | 1) =>
      front.look(db => db.updateTable('people').set({ twoFactorEnabled: on }).execute())
    await set(0)
    const browser = new Browser(front)
    expect((await withPassword(browser, person.email, PASSWORD)).problem).toBe('401.4')
    expect(await browser.me()).toBeUndefined()
    await set(1)
  })

  it('takes each spare code once, for whoever lost the telephone', async () => {
    const [spare = ''] = person.spare
    expect(person.spare).toHaveLength(10)
    for (const status of [200, 401]) {
      const browser = new Browser(front)
      await withPassword(browser, person.email, PASSWORD)
      expect((await browser.ask(doors.spare, { body: { code: spare } })).status).toBe(status)
      expect((await browser.me())?.role).toBe(status === 200 ? 'administrator' : undefined)
    }
  })

  it('answers the same to a wrong password and to an address that nobody has', async () => {
    const answers = []
    for (const email of [person.email, 'nobody@example.org']) {
      const { status, body, headers } = await withPassword(new Browser(front), email, 'not the password')
      const names = [...headers.keys()].filter(name => name !== 'date').sort()
      answers.push({ status, body, names, cookies: headers.getSetCookie() })
    }
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]).toMatchObject({ status: 401, cookies: [] })
  })

  it('stops who guesses from one place, and does not say whether the address is anybody', async () => {
    for (const email of [person.email, 'nobody@example.org']) {
      await front.look(db => db.deleteFrom('tries').execute())
      const said = []
      for (let n = 0; n < 11; n++) said.push((await withPassword(new Browser(front), email, 'guess')).problem)
      expect(said).toEqual([...Array(10).fill('401.4'), '429.1'])
    }
  })

  it('stops who guesses at one account from many places, and lets its owner in by a passkey', async () => {
    const device = new Device(front.url)
    await addPasskey(await signInWith(front, person), device)
    await withPassword(new Browser(front), person.email, 'guess')
    await front.look(db => db.deleteFrom('tries').where('who', 'like', 'password %').execute())
    await front.look(db => db.updateTable('tries').set({ tries: 30 }).execute())
    expect((await withPassword(new Browser(front), person.email, PASSWORD)).problem).toBe('429.1')
    const browser = new Browser(front)
    expect((await byPasskey(browser, device)).status).toBe(200)
    expect((await browser.me())?.person?.name).toBe('Grace')
  })

  it('stops who guesses at codes', async () => {
    const browser = new Browser(front)
    await withPassword(browser, person.email, PASSWORD)
    const said = []
    for (let n = 0; n < 12; n++)
      said.push((await browser.ask(doors.code, { body: { code: '000000' } })).problem)
    expect(said.slice(0, 10)).toEqual(Array(10).fill('401.5'))
    expect(said.slice(10)).toEqual(['429.1', '429.1'])
    // The five tries of one password are over: even the right code needs the password again.
    await front.look(db => db.deleteFrom('tries').execute())
    expect((await browser.ask(doors.code, { body: { code: person.code() } })).problem).toBe('401.5')
  })

  async function addPasskey(browser: Browser, device: Device) {
    const offered = await browser.ask(doors.offerPasskey)
    const made = device.make(offered.body as Parameters<Device['make']>[0])
    return browser.ask(doors.newPasskey, { body: { response: made, name: 'My telephone' } })
  }

  async function byPasskey(
    browser: Browser,
    device: Device,
    spoil = (used: ReturnType<Device['use']>): object => used,
  ) {
    const asked = await browser.ask(doors.askPasskey)
    const used = device.use(asked.body as Parameters<Device['use']>[0])
    return browser.ask(doors.passkey, { body: { response: spoil(used) } })
  }

  it('lets Grace in with a passkey that she made, until she ends it', async () => {
    const mine = await signInWith(front, person)
    const device = new Device(front.url)
    expect((await addPasskey(mine, device)).status).toBe(200)
    const browser = new Browser(front)
    expect((await byPasskey(browser, device)).status).toBe(200)
    expect((await browser.me())?.person?.name).toBe('Grace')
    const { passkeys } = (await mine.ask(doors.passkeys)).body as { passkeys: { id: string; name: string }[] }
    expect(passkeys.at(-1)?.name).toBe('My telephone')
    for (const { id } of passkeys)
      expect((await mine.ask(doors.endPasskey, { body: { id } })).status).toBe(200)
    expect((await byPasskey(new Browser(front), device)).problem).toBe('401.6')
  })

  it('lets nobody in with a passkey that is not known, was changed on its way, or asked for no finger', async () => {
    const device = new Device(front.url)
    await addPasskey(await signInWith(front, person), device)
    expect((await byPasskey(new Browser(front), new Device(front.url))).problem).toBe('401.6')
    const forged = Buffer.alloc(70, 1).toString('base64url')
    const spoilt = (used: ReturnType<Device['use']>) => ({
      ...used,
      response: { ...used.response, signature: forged },
    })
    expect((await byPasskey(new Browser(front), device, spoilt)).problem).toBe('401.6')
    device.asks = false
    const browser = new Browser(front)
    expect((await byPasskey(browser, device)).problem).toBe('401.6')
    expect(await browser.me()).toBeUndefined()
    device.asks = true
    expect((await byPasskey(browser, device)).status).toBe(200)
  })

  it('makes no passkey for whoever came by a link, and none for nobody', async () => {
    const browser = new Browser(front)
    expect((await browser.ask(doors.offerPasskey)).problem).toBe('401.2')
    await browser.ask(endpoints.signIn, { body: { token: front.officeToken } })
    expect((await browser.ask(doors.offerPasskey)).problem).toBe('403.8')
  })

  it('writes down who signed in and how, and of who could not nothing but the way', async () => {
    const rows = await forms()
    expect(rows).toContainEqual({ what: 'signed in', detail: 'passkey', who: 'Grace (administrator)' })
    expect(rows).toContainEqual({ what: 'sign-in failed', detail: 'password', who: '' })
    expect(JSON.stringify(rows)).not.toContain('example.org')
  })

  it('keeps no address of a machine and no name of a browser with a session', async () => {
    const rows = await front.look(db => db.selectFrom('visits').selectAll().execute())
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row).toMatchObject({ ipAddress: null, userAgent: null })
  })
})
