// What a made-up trust has done about its releases over the years: nearly all of it done or refused, the newest still open.

import type { Action } from '../../src/improve/action.ts'
import type { ActionEntries } from '../../src/server/database/office.ts'
import type { House } from '../../src/server/house.ts'
import { newId } from '../../src/server/secrets.ts'
import { cameTo } from '../improve/actions.ts'

type Row = ActionEntries

/** Two actions for each release, the newest first: those of the first two releases are open. */
export function doneAbout(house: House, organisation: string, releases: readonly string[]): Row[] {
  return releases.flatMap((release, n) =>
    (n < 2 ? (['agreed', 'under way'] as const) : (['done', 'refused'] as const)).flatMap(state => {
      const id = newId(house.random)
      return rowsOf(organisation, cameTo(state, { id, release }))
    }),
  )
}

const rowsOf = (organisation: string, { id, release, entries }: Action): Row[] =>
  entries.map((entry, at) => ({
    organisation,
    action: id,
    n: at + 1,
    release,
    type: entry.type,
    who: 'the bench',
    body: JSON.stringify(entry),
  }))
