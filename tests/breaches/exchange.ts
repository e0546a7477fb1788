// Breaches planted in what leaves for other systems: hidden figures, scores, formulas, and whose words they are.

import type { Breach } from './breach.ts'

const csv = { file: 'src/exchange/figures.ts', test: 'tests/exchange/releasecsv.test.ts' } as const
const dictionary = 'tests/exchange/dictionary.test.ts'
const measure = 'tests/exchange/measure.test.ts'
const report = {
  file: 'src/exchange/fhir/measurereport.ts',
  test: 'tests/exchange/measurereport.test.ts',
} as const
const wordings = {
  file: 'src/exchange/fhir/wordings.ts',
  test: 'tests/exchange/questionnaire.test.ts',
} as const

export const exchange: readonly Breach[] = [
  {
    promise: 2,
    breach: 'a file gives the middle of what is between for a figure',
    ...csv,
    find: "cell?.kind === 'shown' ? cell.forms : undefined",
    replace: "cell?.kind === 'shown' ? cell.forms : cell?.kind === 'between' ? cell.least : undefined",
    name: 'never one value',
  },
  {
    promise: 2,
    breach: 'a band leaves in a file without what it says',
    ...csv,
    find: "cell.kind === 'banded' ? cell.band : cell.kind",
    replace: 'cell.kind',
    test: dictionary,
    name: 'takes a band for a gap',
  },
  {
    promise: 2,
    breach: 'a masked figure leaves in FHIR with the least that it can be',
    ...report,
    find: '  const seen = cell && hint(base, cell)',
    replace: "  if (cell?.kind === 'banded') return { count: 0 }\n  const seen = cell && hint(base, cell)",
    name: 'no figure of a banded',
  },
  {
    promise: 2,
    breach: 'what a roll-up leaves open leaves in FHIR as one figure',
    ...report,
    find: '  const seen = cell && hint(base, cell)',
    replace:
      "  if (cell?.kind === 'between') return { count: cell.most }\n  const seen = cell && hint(base, cell)",
    name: 'nothing but what is between',
  },
  {
    promise: 7,
    breach: 'a file has a score',
    file: 'src/exchange/tables.ts',
    test: dictionary,
    find: 'columns: [...whose, ...about,',
    replace: "columns: [...whose, column('score', 'the average', 'number', ({ base }) => base), ...about,",
    name: 'no mean, sum, score',
  },
  {
    promise: 7,
    breach: 'the measure says that more is better',
    file: 'src/exchange/fhir/measure.ts',
    find: '  guidance: GUIDANCE,',
    replace:
      "  guidance: GUIDANCE,\n  ...{ improvementNotation: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/measure-improvement-notation', code: 'increase' }] } },",
    test: measure,
    name: 'no better and no worse',
  },
  {
    promise: 7,
    breach: 'a report does not say first how it is to be read',
    file: 'src/exchange/fhir/said.ts',
    find: ' and may not be used to discipline anyone.',
    replace: '',
    test: measure,
    name: 'in the words of the office',
  },
  {
    promise: 1,
    breach: 'the name of a ward is run as a formula on the desk of whoever opens the file',
    file: 'src/exchange/csv.ts',
    find: 'guarded(field).replaceAll',
    replace: 'field.replaceAll',
    test: 'tests/exchange/csv.test.ts',
    name: 'takes for a formula',
  },
  {
    promise: 7,
    breach: 'the dictionary leaves a file out, so that a band is taken for nothing',
    file: 'src/exchange/dictionary.ts',
    find: '...tables.flatMap(',
    replace: '...tables.slice(1).flatMap(',
    test: dictionary,
    name: 'exactly the columns',
  },
  {
    promise: 6,
    breach: 'a draft is handed to other systems as if it were the instrument',
    ...wordings,
    find: "known.wording.state === 'approved'",
    replace: "known.wording.state !== 'withdrawn'",
    name: 'hands no wording on',
  },
  {
    promise: 6,
    breach: 'a translation leaves without the steps that were taken',
    ...wordings,
    find: "    ...known.wording.steps.map(step => ({ url: 'step', extension: Object.entries(step).map(text) })),\n",
    replace: '',
    name: 'each step that was taken',
  },
  {
    promise: 6,
    breach: 'an answer that nobody offered passes for one of the three',
    file: 'src/exchange/fhir/answers.ts',
    find: 'one.system === system && one.code === code',
    replace: 'one.system === system',
    test: 'tests/exchange/answers.test.ts',
    name: 'none of the three',
  },
]
