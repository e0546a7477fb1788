// Sessions end: when nobody is there, after a day's work, when a password changes, when an administrator says so.

import { afterEach, beforeEach, expect, it } from 'vitest'
import { doors } from '../../../src/protocol/doors.ts'
import { endpoints } from '../../../src/protocol/endpoints.ts'
import { forgetSignIns } from '../../../src/server/queries/sessions.ts'
import { type Front, onBothEngines, openFront } from '../front.ts'
import { Device } from './passkey.ts'
import { Browser, grace, invited, now, PASSWORD, type Person, signInWith, takeUp } from './person.ts'

onBothEngines('a session', open => {
  let front: Front
  let person: Person
  beforeEach(async () => {
    front = await open(now())
    person = await grace(front)
  })
  afterEach(() => front.stop())
  const here = async (browser = person.browser) => (await browser.me()) !== undefined

  it('ends after thirty minutes in which nobody asked for anything, on a desk that somebody left', async () => {
    front.wait(29)
    expect(await here()).toBe(true)
    front.wait(29)
    expect(await here()).toBe(true)
    front.wait(30)
    expect(await here()).toBe(false)
    expect((await person.browser.ask(endpoints.overview)).problem).toBe('401.2')
    // Not even to change what one signs in with.
    expect((await person.browser.ask(doors.offerPasskey)).problem).toBe('401.2')
  })

  it('is not enough, minutes later, to change what one signs in with: somebody else may sit at the desk by then', async () => {
    const { browser } = person
    front.wait(4)
    const offered = await browser.ask(doors.offerPasskey)
    expect(offered.status).toBe(200)
    const response = new Device(front.url).make(offered.body as Parameters<Device['make']>[0])
    front.wait(1)
    const change = { current: PASSWORD, password: 'another walk by the river' }
    for (const [path, body] of [
      [doors.offerPasskey, undefined],
      [doors.newPasskey, { response, name: 'A stranger' }],
      [doors.endPasskey, { id: 'none' }],
      [doors.newPassword, change],
    ] as const)
      expect([path, (await browser.ask(path, { body })).problem]).toEqual([path, '403.9'])
    // All else goes on.
    expect(await here()).toBe(true)
    const before = new Map(browser.cookies)
    await browser.ask(doors.password, { body: { email: person.email, password: PASSWORD } })
    // Half a sign-in takes nothing away from whoever is in.
    expect(await here()).toBe(true)
    expect((await browser.ask(doors.offerPasskey)).problem).toBe('403.9')
    expect((await browser.ask(doors.code, { body: { code: person.code() } })).status).toBe(200)
    const again = await browser.ask(doors.offerPasskey)
    const made = new Device(front.url).make(again.body as Parameters<Device['make']>[0])
    const kept = await browser.ask(doors.newPasskey, { body: { response: made, name: 'My telephone' } })
    expect(kept.status).toBe(200)
    // The session of before ended with that.
    const old = new Browser(front)
    for (const [name, value] of before) old.cookies.set(name, value)
    expect(await here(old)).toBe(false)
  })

  it('asks nobody to prove who has nothing yet to prove it with', async () => {
    const { token } = await invited(person.browser, { role: 'reader', services: 'all' })
    const sam = new Browser(front)
    await sam.ask(doors.accept, { body: { token, name: 'Sam', email: 'sam@example.org', password: null } })
    front.wait(20)
    const device = new Device(front.url)
    const add = async () => {
      const { body, problem } = await sam.ask(doors.offerPasskey)
      if (problem) return problem
      const response = device.make(body as Parameters<Device['make']>[0])
      return (await sam.ask(doors.newPasskey, { body: { response, name: 'Mine' } })).status
    }
    expect(await add()).toBe(200)
    // From here on there is something.
    expect(await add()).toBe('403.9')
  })

  it('ends after twelve hours, however busy somebody was', async () => {
    for (let n = 0; n < 35; n++) {
      front.wait(20)
      expect(await here()).toBe(true)
    }
    front.wait(20)
    expect(await here()).toBe(false)
  })

  it('ends when somebody signs out, and another of theirs goes on', async () => {
    const other = await signInWith(front, person)
    const kept = new Map(other.cookies)
    expect((await other.ask(endpoints.signOut, { method: 'POST' })).status).toBe(200)
    // A cookie that somebody copied is worth as little as the one that was taken away.
    for (const [name, value] of kept) other.cookies.set(name, value)
    expect(await here(other)).toBe(false)
    expect(await here()).toBe(true)
  })

  it('ends everywhere else when the password changes, and the old one is none any more', async () => {
    const other = await signInWith(front, person)
    const body = { current: PASSWORD, password: 'another walk by the river' }
    const wrong = await person.browser.ask(doors.newPassword, { body: { ...body, current: 'wrong' } })
    expect(wrong.problem).toBe('401.4')
    expect(await here(other)).toBe(true)
    expect((await person.browser.ask(doors.newPassword, { body })).status).toBe(200)
    expect(await here()).toBe(true)
    expect(await here(other)).toBe(false)
    expect(await here(await signInWith(front, person))).toBe(false)
  })

  it('ends when an administrator ends all of somebody, who can sign in again', async () => {
    const { token } = await invited(person.browser, { role: 'reader', services: 'all' })
    const sam = await takeUp(front, token, 'Sam', 'sam@example.org')
    const id = (await sam.browser.me())?.person?.id ?? ''
    const path = doors.endSessions.replace(':member', id)
    expect((await sam.browser.ask(path, { method: 'POST' })).problem).toBe('403.5')
    expect((await person.browser.ask(path, { method: 'POST' })).status).toBe(200)
    expect(await here(sam.browser)).toBe(false)
    expect(await here(await signInWith(front, sam))).toBe(true)
  })

  it('ends when a backup is restored, and so does every invitation', async () => {
    const { token } = await invited(person.browser, { role: 'reader', services: 'all' })
    await front.look(forgetSignIns)
    expect(await here()).toBe(false)
    expect((await front.ask(doors.invited, { body: { token } })).problem).toBe('401.7')
  })

  it('is a cookie that no script reads, no other site sends, and nobody makes who knows the database', async () => {
    const browser = new Browser(front)
    await browser.ask(doors.password, { body: { email: person.email, password: PASSWORD } })
    const signed = await browser.ask(doors.code, { body: { code: person.code() } })
    const line = signed.headers.getSetCookie().find(one => one.includes('session_token')) ?? ''
    for (const part of [/HttpOnly/i, /SameSite=Strict/i, /Path=\//i, /Max-Age=43200/i])
      expect(line).toMatch(part)
    const [{ token } = { token: '' }] = await front.look(db =>
      db.selectFrom('visits').select('token').execute(),
    )
    for (const value of [token, `${token}.`, `${token}.${'A'.repeat(43)}=`]) {
      browser.cookies.clear()
      browser.cookies.set('equal-voice.session_token', encodeURIComponent(value))
      expect(await here(browser)).toBe(false)
    }
  })
})

it('is sent over TLS alone where people come over TLS', async () => {
  const front = await openFront(undefined, now(), { PUBLIC_URL: 'https://voice.example.org' })
  const accepted = await front.ask(doors.accept, {
    body: { token: front.invitation, name: 'Grace', email: 'grace@example.org', password: null },
  })
  const [line = ''] = accepted.headers.getSetCookie()
  expect(line).toMatch(/^__Secure-equal-voice\.session_token=/)
  expect(line).toMatch(/; Secure/)
  const browser = new Browser(front)
  browser.keep(accepted.headers)
  expect(await browser.me()).toMatchObject({ role: 'administrator' })
  await front.stop()
})
