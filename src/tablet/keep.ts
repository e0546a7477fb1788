// What staff do to look after a tablet. Loaded when the shift screen asks for it.

import type { Settings } from '../protocol/tablet.ts'
import type { Database } from '../store/database.ts'
import { forgetLoss } from '../store/loss.ts'
import { createRescuing } from '../store/rescue.ts'
import type { SettingsStore } from '../store/settings.ts'
import { healthOf } from './health.ts'
import type { Line } from './line.ts'
import { bringIn, rescueFile } from './rescue.ts'
import type { Health, Keep, Shift } from './tablet.ts'
import type { Watched } from './watched.ts'
import { wipeOf } from './wipe.ts'

/** What looking after it works with. */
export interface KeepWith {
  readonly database: Database
  readonly memory: SettingsStore
  readonly settings: Watched<Settings | undefined>
  readonly shift: Watched<Shift>
  line(): Promise<Line>
  failing(): Health['failing']
}

export function createKeep({ database, memory, settings, shift, line, failing }: KeepWith): Keep {
  const rescuing = createRescuing(database)
  const { drafts, withdrawals, read } = database

  function ward(): Settings {
    const known = settings.get()
    if (!known) throw new Error('a tablet without a ward')
    return known
  }

  return {
    health: async () => healthOf(window, (await line()).clock(), failing()),

    async mayWipe() {
      const { nudge, tally } = await line()
      await nudge()
      await tally()
      const { waiting, setAside, state } = shift.get()
      const [unfinished, slips] = await read(() =>
        Promise.all([drafts.count(), withdrawals.where('state').equals('asked').count()]),
      )
      // A server that has ended the permission was heard as well.
      const heard = state.is !== 'stuck' || state.why === 'permission-ended'
      const since = await memory.heard()
      return wipeOf({ waiting, setAside, drafts: unfinished, slips, heard, since })
    },

    async rescue() {
      const tablet = (await memory.enrolment())?.tablet
      return rescueFile(ward(), rescuing, crypto.subtle, tablet)
    },

    async bringIn(file) {
      const came = await bringIn(await file.text(), ward(), rescuing, crypto.subtle)
      const { nudge, tally } = await line()
      await tally()
      if (came.is === 'brought' && came.came > 0) void nudge()
      return came
    },

    told() {
      forgetLoss()
      void line().then(({ tally }) => tally())
    },
  }
}
