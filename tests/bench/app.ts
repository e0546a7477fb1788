// Why: whoever waits for a form on an old tablet waits for its bytes, its start and each tap. Here the same 23 statements are
// asked by Equal Voice, by what a ward would otherwise use, and by a page that does nothing else, in turn, in one run.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contenders, type Name } from './app/contenders.ts'
import { grown } from './app/grow.ts'
import { host } from './app/host.ts'
import { enrol, serve } from './app/ours.ts'
import { buildPage } from './app/pages.ts'
import { report } from './app/report.ts'
import { install, type Place, turn } from './app/turn.ts'
import type { Bench, Report, Run } from './harness/bench.ts'
import { inTurn } from './harness/rounds.ts'

/** Minutes after which no further round begins: all benches together are to take fifteen. */
const MINUTES = 3

/** Starts everybody where they are to be measured, measures, and leaves nothing behind. */
async function measure({ quick, say }: Run): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'equal-voice-bench-app-'))
  const ends: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })]
  const profile = (name: Name) => join(folder, `profile-${name}`)

  /** Where each is served; ours with its tablet enrolled. */
  async function place(name: Name): Promise<Place> {
    if (name !== 'ours') {
      const served = await host(await buildPage(name, join(folder, 'pages')))
      ends.push(served.stop)
      return { name, url: served.url, profile: profile(name) }
    }
    const server = await serve(join(folder, 'data'))
    ends.push(server.stop)
    await enrol(profile(name), server)
    return { name, url: server.url, profile: profile(name) }
  }

  try {
    const turns = {} as Record<Name, (round: number) => Promise<Record<string, number>>>
    for (const name of Object.keys(contenders) as Name[]) {
      say(`Preparing ${contenders[name].says}`)
      const at = await place(name)
      turns[name] = async round => {
        if (round < 0) return install(at).then(() => ({}))
        say(`Round ${round + 1}, ${contenders[name].says}`)
        return { ...(await turn(at)) }
      }
    }
    return report(await inTurn(turns, quick ? 1 : 3, 1, MINUTES))
  } finally {
    for (const end of ends.reverse()) await end().catch(() => undefined)
  }
}

/** The bench that `npm run bench -- app` runs. */
export const app: Bench = {
  name: 'app',
  why: 'Whoever waits for a form on an old tablet waits for its bytes, its start and each tap.',
  limit:
    'The one thread of a slow tablet on which code runs and screens are laid out: in a start it is hardly ever idle.',
  run: measure,
  grow: grown,
}
