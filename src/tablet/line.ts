// The tablet's line to its server. Loaded after the first screen, which works without.

import type { Bytes } from '../envelope/bytes.ts'
import type { EnrolReply, Settings } from '../protocol/tablet.ts'
import type { Outbox } from '../store/outbox.ts'
import type { SettingsStore } from '../store/settings.ts'
import { type Enrolment, enrol } from '../sync/enrol.ts'
import { http } from '../sync/http.ts'
import { confirms } from '../sync/standing.ts'
import { createSync, type Progress } from '../sync/sync.ts'

export type { Enrolment, EnrolReply, Progress }

export interface Line {
  nudge(): Promise<void>
  enrol(code: string): Promise<Enrolment>
}

export interface LineWith {
  readonly outbox: Outbox & { waiting(limit: number): Promise<readonly { digest: string; bytes: Bytes }[]> }
  readonly memory: SettingsStore
  tell(progress: Progress): void
  /** What the server said of the ward, and whether it confirmed the tablet's clock. */
  hear(settings: Settings | undefined, clockConfirmed: boolean): void
}

export function createLine({ outbox, memory, tell, hear }: LineWith): Line {
  const line = http('', (...request) => fetch(...request))
  const sync = createSync(
    {
      ...outbox,
      async pass() {
        const held = await memory.enrolment()
        return held && { token: held.token, sealsTo: held.settings.key.id }
      },
      known: memory.known,
      async learn(standing, settings) {
        await memory.learn(standing, settings)
        await outbox.prune(standing.now.slice(0, 10))
        hear(settings, confirms(standing, Date.now()))
      },
    },
    line,
    {
      random: Math.random,
      alone: work =>
        navigator.locks.request('equal-voice sender', { ifAvailable: true }, async lock =>
          lock ? work() : undefined,
        ),
      later(work, milliseconds) {
        const timer = setTimeout(work, milliseconds)
        return () => clearTimeout(timer)
      },
    },
    tell,
  )
  return { nudge: sync.nudge, enrol: code => enrol(line, code) }
}
