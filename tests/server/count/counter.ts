// A process of its own that counts.

import { runDueCounts } from '../../../src/server/count/due.ts'
import { stops } from './stops.ts'

await stops(runDueCounts)
