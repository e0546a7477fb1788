// The offline start of a tablet on which ever more sealed forms wait to be sent.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { evaluation } from '../../../src/instrument/evaluation.ts'
import type { Growth, Run } from '../harness/bench.ts'
import { percentile } from '../harness/figures.ts'
import { contenders } from './contenders.ts'
import { enrol, fill, finish, rows, serve } from './ours.ts'
import { answerAll, open, switchOn } from './tablet.ts'
import { start } from './turn.ts'

const { way } = contenders.ours

/** Starts at 20, 200 and 2,000 envelopes, each the same real one under another name. */
export async function grown({ quick, say }: Run): Promise<Growth> {
  const folder = await mkdtemp(join(tmpdir(), 'equal-voice-bench-grow-'))
  const profile = join(folder, 'profile')
  const server = await serve(join(folder, 'data'))
  try {
    await enrol(profile, server)
    // One form is sealed where there is no network, so that its envelope waits.
    const tablet = await switchOn(profile, way, false)
    await open(tablet, server.url)
    await answerAll(tablet, way, evaluation.items.length)
    await finish(tablet.page)
    await tablet.off()
    const points = []
    for (const work of [20, 200, 2000]) {
      const filling = await switchOn(profile, { ...way, before: {} }, false)
      await filling.page.goto(server.url, { waitUntil: 'commit' })
      await fill(filling.page, work)
      const waiting = await rows(filling.page, 'outbox')
      await filling.off()
      if (waiting !== work) throw new Error(`${waiting} envelopes wait, not ${work}`)
      const took: number[] = []
      for (let n = 0; n < (quick ? 1 : 2); n++)
        took.push((await start({ name: 'ours', url: server.url, profile })).statement)
      points.push({ work, took: percentile(took, 0.5) })
      say(`${work} envelopes wait: ${Math.round(percentile(took, 0.5))} ms`)
    }
    return { of: 'forms waiting on a tablet that starts offline', unit: 'ms', points }
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
