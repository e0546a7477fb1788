// Who may come in: by an invitation alone, once, within a week; as what an administrator says, until they say otherwise.

import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { MembersReply } from '../../../src/protocol/accounts.ts'
import { doors } from '../../../src/protocol/doors.ts'
import { endpoints } from '../../../src/protocol/endpoints.ts'
import type { Overview } from '../../../src/protocol/office.ts'
import { secretOf } from '../../../src/server/accounts/secret.ts'
import { administer } from '../../../src/server/admin.ts'
import { configFrom } from '../../../src/server/config.ts'
import { createOrganisation } from '../../../src/server/queries/organisations.ts'
import { houseAt } from '../count/room.ts'
import { at, type Front, type How, onBothEngines, signIn } from '../front.ts'
import { Browser, grace, invited, now, type Person, signInWith, takeUp } from './person.ts'

const reader = { role: 'reader', services: 'all' } as const

onBothEngines('invitations', open => {
  let front: Front
  let admin: Person
  beforeEach(async () => {
    front = await open(now())
    admin = await grace(front)
  })
  afterEach(() => front.stop())

  const accept = (token: string, email: string) =>
    front.ask(doors.accept, { body: { token, name: 'Somebody', email, password: null } })
  const members = async () => (await admin.browser.ask(doors.members)).body as MembersReply
  const post = { method: 'POST' }

  it('let Sam in once, as what Grace said, and nobody after', async () => {
    const { token } = await invited(admin.browser, reader)
    const sam = await takeUp(front, token, 'Sam', 'sam@example.org')
    expect(await sam.browser.me()).toMatchObject({ role: 'reader', person: { name: 'Sam' } })
    expect((await accept(token, 'thief@example.org')).problem).toBe('401.7')
    expect((await front.ask(doors.invited, { body: { token } })).problem).toBe('401.7')
    expect((await members()).members.map(one => one.name)).toEqual(['Grace', 'Sam'])
  })

  it('let one of three in who race for the same link', async () => {
    const { token } = await invited(admin.browser, reader)
    const racing = await Promise.all([1, 2, 3].map(n => accept(token, `racer${n}@example.org`)))
    expect(racing.map(({ status }) => status).sort()).toEqual([200, 401, 401])
  })

  it('are too old after a week, and worth nothing when they were withdrawn', async () => {
    const [old, gone] = [await invited(admin.browser, reader), await invited(admin.browser, reader)]
    expect((await members()).invitations).toHaveLength(2)
    expect((await admin.browser.ask(at(doors.withdrawInvitation, gone.id), post)).status).toBe(200)
    expect((await accept(gone.token, 'late@example.org')).problem).toBe('401.7')
    front.wait(7 * 24 * 60)
    expect((await accept(old.token, 'late@example.org')).problem).toBe('401.7')
  })

  it('for one address take no other, and no address is of two people', async () => {
    const { token } = await invited(admin.browser, reader, 'Sam@Example.org')
    await takeUp(front, token, 'Sam', 'other@example.org')
    expect((await members()).members.map(one => one.email)).toEqual(['grace@example.org', 'sam@example.org'])
    const again = await admin.browser.ask(doors.invitations, {
      body: { ...reader, email: 'sam@example.org' },
    })
    expect(again.problem).toBe('409.8')
    const open = await invited(admin.browser, reader)
    expect((await accept(open.token, 'sam@example.org')).problem).toBe('409.8')
    // What was refused took nothing: the right address can still come in.
    expect((await accept(open.token, 'alex@example.org')).status).toBe(200)
  })

  it('want a long password, with any letters, and the code that the telephone shows', async () => {
    const { token } = await invited(admin.browser, reader)
    const as = (password: string, code: string) =>
      front.ask(doors.accept, {
        body: { token, name: 'Sam', email: 'sam@example.org', password: { password, code } },
      })
    expect((await as('Sh0rt-&-c1ever', '000000')).problem).toBe('400.1')
    expect((await as('all small letters', '000000')).problem).toBe('401.5')
    const sam = await takeUp(front, token, 'Sam', 'sam@example.org')
    expect(await (await signInWith(front, sam)).me()).toMatchObject({ role: 'reader' })
  })

  it('and all else stay in an audit trail that only grows, even for whoever holds the database', async () => {
    const rows = () => front.look(db => db.selectFrom('audit').selectAll().execute())
    const before = await rows()
    expect(before.length).toBeGreaterThan(0)
    const change = front.look(db => db.updateTable('audit').set({ who: 'nobody' }).execute())
    await expect(change).rejects.toThrow('only grows')
    await expect(front.look(db => db.deleteFrom('audit').execute())).rejects.toThrow('only grows')
    expect(await rows()).toEqual(before)
  })

  it('say who made them, as whom and for which services, so that nobody comes in by surprise', async () => {
    const ward = { service: 'Adult wards', ward: 'Willow' }
    await admin.browser.ask(endpoints.wards, { body: ward })
    const { services } = (await admin.browser.ask(endpoints.overview)).body as Overview
    const { token } = await invited(admin.browser, { role: 'leader', services: services.map(one => one.id) })
    const said = (await front.ask(doors.invited, { body: { token } })).body
    expect(said).toMatchObject({ by: 'Grace (administrator)', role: 'leader', services: ['Adult wards'] })
  })

  it('make whoever takes one up themselves, in a browser that a link had signed in', async () => {
    const browser = new Browser(front)
    await browser.ask(endpoints.signIn, { body: { token: front.officeToken } })
    expect(await browser.me()).not.toHaveProperty('person')
    const { token } = await invited(admin.browser, reader)
    await browser.ask(doors.accept, { body: { token, name: 'Sam', email: 's@example.org', password: null } })
    expect(await browser.me()).toMatchObject({ role: 'reader', person: { name: 'Sam' } })
    // With a passkey still to make, Sam has no way back in, and the page can say so.
    const ways = { passkeys: [], password: false, elsewhere: false }
    expect((await browser.ask(doors.passkeys)).body).toEqual(ways)
    expect((await admin.browser.ask(doors.passkeys)).body).toMatchObject({ password: true, elsewhere: false })
  })

  it('are guessed by nobody for long', async () => {
    const said = []
    for (let n = 0; n < 11; n++) said.push((await accept('guess', 'a@example.org')).problem)
    expect(said).toEqual([...Array(10).fill('401.7'), '429.1'])
  })

  it('are made by administrators alone, for services that there are', async () => {
    const { token } = await invited(admin.browser, { role: 'leader', services: 'all' })
    const priya = await takeUp(front, token, 'Priya', 'priya@example.org')
    for (const path of [doors.members]) expect((await priya.browser.ask(path)).problem).toBe('403.5')
    const body = { ...reader, email: null }
    expect((await priya.browser.ask(doors.invitations, { body })).problem).toBe('403.5')
    const nowhere = { ...body, services: ['nowhere'] }
    expect((await admin.browser.ask(doors.invitations, { body: nowhere })).problem).toBe('404.1')
  })

  it('make a member whose role changes at once, and who is gone at once', async () => {
    const { token } = await invited(admin.browser, { role: 'leader', services: 'all' })
    const priya = await takeUp(front, token, 'Priya', 'priya@example.org')
    const id = (await priya.browser.me())?.person?.id ?? ''
    const ward = { service: 'Adult wards', ward: 'Willow' }
    expect((await priya.browser.ask(endpoints.wards, { body: ward })).status).toBe(201)
    await admin.browser.ask(at(doors.member, id), { method: 'PUT', body: reader })
    expect((await priya.browser.ask(endpoints.wards, { body: ward })).problem).toBe('403.4')
    expect((await admin.browser.ask(at(doors.removeMember, id), post)).status).toBe(200)
    expect(await priya.browser.me()).toBeUndefined()
    expect(await (await signInWith(front, priya)).me()).toBeUndefined()
    expect((await admin.browser.ask(at(doors.removeMember, id), post)).problem).toBe('404.1')
    const left = await front.look(async db =>
      Promise.all(
        (['visits', 'ways_in', 'second_factors'] as const).map(table =>
          db.selectFrom(table).select('id').where('userId', '=', id).execute(),
        ),
      ),
    )
    expect(left.flat()).toEqual([])
    const again = await invited(admin.browser, reader)
    expect((await accept(again.token, 'priya@example.org')).status).toBe(200)
  })

  const ended: readonly [string, (id: string) => readonly [string, How]][] = [
    ['is removed', id => [at(doors.removeMember, id), post]],
    ['is no administrator any more', id => [at(doors.member, id), { method: 'PUT', body: reader }]],
  ]
  it.each(ended)(
    'of an administrator who %s let nobody in, or they would come back by one of their own',
    async (_, end) => {
      const { token } = await invited(admin.browser, { role: 'administrator', services: 'all' })
      const ben = await takeUp(front, token, 'Ben', 'ben@example.org')
      const back = await invited(ben.browser, { role: 'administrator', services: 'all' })
      const others = await invited(admin.browser, reader)
      const id = (await ben.browser.me())?.person?.id ?? ''
      expect((await admin.browser.ask(...end(id))).status).toBe(200)
      expect((await accept(back.token, 'back@example.org')).problem).toBe('401.7')
      expect((await members()).invitations.map(one => one.id)).toEqual([others.id])
      expect((await accept(others.token, 'sam@example.org')).status).toBe(200)
    },
  )

  it('to an address are worth nothing once its owner was removed, however many were made', async () => {
    const [one, two] = [0, 1].map(() => invited(admin.browser, reader, 'sam@example.org'))
    const sam = await takeUp(front, (await one)?.token ?? '', 'Sam', 'sam@example.org')
    const id = (await sam.browser.me())?.person?.id ?? ''
    expect((await admin.browser.ask(at(doors.removeMember, id), post)).status).toBe(200)
    expect((await accept((await two)?.token ?? '', 'sam@example.org')).problem).toBe('401.7')
  })

  it('leave one administrator at least, whoever is clumsy', async () => {
    const id = (await admin.browser.me())?.person?.id ?? ''
    const down = { method: 'PUT', body: reader }
    expect((await admin.browser.ask(at(doors.member, id), down)).problem).toBe('409.9')
    expect((await admin.browser.ask(at(doors.removeMember, id), post)).problem).toBe('409.9')
    expect((await admin.browser.me())?.role).toBe('administrator')
    const { token } = await invited(admin.browser, { role: 'administrator', services: 'all' })
    const second = await takeUp(front, token, 'Ben', 'ben@example.org')
    const ben = (await second.browser.me())?.person?.id ?? ''
    const racing = await Promise.all([
      admin.browser.ask(at(doors.member, ben), down),
      second.browser.ask(at(doors.member, id), down),
    ])
    expect(racing.map(one => one.problem ?? '200').sort()[0]).toBe('200')
    expect(
      (await front.look(db => db.selectFrom('members').select('role').execute())).map(one => one.role),
    ).toContain('administrator')
  })

  it('and everything else that was changed can be read by leaders, with whose doing it was, a page at a time', async () => {
    const priya = await signIn(front)
    await priya.addWard('Adult wards', 'Willow')
    await invited(admin.browser, reader)
    const { entries, before } = (await priya.ask(doors.audit)).body as { entries: object[]; before: null }
    const day = now().slice(0, 10)
    expect(entries).toContainEqual({ day, what: 'invited', detail: 'reader', by: 'Grace (administrator)' })
    expect(entries).toContainEqual(expect.objectContaining({ what: 'ward made', by: 'by a link (leader)' }))
    expect(before).toBeNull()
    await front.look(async db => {
      const [{ organisation } = { organisation: '' }] = await db
        .selectFrom('organisations')
        .select('id as organisation')
        .execute()
      const rows = Array.from({ length: 250 }, (_, n) => ({
        organisation,
        id: `old-${n}`,
        on_day: `2026-01-${String((n % 28) + 1).padStart(2, '0')}`,
        what: n % 25 === 0 ? 'envelopes' : 'ward made',
        detail: String(n),
        who: null,
      }))
      await db.insertInto('audit').values(rows).execute()
    })
    const seen: { day: string; what: string; detail: string }[] = []
    for (let next: string | null = ''; next !== null; ) {
      const page: { entries: typeof seen; before: string | null } = (
        await priya.ask(next === '' ? doors.audit : `${doors.audit}?before=${encodeURIComponent(next)}`)
      ).body as never
      expect(page.entries.length).toBeLessThanOrEqual(100)
      seen.push(...page.entries)
      next = page.before
    }
    const old = seen.filter(one => one.day.startsWith('2026-01'))
    expect(new Set(old.map(one => one.detail)).size).toBe(240)
    expect(old).toHaveLength(240)
    expect(seen.map(one => one.day)).toEqual(
      seen
        .map(one => one.day)
        .sort()
        .reverse(),
    )
    // How many forms came would tell what a box holds.
    expect(seen.some(one => one.what === 'envelopes')).toBe(false)
  })
})

