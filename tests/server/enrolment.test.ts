// A browser becomes a tablet, once for each code, and stays one until the office says otherwise.

import * as v from 'valibot'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { checkInReply } from '../../src/protocol/tablet.ts'
import { firstOrganisation } from '../../src/server/queries/organisations.ts'
import { hashOf } from '../../src/server/secrets.ts'
import { enrol, type Front, type Leader, onBothEngines, signIn, someContacts } from './front.ts'

onBothEngines('enrolment', open => {
  let front: Front
  let priya: Leader
  let willow: string
  beforeEach(async () => {
    front = await open()
    priya = await signIn(front)
    willow = await priya.addWard('Adult wards', 'Willow')
  })
  afterEach(() => front.stop())

  const tryCode = (code: string) => front.ask(endpoints.enrol, { body: { code } })

  it("gives the tablet its ward's name, key, contacts and next count, so that it works without a network", async () => {
    const { enrolled } = await enrol(front, priya, willow)
    expect(enrolled.settings).toMatchObject({
      demonstration: false,
      organisation: 'Our organisation',
      service: 'Adult wards',
      ward: { id: willow, name: 'Willow', countedWith: [] },
      contacts: someContacts,
      nextCount: '2026-06-01',
      threshold: 10,
      told: null,
    })
    expect(enrolled.settings.key.publicKey).not.toBe('')
    expect(enrolled.epoch).not.toBe('')
    expect(enrolled.now).toBe('2026-05-04T12:00:00.000Z')
  })

  it('takes a code however it was typed, so that a shaky hand needs no second one', async () => {
    const { code } = await priya.code(willow)
    const typed = `${code.slice(0, 5).toLowerCase()} - ${code.slice(5)}`
      .replaceAll('0', 'o')
      .replaceAll('1', 'l')
    expect((await tryCode(typed)).status).toBe(200)
  })

  it('keeps the code of another ward good for a tablet that must stay with its own, and makes none of it', async () => {
    const oak = await priya.addWard('Adult wards', 'Oak')
    const { code } = await priya.code(oak)
    const ask = (ward: unknown) => front.ask(endpoints.enrol, { body: { code, ward } })
    expect(await ask(willow)).toMatchObject({ status: 409, problem: '409.7' })
    expect(await ask('x'.repeat(201))).toMatchObject({ problem: '400.1' })
    expect((await priya.overview()).services[0]?.wards.flatMap(({ tablets }) => tablets)).toEqual([])
    expect((await ask(oak)).status).toBe(200)
  })

  it('takes a code once, even when two tablets race for it', async () => {
    const { code } = await priya.code(willow)
    const answers = await Promise.all(Array.from({ length: 6 }, () => tryCode(code)))
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 403, 403, 403, 403, 403])
    expect((await priya.overview()).services[0]?.wards[0]?.tablets).toHaveLength(1)
  })

  it('lets a code go stale after fifteen minutes, so that one left on a desk is of no use', async () => {
    const [early, late] = [await priya.code(willow), await priya.code(willow)]
    front.wait(14)
    expect((await tryCode(early.code)).status).toBe(200)
    front.wait(1)
    expect(await tryCode(late.code)).toMatchObject({ problem: '403.1' })
  })

  it('keeps no code and no token that could be read from the database', async () => {
    const { code } = await priya.code(willow)
    const { enrolled } = await enrol(front, priya, willow)
    const kept = await front.look(async db => [
      ...(await db.selectFrom('codes').selectAll().execute()),
      ...(await db.selectFrom('tablets').selectAll().execute()),
      ...(await db.selectFrom('sessions').selectAll().execute()),
    ])
    expect(kept.length).toBeGreaterThan(2)
    expect(JSON.stringify(kept)).not.toContain(code)
    expect(JSON.stringify(kept)).not.toContain(enrolled.token)
  })

  it('stops who guesses after ten tries in an hour, and the right code too until the hour is over', async () => {
    const { code } = await priya.code(willow)
    const guesses = []
    for (let n = 0; n < 11; n += 1) guesses.push((await tryCode('0000000000')).problem)
    expect(guesses).toEqual([...Array(10).fill('403.1'), '429.1'])
    expect(await tryCode(code)).toMatchObject({ problem: '429.1' })
    front.wait(60)
    expect((await tryCode((await priya.code(willow)).code)).status).toBe(200)
  })

  it('enrols thirty tablets in an hour from one address, since a right code is no guess', async () => {
    for (let n = 0; n < 30; n += 1) await enrol(front, priya, willow)
    expect((await priya.overview()).services[0]?.wards[0]?.tablets).toHaveLength(30)
  })

  it('makes no code for a ward without its contacts, since Help would have nobody to name', async () => {
    const rowan = await priya.addWard('Adult wards', 'Rowan', null)
    const ask = () => priya.ask(endpoints.codes.replace(':ward', rowan), { method: 'POST' })
    expect(await ask()).toMatchObject({ problem: '409.2' })
    const without = { ...someContacts, advocate: { name: 'Rosa', phone: ' ' } }
    await priya.ask(endpoints.contacts.replace(':ward', rowan), { method: 'PUT', body: without })
    expect(await ask()).toMatchObject({ problem: '409.2' })
  })

  it('enrols no tablet with a code from before a contact was emptied, since Help would have nobody to name', async () => {
    const { code } = await priya.code(willow)
    const without = { ...someContacts, advocate: { name: '', phone: '' } }
    const path = endpoints.contacts.replace(':ward', willow)
    expect((await priya.ask(path, { method: 'PUT', body: without })).status).toBe(200)
    expect(await tryCode(code)).toMatchObject({ problem: '409.2' })
    await priya.ask(path, { method: 'PUT', body: someContacts })
    expect((await tryCode(code)).status).toBe(200)
  })

  it('lets nobody empty a contact while a tablet is on the ward, and lets them when its permission has ended', async () => {
    const tablet = await enrol(front, priya, willow)
    const path = endpoints.contacts.replace(':ward', willow)
    const put = () =>
      priya.ask(path, { method: 'PUT', body: { ...someContacts, advocate: { name: '', phone: '' } } })
    expect(await put()).toMatchObject({ problem: '409.3' })
    const kept = (await priya.overview()).services[0]?.wards[0]?.contacts
    expect(kept).toEqual(someContacts)
    await priya.ask(endpoints.endTablet.replace(':tablet', tablet.id), { method: 'POST' })
    expect((await put()).status).toBe(200)
  })

  it('tells a tablet at its check-in what has changed, and writes down the day on which it was heard', async () => {
    const tablet = await enrol(front, priya, willow)
    front.wait(24 * 60)
    const contacts = { ...someContacts, advocate: { name: 'Idris', phone: '0113 496 0009' } }
    await (await signIn(front, await newToken())).ask(endpoints.contacts.replace(':ward', willow), {
      method: 'PUT',
      body: contacts,
    })
    const { body } = await tablet.ask(endpoints.checkIn, { waiting: {} })
    expect(v.parse(checkInReply, body).settings.contacts.advocate.name).toBe('Idris')
    const [row] = await front.look(db => db.selectFrom('tablets').selectAll().execute())
    expect(row?.heard_on).toBe('2026-05-05')
  })

  it('calls a key done with only when the tablet holds nothing under it and seals to another', async () => {
    const tablet = await enrol(front, priya, willow)
    const clear = () =>
      front.look(async db =>
        (await db.selectFrom('tablet_keys').selectAll().execute()).map(row => row.clear_since),
      )
    const checkIn = (body: object) => tablet.ask(endpoints.checkIn, body)
    await checkIn({ waiting: {} })
    expect(await clear()).toEqual([null])
    await checkIn({ waiting: {}, sealsTo: tablet.key })
    expect(await clear()).toEqual([null])
    await checkIn({ waiting: { [tablet.key]: 2 }, sealsTo: 'newer' })
    expect(await clear()).toEqual([null])
    await checkIn({ waiting: {}, sealsTo: 'newer' })
    expect(await clear()).toEqual(['2026-05-04'])
    await checkIn({ waiting: { [tablet.key]: 1 }, sealsTo: 'newer' })
    expect(await clear()).toEqual([null])
  })

  const newToken = () =>
    front.look(async db => {
      const organisation = (await firstOrganisation(db))?.id ?? ''
      const until = '2026-05-06T00:00:00.000Z'
      await db
        .insertInto('sign_ins')
        .values({ organisation, hash: hashOf('another link'), until })
        .execute()
      return 'another link'
    })
})
