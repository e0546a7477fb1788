// Breaches planted in the ballot box.

import type { Breach } from './breach.ts'

const envelopes = 'tests/server/envelopes.test.ts'
const ingest = { file: 'src/server/ingest.ts', test: envelopes } as const

export const server: readonly Breach[] = [
  {
    promise: 3,
    breach: 'a form that was counted is taken in again',
    ...ingest,
    find: 'const spent = await isSpent(house.db, organisation, ids)',
    replace: 'const spent: Awaited<ReturnType<typeof isSpent>> = new Map()',
    name: 'counted already a duplicate',
  },
  {
    promise: 3,
    breach: 'a receipt repeats what the tablet said rather than what arrived',
    ...ingest,
    find: "if (arrived.digest !== sent.digest) return { ...arrived, problem: '422.4' }",
    replace: 'arrived.digest = sent.digest',
    name: 'with the digest of what arrived',
  },
  {
    promise: 3,
    breach: 'what can not be accepted is thrown away',
    ...ingest,
    find: "await quarantine(house, tablet, firsts(refused.filter(one => one.problem !== '422.4')))",
    replace: 'void [quarantine, firsts, refused]',
    name: 'quarantines bytes that are no envelope',
  },
  {
    promise: 9,
    breach: 'the audit trail names the forms of a batch',
    ...ingest,
    find: 'String(envelopes.length))',
    replace: "read.map(one => ('id' in one ? one.id : one.digest)).join())",
    name: 'by no id',
  },
  {
    promise: 2,
    breach: 'envelopes are opened in the night in which they came',
    file: 'src/server/queries/boxes.ts',
    find: 'plusDays(due, -NIGHTS)',
    replace: 'plusDays(due, 0 * NIGHTS)',
    test: 'tests/server/count/count.test.ts',
  },
  {
    promise: 2,
    breach: 'a box is counted before its day has come',
    file: 'src/server/count/due.ts',
    find: 'day <= todayAt(house, box)',
    replace: 'day <= firstOfNextMonth(todayAt(house, box))',
    test: 'tests/server/count/count.test.ts',
  },
  {
    promise: 3,
    breach: 'a count forgets to write its ledger',
    file: 'src/server/count/count.ts',
    find: 'writeCount(within.config.ledgerDir, entry)',
    replace: 'void [writeCount, entry]',
    test: 'tests/server/count',
  },
  {
    promise: 2,
    breach: 'what a box held stays after its count',
    file: 'src/server/count/count.ts',
    find: 'if (found) await erase(house.db)',
    replace: 'void erase',
    test: 'tests/server/count',
  },
  {
    promise: 11,
    breach: 'a ward without contacts for Help enrols a tablet',
    file: 'src/server/routes/office.ts',
    find: 'if (missing.length > 0)',
    replace: 'if (missing.length > 99)',
    test: 'tests/server/enrolment.test.ts',
    name: 'makes no code for a ward without its contacts',
  },
]
