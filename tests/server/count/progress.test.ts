// A long count says how far it has come, and can be ended without harm.

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { runDueCounts } from '../../../src/server/count/due.ts'
import { overviewOf } from '../../../src/server/overview.ts'
import { form, left, many, on, onBothEngines, type Room } from './room.ts'

const DUE = '2026-03-01'

onBothEngines('a long count', open => {
  let room: Room
  beforeEach(async () => {
    room = await open()
    await room.lay('2026-02-10', many(12, form('sometimes')))
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await room.close()
  })

  it('tells whoever runs the server how far it has come, and never how many forms there are', async () => {
    const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    // Every look at the clock is six seconds later.
    let looks = 0
    const now = () => {
      looks += 1
      return new Date(Date.parse(`${DUE}T12:00:00Z`) + looks * 6000)
    }
    const clock = { now }
    await runDueCounts({ ...room.house, clock })
    const lines = said.mock.calls.map(([line]) => String(line)).filter(line => / in 100\./.test(line))
    expect(lines.at(-1)).toMatch(/^The box \w+ is being counted: 99 in 100\.\n$/)
    expect(lines.join('')).not.toMatch(/\b12\b/)
  })

  it('shows an office that it is under way, and no number that would tell how many forms there are', async () => {
    const house = on(room.house, DUE)
    const { organisation } = room
    const until = '2100-01-01T00:00:00.000Z'
    const priya = { organisation, demonstration: false, role: 'leader', services: 'all', until } as const
    const box = async (day: string) =>
      (await overviewOf(on(house, day), priya)).services[0]?.wards[0]?.box ?? expect.fail('no box')
    expect(await box('2026-02-28')).not.toHaveProperty('counting')
    const seen: unknown[] = []
    await runDueCounts(house, async point => {
      // In the middle of a transaction SQLite has no second connection to look through.
      if (point === 'opened') seen.push(await box(DUE))
    })
    const as = { standing: 'not yet enough', asOf: '2026-02-02', threshold: 10, move: null }
    expect(seen).toEqual([{ ...as, nextCount: DUE, counting: true }])
    expect(await box(DUE)).not.toHaveProperty('counting')
    expect((await box(DUE)).nextCount).toBe('2026-04-01')
  })

  it('ends when the server is about to stop, and leaves the box as it was for the next start', async () => {
    const ending = { ...on(room.house, DUE), ends: AbortSignal.abort() }
    expect(await runDueCounts(ending)).toEqual([])
    expect(await left(room)).toMatchObject({ envelopes: 12, spent: 0, bases: [], days: [] })
    expect(await runDueCounts(on(room.house, DUE))).toHaveLength(1)
    expect(await left(room)).toMatchObject({ envelopes: 0, spent: 12, bases: [12] })
  })
})
