// Heard: a tablet learns with its settings what its ward said, and what is done about it, as soon as the office does; until
// there is an answer it is told so.

import * as v from 'valibot'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Propose } from '../../../src/improve/action.ts'
import { heard } from '../../../src/protocol/heard.ts'
import { settings as wire } from '../../../src/protocol/tablet.ts'
import { runDueCounts } from '../../../src/server/count/due.ts'
import { keepEntry } from '../../../src/server/queries/actions.ts'
import { letGo } from '../../../src/server/queries/releases.ts'
import { setAbout } from '../../../src/server/queries/wards.ts'
import { settingsFor } from '../../../src/server/settings.ts'
import { form, many, on, onBothEngines, type Room } from './room.ts'

const DUE = '2026-03-01'
const words = (text: string) => ({ plain: text, easy: text })

const proposal = (release: string): Propose => ({
  type: 'propose',
  id: 'meet weekly',
  release,
  on: '2026-03-05',
  role: 'leader',
  source: { kind: 'statement', id: 'eval-01' },
  plan: { what: 'Meet every week', who: 'The ward team', by: '2026-06-01' },
  words: { said: words('Staff do not always ask us.'), did: words('We meet every week to listen.') },
})

onBothEngines('a ward that has spoken', open => {
  let room: Room
  beforeEach(async () => {
    room = await open()
  })
  afterEach(() => room.close())

  const settings = () => settingsFor(room.house, { id: 'a tablet', ...room })
  const onTablet = async () => v.parse(heard, (await settings()).heard)
  const count = async (day = DUE) => (await runDueCounts(on(room.house, day)))[0]?.release ?? ''
  const keep = (release: string, n: number, entry: Parameters<typeof keepEntry>[2]) =>
    keepEntry(
      room.house.db,
      { organisation: room.organisation, action: 'meet weekly', release, n },
      entry,
      'x',
    )

  it('is told on its tablets that it was counted and has no answer yet, and nothing before', async () => {
    await room.lay('2026-02-10', many(12, form('sometimes')))
    expect(await settings()).toMatchObject({ told: null })
    expect(await settings()).not.toHaveProperty('heard')
    await count()
    expect(await settings()).toMatchObject({ told: DUE })
    expect((await onTablet()).told).toEqual([{ kind: 'unanswered', told: DUE }])
  })

  it('has the figures of its release on its tablets, as they may be seen and no further', async () => {
    await room.lay('2026-02-10', many(9, form('sometimes', { topics: ['eval-02'] })))
    await room.lay('2026-02-11', many(3, form('all-the-time', { topics: ['eval-05'] })))
    await room.lay('2026-02-12', [form('sometimes', { topics: ['eval-07'] })])
    await count()
    const { release } = await onTablet()
    expect(release).toMatchObject({ due: DUE, base: 13, wards: [] })
    // Nobody said not at all and everybody answered: two bands, and what would give them away is nowhere.
    expect(release.items['eval-01']).toEqual(['few', null, 3, 'few'])
    expect(Object.values(release.items).flat()).not.toContain(10)
    expect(Object.keys(release.items)).toHaveLength(23)
    // One form alone is next to none: it is not told.
    expect(release.topics).toEqual({ 'eval-02': 9, 'eval-05': 3 })
  })

  it('is told skipped and not reached as one, in a release that is large enough for both', async () => {
    await room.lay('2026-02-10', many(20, form('sometimes')))
    const [first, , ...others] = form('sometimes').given
    await room.lay('2026-02-10', [
      form('sometimes', { given: [...(first ? [first] : []), 'skipped', ...others] }),
    ])
    const given = form('sometimes').given.map((one, n) => (n === 0 ? one : null))
    await room.lay('2026-02-10', [form('sometimes', { given, end: 'stopped' })])
    await count()
    const { release } = await onTablet()
    expect(release.items['eval-01']).toEqual([0, 22, 0, 0])
    expect(release.items['eval-02']).toEqual([0, 20, 0, 2])
  })

  it('learns nothing of a release that is held, until it is let go', async () => {
    await setAbout(room.house.db, room.organisation, room.ward, { idle: 10, beds: 12, returnTo: '' })
    await room.lay('2026-02-10', many(13, form('sometimes')))
    const id = await count()
    expect(await settings()).toMatchObject({ told: null })
    expect(await settings()).not.toHaveProperty('heard')
    await letGo(room.house.db, room.organisation, id)
    expect(await settings()).toMatchObject({ told: DUE })
    expect((await onTablet()).release.base).toBe(13)
  })

  it('is answered by what people agreed to and by a reason, and not by what is only proposed', async () => {
    await room.lay('2026-02-10', many(12, form('sometimes')))
    const id = await count()
    await keep(id, 1, proposal(id))
    expect(await settings()).toMatchObject({ told: DUE })
    const meeting = { meetingOn: '2026-03-09', advocate: 'rosa' }
    await keep(id, 2, { type: 'agree', on: '2026-03-10', role: 'advocate', meeting, seen: 1 })
    expect(await settings()).toMatchObject({ told: null })
    const { told } = await onTablet()
    expect(told).toMatchObject([
      {
        kind: 'answered',
        told: DUE,
        answers: [
          {
            state: 'agreed',
            on: '2026-03-09',
            by: '2026-06-01',
            did: words('We meet every week to listen.'),
          },
        ],
      },
    ])
    // Who was there, and the plan as the office has it, stay in the office.
    expect(JSON.stringify(told)).not.toMatch(/rosa|The ward team|Meet every week"/)
    await keep(id, 3, {
      type: 'refuse',
      on: '2026-03-20',
      role: 'leader',
      reason: words('There is no room.'),
    })
    expect((await onTablet()).told).toMatchObject([
      { answers: [{ state: 'refused', reason: words('There is no room.') }] },
    ])
  })

  it('is told of the newest release, and of those of the year before it with what became of each', async () => {
    await room.lay('2026-02-10', many(12, form('sometimes')))
    const first = await count()
    await keep(first, 1, proposal(first))
    await keep(first, 2, {
      type: 'refuse',
      on: '2026-03-20',
      role: 'leader',
      reason: words('There is no room.'),
    })
    await room.lay('2026-03-10', many(12, form('not-at-all')))
    await runDueCounts(on(room.house, '2026-04-01'))
    expect(await settings()).toMatchObject({ told: '2026-04-01' })
    const { release, told } = await onTablet()
    expect(release.due).toBe('2026-04-01')
    expect(told.map(one => [one.told, one.kind])).toEqual([
      ['2026-04-01', 'unanswered'],
      [DUE, 'answered'],
    ])
    await room.lay('2027-03-10', many(12, form('not-at-all')))
    await runDueCounts(on(room.house, '2027-04-01'))
    expect((await onTablet()).told.map(one => one.told)).toEqual(['2027-04-01', '2026-04-01'])
  })

  it('is told without figures where somebody has spoilt them: a tablet that could not check in would send nothing', async () => {
    await room.lay('2026-02-10', many(12, form('sometimes')))
    await count()
    await room.house.db.updateTable('releases').set({ body: '{"base":12,' }).execute()
    expect(await settings()).toMatchObject({ told: DUE })
    expect(await settings()).not.toHaveProperty('heard')
  })

  it('reads the settings of a server that is older, and an older tablet those of this one', async () => {
    const now = await settings()
    const older = v.parse(wire, JSON.parse(JSON.stringify({ ...now, heard: undefined, closed: undefined })))
    expect(older.heard).toBeUndefined()
    const { heard: _, closed: __, ...before } = wire.entries
    expect(v.safeParse(v.object(before), JSON.parse(JSON.stringify(now))).success).toBe(true)
  })
})
