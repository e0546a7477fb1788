// Breaches planted where releases leave for other systems: exports, tokens, FHIR and what is told of a release.

import type { Breach } from './breach.ts'

const published = 'src/server/queries/published.ts'
const exports = 'tests/server/outlets/exports.test.ts'
const reading = 'tests/server/outlets/reading.test.ts'
const webhooks = 'tests/server/outlets/webhooks.test.ts'

export const outlets: readonly Breach[] = [
  {
    promise: 2,
    breach: 'a release that waits for an advocate is in the files all the same',
    file: published,
    find: "    .where('held', 'is', null)\n",
    replace: '',
    test: exports,
    name: 'never one that waits for an advocate',
  },
  {
    promise: 2,
    breach: 'a file leaves, and no record says who took it',
    file: 'src/server/routes/exports.ts',
    find: 'await exported(within, estate, body)',
    replace: 'void exported',
    test: exports,
    name: 'stands in the record of changes',
  },
  {
    promise: 2,
    breach: 'a file that broke off half-way passes for a whole one',
    file: 'src/server/outlets/streamed.ts',
    find: 'controller.error(error)',
    replace: 'controller.close()',
    test: exports,
    name: 'breaks off, rather than ending',
  },
  {
    promise: 7,
    breach: 'one ward is exported as if it were its whole service',
    file: 'src/server/outlets/rollups.ts',
    find: "ward !== null ? ['ward'] : service",
    replace: 'service',
    test: exports,
    name: 'a part of it alone',
  },
  {
    promise: 2,
    breach: 'a token of one service reads every other',
    file: published,
    find: 'if (row.service === null || !sees(reader, row.service)) continue',
    replace: 'if (row.service === null) continue',
    test: reading,
    name: 'sees nothing outside its services',
  },
  {
    promise: 2,
    breach: 'a token outlives its last day',
    file: 'src/server/queries/tokens.ts',
    find: '  if (row.until < today) return undefined\n',
    replace: '',
    test: reading,
    name: 'opens nothing from the next day on',
  },
  {
    promise: 2,
    breach: 'a token that was ended goes on reading',
    file: 'src/server/queries/tokens.ts',
    find: "    .where('hash', '=', hashOf(token))\n    .where('ended_on', 'is', null)\n",
    replace: "    .where('hash', '=', hashOf(token))\n",
    test: reading,
    name: 'ends at once when an administrator ends it',
  },
  {
    promise: 2,
    breach: 'one token asks as often as it likes',
    file: 'src/server/outlets/meter.ts',
    find: 'if (many <= PER_MINUTE) return',
    replace: 'if (many > 0) return',
    test: reading,
    name: 'waits its minute',
  },
  {
    promise: 9,
    breach: 'evidence, in which somebody may be named, leaves with the Readiness Checker',
    file: 'src/exchange/fhir/checker.ts',
    find: 'all.map(({ question, answer }) => ({ linkId: question, code: answer })),',
    replace: 'all.map(({ question, answer, evidence }) => ({ linkId: question, code: answer, evidence })),',
    test: 'tests/server/outlets/fhir.test.ts',
    name: 'without its evidence',
  },
  {
    promise: 9,
    breach: 'a name that somebody gave out leads the server to an address within',
    file: 'src/server/outlets/allowed.ts',
    find: '    isPublic(address) || (demonstration && isLoopback(address))\n',
    replace: '    isPublic(address) || isLoopback(address) || demonstration\n',
    test: 'tests/server/outlets/within.test.ts',
    name: 'is not spoken to when a name stands for one',
  },
  {
    promise: 10,
    breach: 'nobody is told of a release that an advocate let go',
    file: 'src/server/queries/releases.ts',
    find: '  if (row) await toTell(db, organisation, row.box, id)\n',
    replace: '',
    test: webhooks,
    name: 'is kept with the release itself',
  },
  {
    promise: 10,
    breach: 'what could not be told once is never told',
    file: 'src/server/outlets/telling.ts',
    find: "wait === undefined ? 'given up' : 'waiting'",
    replace: "'given up'",
    test: webhooks,
    name: 'is tried again under the same id',
  },
]
