// What a leader settles about the estate: for people who can be told so, and never as a way to ask for a count.

import { afterEach, beforeEach, expect, it } from 'vitest'
import type { AuditReply } from '../../src/protocol/accounts.ts'
import { doors } from '../../src/protocol/doors.ts'
import { endpoints } from '../../src/protocol/endpoints.ts'
import type { CheckInReply } from '../../src/protocol/tablet.ts'
import { hashOf } from '../../src/server/secrets.ts'
import { enrol, type Front, formId, type Leader, onBothEngines, signIn, type TestTablet } from './front.ts'

const DAY = 24 * 60

// It is 4 May; the box is counted first on 1 June.
onBothEngines('what is settled about an estate', open => {
  let front: Front
  let priya: Leader
  let willow: string
  let tablet: TestTablet
  beforeEach(async () => {
    front = await open()
    priya = await signIn(front)
    willow = await priya.addWard('Adult wards', 'Willow')
    tablet = await enrol(front, priya, willow)
  })
  afterEach(() => front.stop())

  const service = async () => (await priya.overview()).services[0]
  const ward = async () => (await service())?.wards[0]
  const put = (path: string, body: unknown) => priya.ask(path, { method: 'PUT', body })
  const settle = async (threshold: number, name = 'Adult wards') =>
    put(endpoints.service.replace(':service', (await service())?.id ?? ''), { name, threshold })
  const move = (day: string) => put(endpoints.countDay.replace(':ward', willow), { day })
  const hear = async () =>
    ((await tablet.ask(endpoints.checkIn, { waiting: {} })).body as CheckInReply).settings

  it.each([0, 7, 7.5, 31])('takes no threshold of %s: eight is the least, and thirty is enough', async n => {
    expect((await settle(n)).problem).toBe('400.1')
    expect((await service())?.threshold).toBe(10)
  })

  it.each([8, 12])(
    'says ten until the box’s next day where %s is set, since people were told ten',
    async n => {
      expect((await settle(n)).status).toBe(200)
      expect((await service())?.threshold).toBe(n)
      expect((await ward())?.box.threshold).toBe(10)
      expect((await hear()).threshold).toBe(10)
      // Set again before that day, it still says what it said.
      expect((await settle(20)).status).toBe(200)
      expect((await hear()).threshold).toBe(10)
    },
  )

  it('holds at once for a ward that is new, of which nobody was told anything', async () => {
    await settle(12)
    await priya.addWard('Adult wards', 'Oak')
    const oak = (await service())?.wards.find(one => one.name === 'Oak')
    expect(oak?.box.threshold).toBe(12)
  })

  it('moves a count to a later day, once, and says so on tablets', async () => {
    expect((await ward())?.box.move).toEqual({ from: '2026-06-02', to: '2026-07-02' })
    // The thirty-first of June is no day: a count on it would be none, and the day of the first would come back.
    for (const day of ['2026-05-04', '2026-05-31', '2026-06-01', '2026-06-31', '2026-07-03'])
      expect((await move(day)).problem).toBe('409.32')
    expect((await move('2026-06-15')).status).toBe(200)
    expect((await hear()).nextCount).toBe('2026-06-15')
    expect((await ward())?.box).toMatchObject({ nextCount: '2026-06-15', move: null })
    expect((await move('2026-06-20')).problem).toBe('409.32')
  })

  it('moves no count in the three nights before it, when what it will count is settled', async () => {
    front.wait(24 * DAY)
    const late = await signIn(front, await link(front))
    const at = endpoints.countDay.replace(':ward', willow)
    const moved = (day: string) => late.ask(at, { method: 'PUT', body: { day } })
    expect((await late.overview()).services[0]?.wards[0]?.box.move).not.toBeNull()
    front.wait(DAY / 2 - 20)
    expect((await late.overview()).services[0]?.wards[0]?.box.move).toBeNull()
    expect((await moved('2026-06-10')).problem).toBe('409.32')
  })

  it('lets a ward have another name on its tablets, and no two of a service one', async () => {
    const oak = await priya.addWard('Adult wards', 'Oak')
    const named = (name: string) => put(endpoints.wardName.replace(':ward', willow), { name })
    expect((await named('Oak')).problem).toBe('409.33')
    expect((await named('Willow House')).status).toBe(200)
    expect((await hear()).ward.name).toBe('Willow House')
    const id = (await service())?.id ?? ''
    await put(endpoints.groups.replace(':service', id), {
      groups: [[willow, oak]],
      seen: [[willow], [oak]],
    })
    expect((await hear()).ward.countedWith).toEqual(['Oak'])
    await priya.addWard('Older people', 'Ash')
    expect((await settle(10, 'Older people')).problem).toBe('409.33')
  })

  it('lets an administrator alone name the organisation', async () => {
    const body = { name: 'Northern Moors' }
    expect((await put(endpoints.organisation, body)).problem).toBe('403.5')
    const grace = await signIn(front, `#invitation=${front.invitation}`)
    expect((await grace.ask(endpoints.organisation, { method: 'PUT', body })).status).toBe(200)
    expect((await hear()).organisation).toBe('Northern Moors')
  })

  it('is in the record of changes, each of it', async () => {
    await settle(12)
    await move('2026-06-15')
    await put(endpoints.wardName.replace(':ward', willow), { name: 'Willow House' })
    const { entries } = (await priya.ask(doors.audit)).body as AuditReply
    const said = entries.map(one => `${one.what}: ${one.detail}`)
    expect(said).toEqual(
      expect.arrayContaining([
        'service set: Adult wards, 12',
        'count moved: Willow: 2026-06-01, 2026-06-15',
        'ward named: Willow: Willow House',
      ]),
    )
  })
})

/** Another leader's link, since sessions end after twelve hours. */
async function link(front: Front): Promise<string> {
  const token = formId()
  await front.look(async db => {
    const { id } = await db.selectFrom('organisations').select('id').executeTakeFirstOrThrow()
    const row = { organisation: id, hash: hashOf(token), until: '2100-01-01T00:00:00.000Z' }
    await db
      .insertInto('sign_ins')
      .values({ ...row, role: 'leader' })
      .execute()
  })
  return token
}