it("lets an administrator back in who locked themselves out, by the server's command line", async () => {
  const data = mkdtempSync(join(tmpdir(), 'ev-invite-'))
  const house = await houseAt({ data, databaseUrl: undefined }, '2026-05-04')
  await createOrganisation(house.db, 'trust', 'A trust')
  const [link] = await administer(house, ['invite', 'administrator'])
  expect(link).toMatch(/\/office#invitation=[\w-]{43}$/)
  expect(await house.db.selectFrom('invitations').select(['role', 'who']).execute()).toEqual([
    { role: 'administrator', who: 'the server' },
  ])
  await house.db.destroy()
  rmSync(data, { recursive: true, force: true })
})

it('keep their secret in a file that only the server reads, the same at every start, or in a setting', () => {
  const data = mkdtempSync(join(tmpdir(), 'ev-secret-'))
  const at = () => configFrom({ DATA_DIR: data }, [])
  const made = secretOf(at())
  expect(made).toMatch(/^[\w-]{43}$/)
  expect(secretOf(at())).toBe(made)
  expect(statSync(join(data, 'accounts.secret')).mode & 0o777).toBe(0o600)
  expect(secretOf(configFrom({ DATA_DIR: data, ACCOUNTS_SECRET: 's'.repeat(32) }, []))).toBe('s'.repeat(32))
  rmSync(data, { recursive: true, force: true })
})

it('are asked for by a page of our own alone, whatever another site makes a browser send', async () => {
  const { openFront } = await import('../front.ts')
  const front = await openFront(undefined, now())
  const browser = new Browser(front)
  const headers = { 'sec-fetch-site': 'cross-site' }
  for (const path of [
    doors.accept,
    doors.invited,
    doors.password,
    doors.code,
    doors.passkey,
    doors.elsewhere,
  ]) {
    const body =
      path === doors.accept ? { token: 'x', name: 'x', email: 'x@example.org', password: null } : undefined
    const bodies: Record<string, unknown> = {
      [doors.invited]: { token: 'x' },
      [doors.password]: { email: 'x@example.org', password: 'x' },
      [doors.code]: { code: '000000' },
      [doors.passkey]: {
        response: {
          id: 'x',
          rawId: 'x',
          type: 'public-key',
          response: { clientDataJSON: 'x' },
          clientExtensionResults: {},
        },
      },
    }
    const sent = body ?? bodies[path]
    const how = sent === undefined ? { method: 'POST' } : { body: sent }
    expect([path, (await browser.ask(path, { ...how, headers })).problem]).toEqual([path, '403.2'])
  }
  await front.stop()
})
