// A hospital's own sign-in, against a real OpenID Connect provider: it says who somebody is, and never that they may come in.

import { afterAll, beforeAll, expect, it } from 'vitest'
import { doors } from '../../../src/protocol/doors.ts'
import { configFrom } from '../../../src/server/config.ts'
import { CLIENT, freePort, startProvider } from '../../fixtures/provider.ts'
import { type Front, onBothEngines, openFront } from '../front.ts'
import { Browser, grace, invited, now, type Person, takeUp } from './person.ts'

const reader = { role: 'reader', services: 'all' } as const

onBothEngines("the hospital's own sign-in", open => {
  let front: Front
  let admin: Person
  let provider: Awaited<ReturnType<typeof startProvider>>
  beforeAll(async () => {
    const port = await freePort()
    provider = await startProvider(`http://localhost:${port}/api/auth/callback/trust`)
    front = await open(now(), {
      PORT: String(port),
      OIDC_ISSUER: `${provider.issuer}/`,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_NAME: 'Example Trust',
    })
    admin = await grace(front)
  })
  afterAll(async () => {
    await front.stop()
    await provider.stop()
  })

  /** Signs in at the provider as a browser does, with its own cookies there; the address that it sends the browser back to. */
  async function atProvider(url: string, name: string): Promise<string> {
    const there = new Browser({ ask: () => Promise.reject(new Error('not here')) })
    const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) })
    let how: RequestInit = {}
    for (let at = url, steps = 0; steps < 12; steps++) {
      const cookie = [...there.cookies].map(([one, value]) => `${one}=${value}`).join('; ')
      const answer = await fetch(at, { ...how, headers: { cookie }, redirect: 'manual' })
      there.keep(answer.headers)
      how = {}
      const to = answer.headers.get('location')
      if (to === null) {
        const page = await answer.text()
        how = form(
          page.includes('value="login"')
            ? { prompt: 'login', login: name, password: 'x' }
            : { prompt: 'consent' },
        )
        continue
      }
      at = new URL(to, at).href
      if (at.startsWith(front.url)) return at
    }
    throw new Error('the provider sent nobody back')
  }

  async function comeBack(browser: Browser, back: string): Promise<string> {
    const { pathname, search } = new URL(back)
    const cookie = [...browser.cookies].map(([one, value]) => `${one}=${value}`).join('; ')
    const answer = await fetch(front.url + pathname + search, { headers: { cookie }, redirect: 'manual' })
    browser.keep(answer.headers)
    return answer.headers.get('location') ?? ''
  }

  async function signInAs(name: string): Promise<{ browser: Browser; to: string }> {
    const browser = new Browser(front)
    const { url } = (await browser.ask(doors.elsewhere, { method: 'POST' })).body as { url: string }
    return { browser, to: await comeBack(browser, await atProvider(url, name)) }
  }

  it('stands on the page with its name', async () => {
    expect((await front.ask(doors.ways)).body).toEqual({ elsewhere: 'Example Trust' })
  })

  it('lets nobody in whom nobody invited, and keeps nothing of them', async () => {
    const { browser, to } = await signInAs('stranger@example.org')
    expect(to).toBe('/office#refused=403.7')
    expect(await browser.me()).toBeUndefined()
    const people = await front.look(db => db.selectFrom('people').select('email').execute())
    expect(people).toEqual([{ email: 'grace@example.org' }])
  })

  it('lets in who was invited by the address that it vouches for, once as new and then again', async () => {
    await invited(admin.browser, { role: 'advocate', services: 'all' }, 'rosa@example.org')
    expect((await signInAs('unverified-rosa@example.org')).to).toBe('/office#refused=403.7')
    for (let times = 0; times < 2; times++) {
      const { browser, to } = await signInAs('rosa@example.org')
      expect(to).toBe('/office')
      expect(await browser.me()).toMatchObject({ role: 'advocate', person: { name: 'rosa' } })
      // The provider may have let in whoever sat there: that proves nothing, and makes no passkey.
      expect((await browser.ask(doors.offerPasskey)).problem).toBe('403.9')
    }
    expect(await front.look(db => db.selectFrom('invitations').select('id').execute())).toEqual([])
  })

  it('lets a member in whose address an administrator named, and not one who named it alone', async () => {
    const named = await invited(admin.browser, reader, 'sam@example.org')
    await takeUp(front, named.token, 'Sam', 'sam@example.org')
    const { browser } = await signInAs('sam@example.org')
    expect(await browser.me()).toMatchObject({ role: 'reader', person: { name: 'Sam' } })
    const open = await invited(admin.browser, { role: 'administrator', services: 'all' })
    await takeUp(front, open.token, 'Alex', 'director@example.org')
    expect((await signInAs('director@example.org')).to).toBe('/office#refused=403.7')
  })

  it('believes no answer that this browser did not ask for', async () => {
    const mine = new Browser(front)
    const asked = await mine.ask(doors.elsewhere, { method: 'POST' })
    const { url } = asked.body as { url: string }
    // The provider's page sends the browser back from another site: the one cookie that must come along does.
    expect(asked.headers.getSetCookie().join()).toMatch(/^equal-voice\.state=[^;]+;.*SameSite=Lax/i)
    const back = await atProvider(url, 'sam@example.org')
    const other = new Browser(front)
    expect(await comeBack(other, back)).toBe('/office#refused=403.7')
    expect(await other.me()).toBeUndefined()
    // With the cookie of the browser that asked, and only with that one.
    const state = [...mine.cookies.keys()]
    expect(state).toEqual(['equal-voice.state'])
  })

  it('keeps nothing by which the provider could be asked in somebody’s name', async () => {
    const rows = await front.look(db => db.selectFrom('ways_in').selectAll().execute())
    const elsewhere = rows.filter(row => row.providerId === 'trust')
    expect(elsewhere.length).toBeGreaterThan(0)
    for (const row of elsewhere)
      expect(row).toMatchObject({ accessToken: null, refreshToken: null, idToken: null })
  })

  it('can rest while people sign in otherwise', async () => {
    await provider.stop()
    const browser = new Browser(front)
    expect(
      (await browser.ask(doors.password, { body: { email: 'a@example.org', password: 'x' } })).problem,
    ).toBe('401.4')
  })
})

it('is not there where nobody has set it, and is 503.2 where it can not be reached', async () => {
  const none = await openFront(undefined, now())
  expect((await none.ask(doors.ways)).body).toEqual({ elsewhere: null })
  expect((await none.ask(doors.elsewhere, { method: 'POST' })).problem).toBe('404.1')
  await none.stop()
  const OIDC_ISSUER = `http://127.0.0.1:${await freePort()}`
  const set = { OIDC_ISSUER, OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'x' }
  const lost = await openFront(undefined, now(), set)
  expect((await lost.ask(doors.elsewhere, { method: 'POST' })).problem).toBe('503.2')
  await lost.stop()
})

it.each([
  [{ OIDC_ISSUER: 'http://login.example.org' }, /OIDC_ISSUER must begin with https/],
  [{ OIDC_ISSUER: 'nonsense' }, /OIDC_ISSUER must be an address/],
  [{ OIDC_ISSUER: 'https://login.example.org' }, /OIDC_CLIENT_ID is missing/],
  [{ OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'x' }, /OIDC_ISSUER is missing/],
  [{ ACCOUNTS_SECRET: 'short' }, /ACCOUNTS_SECRET must have 32/],
])('stops a server that is set wrongly before it starts: %o', (env, sentence) => {
  expect(() => configFrom(env, [])).toThrow(sentence)
})
