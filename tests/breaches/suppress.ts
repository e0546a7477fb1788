// Breaches planted in the engine that decides what may be seen: roll-ups, breakdowns, topics.

import type { Breach } from './breach.ts'

const attack = 'tests/results/attack/attack.test.ts'
const breakdown = 'tests/results/breakdown.test.ts'
const rollup = 'tests/results/rollup.test.ts'
const count = 'tests/server/count/breakdown.test.ts'

export const suppress: readonly Breach[] = [
  {
    promise: 2,
    breach: 'a breakdown looks at its own groups and not at those it makes with the one before',
    file: 'src/results/breakdown.ts',
    find: 'const finer = atoms.flatMap(',
    replace: 'const finer = [alike, ...atoms.slice(atoms.length)].flatMap(',
    test: breakdown,
    name: 'adding and subtracting can reach',
  },
  {
    promise: 2,
    breach: 'a group of three who were helped is told apart, and a reader subtracts',
    file: 'src/results/breakdown.ts',
    find: 'base - paper, 0) >= OPEN_BASE',
    replace: 'base - paper, 0) >= 3 + 0 * OPEN_BASE',
    test: attack,
    name: 'of hundred 1 of organisations',
  },
  {
    promise: 2,
    breach: 'a missing breakdown says that somebody was helped, since it would stand there if nobody was',
    file: 'src/results/breakdown.ts',
    find: '!finer.every(isOpen)',
    replace: '!finer.filter(atom => atom.length > 0).every(isOpen)',
    test: breakdown,
    name: 'whether nobody or nineteen',
  },
  {
    promise: 2,
    breach: 'forms that an advocate typed hide others who were helped',
    file: 'src/results/breakdown.ts',
    find: 'sum + base - paper, 0)',
    replace: 'sum + base - 0 * paper, 0)',
    test: breakdown,
    name: 'typed from paper',
  },
  {
    promise: 7,
    breach: 'a form on paper says who helped, though nobody wrote it down',
    file: 'src/results/tabulate.ts',
    find: 'howOf(form, paper)',
    replace: 'howOf(form)',
    test: count,
    name: 'of which it is not known',
  },
  {
    promise: 2,
    breach: 'forms on paper are left out of breakdowns, and a reader has the one that came by subtracting',
    file: 'src/results/breakdown.ts',
    find: 'how && partOf(how) === part',
    replace: "how && how.helper !== 'not known' && partOf(how) === part",
    test: attack,
    name: 'of hundred 1 of organisations',
  },
  {
    promise: 7,
    breach: 'a leader reads that nobody helped with forms of which nobody knows it',
    file: 'locales/en/office/results.json',
    find: '"nobody or not known": "Nobody helped, or it is not known"',
    replace: '"nobody or not known": "Nobody helped"',
    test: 'tests/ui/office/results/release.test.tsx',
    name: 'each part with its own figures',
  },
  {
    promise: 2,
    breach: 'a release carries how few people filled their forms in',
    file: 'src/results/release.ts',
    find: '...(told.length > 0 && { breakdowns: told }),',
    replace: '...{ breakdowns: told, kinds: totals.alike.map(({ how, base }) => ({ how, base })) },',
    test: count,
    name: 'keeps no trace of nineteen',
  },
  {
    promise: 2,
    breach: 'a total over wards shows what the band of one of them hides',
    file: 'src/results/rollup.ts',
    find: 'return least === most ?',
    replace: 'return least <= most ?',
    test: rollup,
    name: 'where each of them shows it and nowhere else',
  },
  {
    promise: 2,
    breach: 'a roll-up works a hidden figure out, of a release that let it slip',
    file: 'src/results/adding.ts',
    find: 'return least < most ? { least, most } : range',
    replace: 'return least <= most ? { least, most } : range',
    test: rollup,
    name: 'some earlier version let slip',
  },
  {
    promise: 7,
    breach: 'answers to two versions of a question are added up',
    file: 'src/results/rollup.ts',
    find: 'JSON.stringify([instrument.id, instrument.version])',
    replace: 'JSON.stringify([instrument.id])',
    test: rollup,
    name: 'another version',
  },
  {
    promise: 2,
    breach: 'topics that were named as often as can be tell that the others were named by nobody',
    file: 'src/results/suppress.ts',
    find: 'base < OPEN_BASE && least >= most',
    replace: 'base < 0 * OPEN_BASE && least >= most',
    test: attack,
    name: 'of hundred 1 of organisations',
  },
]
