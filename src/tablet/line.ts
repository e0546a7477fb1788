// The tablet's line to its server. Loaded after the first screen, which works without.

import type { Settings } from '../protocol/tablet.ts'
import type { Database } from '../store/database.ts'
import { createOutbox } from '../store/outbox.ts'
import type { SettingsStore } from '../store/settings.ts'
import { enrol } from '../sync/enrol.ts'
import { http } from '../sync/http.ts'
import { confirms } from '../sync/standing.ts'
import { createSync, type Progress } from '../sync/sync.ts'
import { shiftOf } from './shift.ts'
import type { EnrolProblem, Shift } from './tablet.ts'

export interface Line {
  /** Sends what waits; resolves when this round has ended, well or not. */
  nudge(): Promise<void>
  /** Looks again at how many forms wait. */
  tally(): Promise<void>
  /** Resolves to why it did not work, or to undefined. Rejects when the disk refuses. */
  enrol(code: string): Promise<EnrolProblem | undefined>
}

export interface LineWith {
  readonly database: Database
  readonly memory: SettingsStore
  /** Whether the app is whole without a network. */
  ready(): boolean
  tell(shift: Shift): void
  /** What the server said of the ward, and whether it confirmed the tablet's clock. */
  hear(settings: Settings | undefined, clockConfirmed: boolean): void
}

export function createLine({ database, memory, ready, tell, hear }: LineWith): Line {
  const outbox = createOutbox(database)
  const line = http('', (...request) => fetch(...request))
  let progress: Progress | undefined
  const tally = async () => tell(shiftOf(await outbox.counts(), progress, ready()))
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
    now => {
      progress = now
      void tally()
    },
  )
  return {
    nudge: sync.nudge,
    tally,
    async enrol(code) {
      const before = await memory.enrolment()
      const answer = await enrol(line, code)
      if (answer.is === 'refused') return answer.why
      const { token, tablet, settings, epoch, batches } = answer.reply
      const { waiting } = await outbox.counts()
      if (before && waiting > 0 && before.settings.ward.id !== settings.ward.id) return 'other-ward'
      // The server may have forgotten this tablet and what it sent: all that is kept is offered again.
      if (before) await outbox.offerAgain()
      await memory.enrol({ token, tablet, settings }, { epoch, batches })
      return undefined
    },
  }
}
