// Breaches planted in what goes back to people: what their ward said, what is done about it, and a box that stays closed.

import type { Breach } from './breach.ts'

const told = 'tests/server/count/told.test.ts'
const shut = { file: 'src/server/closing.ts', test: 'tests/server/count/closing.test.ts' } as const
const page = 'tests/ui/person/heard.test.tsx'

export const heard: readonly Breach[] = [
  {
    promise: 2,
    breach: 'a release that waits for an advocate reaches the tablets',
    file: 'src/server/queries/told.ts',
    test: told,
    find: "'in', boxes)\n    .where('held', 'is', null)",
    replace: "'in', boxes)",
    name: 'a release that is held',
  },
  {
    promise: 10,
    breach: 'tablets say that nobody has answered when somebody has',
    file: 'src/server/heard.ts',
    test: told,
    find: "=== 'answered' ? null",
    replace: "=== 'answered' ? newest.due",
    name: 'is answered by what people agreed to',
  },
  {
    promise: 10,
    breach: 'the page of what has changed is silent about a release that nobody has answered',
    file: 'src/ui/person/heardanswers.tsx',
    test: page,
    find: "{words.say('notyet')}",
    replace: "{''}",
    name: 'that nobody has answered',
  },
  {
    promise: 2,
    breach: 'a figure that may not be seen is on a tablet',
    file: 'src/server/heard.ts',
    test: told,
    find: "cell.kind === 'suppressed') return null",
    replace: "cell.kind === 'suppressed') return 0",
    name: 'the figures of its release',
  },
  {
    promise: 2,
    breach: 'a figure that is not shown is said as a band',
    file: 'src/ui/person/heardfigures.tsx',
    test: page,
    find: 'cell === null ? []',
    replace: "cell === null ? [words.count('few', base, gaps)]",
    name: 'nothing in the place',
  },
  {
    promise: 6,
    breach: "a leader's English is read out as if it were the person's language",
    file: 'src/ui/person/heardanswers.tsx',
    test: 'tests/ui/person/heardtongue.test.tsx',
    find: "<span {...marksOf({ lang: 'en' })}>",
    replace: '<span>',
  },
  {
    promise: 10,
    breach: 'a box is erased before anybody was told that nobody has read it',
    ...shut,
    find: 'closed(told === null ? { since } : { since, told }, today).kind',
    replace: 'closed({ since, told: told ?? since }, today).kind',
    name: 'told of first',
  },
  {
    promise: 3,
    breach: 'a clock that jumps erases what lies in a box',
    ...shut,
    find: 'const LOOKS = 7',
    replace: 'const LOOKS = 1',
    name: 'a clock that jumps',
  },
  {
    promise: 3,
    breach: 'forms that could still be counted are erased with the old ones',
    ...shut,
    find: '.filter(lain)',
    replace: '',
    name: 'loses each form only',
  },
  {
    promise: 2,
    breach: 'what is said of a closed box tells the day of the oldest form',
    ...shut,
    find: 'firstOfNextMonth(plusDays(arrived, NIGHTS - 1))',
    replace: 'arrived',
    name: 'says nothing of an arrival',
  },
  {
    promise: 10,
    breach: 'a restored backup brings forms back that people were told are erased',
    ...shut,
    find: "writeErasure(within.config.ledgerDir, { kind: 'erasure', ...gone })",
    replace: 'void writeErasure',
    name: 'stays erased',
  },
  {
    promise: 5,
    breach: 'whoever asks for an erased form with its slip is told that it may still come',
    file: 'src/server/queries/closing.ts',
    test: shut.test,
    find: 'await noteOut(db,',
    replace: 'void (db,',
    name: 'says truly',
  },
]
