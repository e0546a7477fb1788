// A whole count of a box, as a server does it: read, looked at, opened, added up, published, spent, taken out, on a real disk.

import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { runDueCounts } from '../../../src/server/count/due.ts'
import { fill, isAll } from '../../server/count/full.ts'
import { on, openRoom } from '../../server/count/room.ts'

setFlagsFromString('--expose-gc')
const sweep: () => void = runInNewContext('gc')
const MB = 1e6

/** What a count took: seconds, the longest that nobody else had a turn, and megabytes. */
export type Counted = Readonly<Record<'seconds' | 'opening' | 'longest' | 'held' | 'heap' | 'rss', number>>

/** Fills a box with so many forms and counts it, on SQLite. Throws unless the release says of each what it said. */
export async function counted(forms: number): Promise<Counted> {
  const room = await openRoom()
  try {
    await fill(room, forms)
    sweep()
    const before = process.memoryUsage()
    let [opening, held, heap, rss] = [0, 0, before.heapUsed, before.rss]
    const sample = setInterval(() => {
      const now = process.memoryUsage()
      heap = Math.max(heap, now.heapUsed)
      rss = Math.max(rss, now.rss)
    }, 10)
    const loop = monitorEventLoopDelay({ resolution: 1 })
    await new Promise(done => setTimeout(done, 20))
    loop.enable()
    let began = performance.now()
    await runDueCounts(on(room.house, '2026-03-01'), point => {
      if (point !== 'opened') return
      opening = (performance.now() - began) / 1000
      // To look at what is held takes a while itself, which is no part of the count.
      loop.disable()
      const looked = performance.now()
      sweep()
      held = process.memoryUsage().heapUsed - before.heapUsed
      began += performance.now() - looked
      loop.enable()
    })
    const seconds = (performance.now() - began) / 1000
    await new Promise(done => setTimeout(done, 20))
    clearInterval(sample)
    loop.disable()
    const { body } = await room.house.db.selectFrom('releases').select('body').executeTakeFirstOrThrow()
    if (!isAll(body, forms)) throw new Error('a count that says something else than its forms')
    return {
      ...{ seconds, opening, longest: loop.max / 1e6 },
      ...{ held: held / MB, heap: (heap - before.heapUsed) / MB, rss: rss / MB },
    }
  } finally {
    await room.close()
  }
}
