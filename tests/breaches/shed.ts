// Breaches planted in what the server does when more is asked of it than it can do.

import type { Breach } from './breach.ts'

const shed = 'tests/server/shed.test.ts'
const limit = 'tests/server/limit.test.ts'

export const shedding: readonly Breach[] = [
  {
    promise: 3,
    breach: 'a wave of tablets is let in whole, and each waits until it gives up without a receipt',
    file: 'src/server/shed.ts',
    test: shed,
    name: 'answers who came first',
    find: 'many.coming + line.size + many.working >= places',
    replace: 'many.working < 0',
  },
  {
    promise: 3,
    breach: 'tablets that send take every connection, and the office waits behind them',
    file: 'src/server/shed.ts',
    test: shed,
    name: 'never keeps a health check',
    find: 'Math.max(1, connections - SPARE)',
    replace: 'connections + SPARE',
  },
  {
    promise: 3,
    breach: 'all tablets that were sent away come back in the same second, as the wave that they were',
    file: 'src/server/shed.ts',
    test: shed,
    name: 'spreads those who are sent away',
    find: 'Math.round(random() * spread)',
    replace: 'SPREAD',
  },
  {
    promise: 3,
    breach:
      'a tablet on a bad line holds a place for as long as it takes to send, and a few of them keep everybody out',
    file: 'src/server/shed.ts',
    test: shed,
    name: 'is given up by who comes slowly',
    find: "become('slow'), slow)",
    replace: "become('coming'), slow)",
  },
  {
    promise: 3,
    breach:
      'tablets wait for minutes after a wave is over, since each word of the server doubled their pauses',
    file: 'src/sync/loop.ts',
    test: 'tests/sync/loop.test.ts',
    name: 'doubles no pause',
    find: '(event.after ? 0 : 1)',
    replace: '1',
  },
  {
    promise: 3,
    breach:
      'a body that says how long it is may be of any length, and one of them takes the memory from all who send',
    file: 'src/server/limit.ts',
    test: limit,
    name: 'comes whole and is too long',
    find: 'Number(length) > MOST_BYTES ? tooLong() : next()',
    replace: 'next()',
  },
  {
    promise: 3,
    breach:
      'a body that does not say how long it is may be of any length, and one of them takes the memory from all who send',
    file: 'src/server/limit.ts',
    test: limit,
    name: 'comes in pieces and is too long',
    find: 'return counted(context, next)',
    replace: 'return next()',
  },
]
