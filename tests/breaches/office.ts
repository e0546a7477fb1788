// Breaches planted in the office: who may see and do what there, and what becomes of a form on paper.

import type { Breach } from './breach.ts'

const safe = 'tests/ui/office/safe.test.tsx'
const onPaper = 'tests/ui/office/paper.test.tsx'
const paper = { test: 'tests/office/paper.test.ts' } as const

export const office: readonly Breach[] = [
  {
    promise: 2,
    breach: 'a leader is led to the figures of a release that is held',
    file: 'src/ui/office/held.tsx',
    find: "role === 'advocate' ? <Waiting",
    replace: 'role ? <Waiting',
    test: safe,
    name: 'nor a way to its figures',
  },
  {
    promise: 2,
    breach: 'a leader is told for which sign a release is held, and looks for who stuffed the box',
    file: 'src/server/queries/releases.ts',
    find: "...(role === 'advocate' && isSignal(held)",
    replace: '...(isSignal(held)',
    test: 'tests/server/count/held.test.ts',
    name: 'shows leaders that somebody looks at it',
  },
  {
    promise: 2,
    breach: 'a held release is let go before anybody was asked',
    file: 'src/ui/office/letgo.tsx',
    find: 'onClick={() => ask(true)}',
    replace: 'onClick={go}',
    test: safe,
    name: 'after she was asked once more',
  },
  {
    promise: 3,
    breach: 'a paper form that got no answer is sealed anew, and counts twice',
    file: 'src/ui/office/paper.tsx',
    find: "if (going.is === 'sealed') {",
    replace: "if (going.is === 'sent') {",
    test: onPaper,
    name: 'sends the same envelope again',
  },
  {
    promise: 4,
    breach: 'what an advocate typed is still there when somebody goes Back',
    file: 'src/ui/office/paper.tsx',
    find: "window.addEventListener('pagehide', leave)",
    replace: 'void leave',
    test: onPaper,
    name: 'is empty when the page is left',
  },
  {
    promise: 5,
    breach: 'a statement left empty on paper is taken for Not at all',
    file: 'src/office/paper.ts',
    find: "marks[item] ?? 'skipped'",
    replace: "marks[item] ?? 'not-at-all'",
    ...paper,
    name: 'with what was left out as skipped',
  },
  {
    promise: 1,
    breach: 'a form on paper is not marked as paper, so that whoever typed ten opens the box',
    file: 'src/office/paper.ts',
    find: '{ id, ward, key, paper: true }',
    replace: '{ id, ward, key }',
    ...paper,
    name: 'says outside only that it is paper',
  },
  {
    promise: 6,
    breach: 'the paper booklet sets the RRN’s statements right',
    file: 'src/wording/printed.ts',
    find: "[id, text ?? label ?? '']",
    replace: "[id, (text ?? label ?? '').replace('ok', 'OK')]",
    test: onPaper,
    name: 'character for character',
  },
  {
    promise: 1,
    breach: 'a paper booklet goes back through the hands of staff',
    file: 'src/ui/office/booklet.tsx',
    find: "ward.about.returnTo === '' || missing",
    replace: 'missing',
    test: onPaper,
    name: 'only with a way back that avoids staff',
  },
  {
    promise: 1,
    breach: 'an advocate’s session is told the ward’s tablets',
    file: 'src/server/overview.ts',
    find: 'keeps(role) ? await tabletViews(house, organisation) : new Map<string, Tablet[]>()',
    replace: 'await tabletViews(house, organisation)',
    test: 'tests/server/about.test.ts',
    name: 'and no tablet',
  },
]
