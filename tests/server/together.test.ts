// Wards counted together, as a leader says it and as tablets hear of it: nobody's form goes where they were not told.

import * as v from 'valibot'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { markOf } from '../../src/envelope/slip.ts'
import type { AuditReply } from '../../src/protocol/accounts.ts'
import { doors } from '../../src/protocol/doors.ts'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { type CheckInReply, enrolReply, type Settings } from '../../src/protocol/tablet.ts'
import {
  enrol,
  envelope,
  type Front,
  formId,
  type Leader,
  onBothEngines,
  signIn,
  signInAdvocate,
  type TestTablet,
} from './front.ts'

onBothEngines('wards counted together', open => {
  let front: Front
  let priya: Leader
  let willow: string
  let oak: string
  let tablet: TestTablet
  beforeEach(async () => {
    front = await open()
    priya = await signIn(front)
    willow = await priya.addWard('Adult wards', 'Willow')
    oak = await priya.addWard('Adult wards', 'Oak')
    tablet = await enrol(front, priya, willow)
  })
  afterEach(() => front.stop())

  const wards = async () => (await priya.overview()).services.flatMap(one => one.wards)
  const ward = async (id: string) => (await wards()).find(one => one.id === id)
  const service = async () => (await priya.overview()).services[0]?.id ?? ''
  const put = (path: string, body: unknown) => priya.ask(path, { method: 'PUT', body })
  type Groups = readonly (readonly string[])[]
  /** How the wards of the service are counted, as an office page shows it. */
  const shown = async (): Promise<Groups> =>
    [...Map.groupBy((await priya.overview()).services[0]?.wards ?? [], one => one.group).values()].map(some =>
      some.map(({ id }) => id),
    )
  const group = async (groups: Groups, seen?: Groups) =>
    put(endpoints.groups.replace(':service', await service()), { groups, seen: seen ?? (await shown()) })
  const hear = async (from = tablet, waiting = 0): Promise<Settings> =>
    ((await from.ask(endpoints.checkIn, { waiting: { [from.key]: waiting } })).body as CheckInReply).settings
  /** The box in which a form lies. */
  const lies = (id: string) =>
    front.look(async db => {
      const found = await db.selectFrom('envelopes').select('box').where('id', '=', id).executeTakeFirst()
      return found?.box
    })
  const seal = async (from = tablet, more = {}) => {
    const id = formId()
    return { id, sent: await envelope({ id, ward: from.ward, key: from.key, ...more }) }
  }
  const send = async (from = tablet) => {
    const { id, sent } = await seal(from)
    expect(await from.send(sent)).toEqual(['stored'])
    return lies(id)
  }

  it('lets a tablet go on as its people were told, until nothing of them waits there', async () => {
    const before = (await ward(willow))?.group
    expect((await group([[willow, oak]])).status).toBe(200)
    expect(await ward(willow)).toMatchObject({ countedWith: ['Oak'], tablets: [{ still: [] }] })
    expect((await hear(tablet, 1)).ward.countedWith).toEqual([])
    expect(await send()).toBe(before)

    expect((await hear(tablet, 0)).ward.countedWith).toEqual(['Oak'])
    expect((await ward(willow))?.tablets[0]).not.toHaveProperty('still')
    const now = (await ward(willow))?.group
    expect(now).not.toBe(before)
    expect((await ward(oak))?.group).toBe(now)
    expect(await send()).toBe(now)
  })

  it('keeps what a tablet sends in the box that it was told of, though it has not checked in since', async () => {
    const before = (await ward(willow))?.group
    await group([[willow, oak]])
    expect(await send()).toBe(before)
    expect(await send(await enrol(front, priya, willow))).toBe((await ward(willow))?.group)
  })

  it('takes a form back that lies in the box of before', async () => {
    const slip = formId()
    const { sent } = await seal(tablet, { slip: await markOf(slip, crypto.subtle) })
    await tablet.send(sent)
    await group([[willow, oak]])
    await hear()
    expect(await tablet.takeBack(slip)).toEqual(['taken-out'])
  })

  it('gives wards that are put together as before the box that they had', async () => {
    const apart = (await ward(willow))?.group
    await group([[willow, oak]])
    const both = (await ward(willow))?.group
    await group([[willow], [oak]])
    expect((await ward(willow))?.group).toBe(apart)
    await group([[oak, willow]])
    expect((await ward(oak))?.group).toBe(both)
  })

  it('never adds a ward to a box: who was told of two wards is not counted with three', async () => {
    await group([[willow, oak]])
    const two = (await ward(willow))?.group
    const elm = await priya.addWard('Adult wards', 'Elm')
    await group([[willow, oak, elm]])
    const three = (await ward(elm))?.group
    expect(three).not.toBe(two)
    expect((await hear()).ward.countedWith).toEqual(['Elm', 'Oak'])
    const of = await front.look(db => db.selectFrom('box_wards').select(['box', 'ward']).execute())
    const members = of.filter(({ box }) => box === two).map(one => one.ward)
    expect(members.toSorted()).toEqual([willow, oak].toSorted())
  })

  it('wants every ward of the service once, so that none is left out by a page that is old', async () => {
    const other = await priya.addWard('Older people', 'Ash')
    for (const groups of [
      [[willow]],
      [[willow, oak, oak]],
      [[willow, oak, other]],
      [[willow], [oak], [willow]],
    ])
      expect((await group(groups)).problem).toBe('409.31')
    expect((await group([[willow], []])).problem).toBe('400.1')
  })

  it('takes one of two leaders who settle it at once, and tells the other, who would believe that theirs holds', async () => {
    const elm = await priya.addWard('Adult wards', 'Elm')
    const seen = await shown()
    const both: Groups[] = [
      [[willow, oak], [elm]],
      [[willow], [oak, elm]],
    ]
    const came = await Promise.all(both.map(groups => group(groups, seen)))
    expect(came.map(one => one.problem ?? one.status).toSorted()).toEqual([200, '409.34'])
    const first = both[came.findIndex(one => one.status === 200)] ?? []
    const alike = (groups: Groups) => groups.map(one => one.toSorted().join()).toSorted()
    expect(alike(await shown())).toEqual(alike(first))
    // Whoever looks again may settle it otherwise; whoever saw the same in another order has seen it.
    const other = both.find(one => one !== first) ?? []
    expect(
      (
        await group(
          other,
          first.toReversed().map(one => one.toReversed()),
        )
      ).status,
    ).toBe(200)
    expect(alike(await shown())).toEqual(alike(other))
  })

  it('types paper into the ward’s box of now', async () => {
    const rosa = await signInAdvocate(front)
    await group([[willow, oak]])
    const { id, sent } = await seal(tablet, { paper: true })
    await rosa.ask(endpoints.paper.replace(':ward', willow), { body: sent })
    expect(await lies(id)).toBe((await ward(willow))?.group)
  })

  it('brings a rescue file in where the tablet’s people were told, and without its name where the eldest was', async () => {
    const before = (await ward(willow))?.group
    await group([[willow, oak]])
    const other = await enrol(front, priya, willow)
    const bring = async (from?: string) => {
      const { id, sent } = await seal()
      const body = { envelopes: [sent], ...(from && { tablet: from }) }
      expect((await priya.ask(endpoints.rescues, { body })).status).toBe(200)
      return lies(id)
    }
    expect(await bring(tablet.id)).toBe(before)
    expect(await bring(other.id)).toBe((await ward(willow))?.group)
    expect(await bring()).toBe(before)
    await hear()
    expect(await bring()).toBe((await ward(willow))?.group)
  })

  it('lets a tablet that is set up anew with forms of before send them where their people were told', async () => {
    const before = (await ward(willow))?.group
    await group([[willow, oak]])
    const { code } = await priya.code(willow)
    const { body } = await front.ask(endpoints.enrol, { body: { code, ward: willow } })
    const { token, settings, ...anew } = v.parse(enrolReply, body)
    expect(settings.ward.countedWith).toEqual([])
    const headers = { authorization: `Bearer ${token}` }
    const again: TestTablet = {
      ...tablet,
      id: anew.tablet,
      ask: (path, body) => front.ask(path, { body, headers }),
    }
    const { id, sent } = await seal()
    await again.ask(endpoints.envelopes, { envelopes: [sent] })
    expect(await lies(id)).toBe(before)
    expect((await hear(again)).ward.countedWith).toEqual(['Oak'])
  })

  it('stands in the record of changes by the wards’ names', async () => {
    await group([[willow, oak]])
    const { entries } = (await priya.ask(doors.audit)).body as AuditReply
    expect(entries.filter(one => one.what === 'wards together').map(one => one.detail)).toEqual([
      'Oak + Willow',
    ])
  })
})
