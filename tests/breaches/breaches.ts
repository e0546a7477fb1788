// The breaches of every promise. To plant another, add one entry to the list of its room.

import { accounts } from './accounts.ts'
import { actions } from './actions.ts'
import { box } from './box.ts'
import type { Breach } from './breach.ts'
import { estate } from './estate.ts'
import { exchange } from './exchange.ts'
import { gate } from './gate.ts'
import { ground } from './ground.ts'
import { heard } from './heard.ts'
import { improve } from './improve.ts'
import { keep } from './keep.ts'
import { learn } from './learn.ts'
import { modes } from './modes.ts'
import { office } from './office.ts'
import { opening } from './opening.ts'
import { outlets } from './outlets.ts'
import { power } from './power.ts'
import { readiness } from './readiness.ts'
import { releases } from './releases.ts'
import { results } from './results.ts'
import { screens } from './screens.ts'
import { server } from './server.ts'
import { shedding } from './shed.ts'
import { signIn } from './signin.ts'
import { slip } from './slip.ts'
import { store } from './store.ts'
import { supporter } from './supporter.ts'
import { suppress } from './suppress.ts'
import { tablet } from './tablet.ts'
import { worlds } from './worlds.ts'

export const breaches: readonly Breach[] = [
  ...ground,
  ...gate,
  ...tablet,
  ...screens,
  ...modes,
  ...supporter,
  ...store,
  ...slip,
  ...office,
  ...estate,
  ...keep,
  ...server,
  ...shedding,
  ...box,
  ...opening,
  ...suppress,
  ...results,
  ...releases,
  ...exchange,
  ...outlets,
  ...power,
  ...improve,
  ...actions,
  ...heard,
  ...readiness,
  ...accounts,
  ...signIn,
  ...learn,
  ...worlds,
]
