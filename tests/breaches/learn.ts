// Breaches planted in the booklet's pages: their words, whose they are, and what is made of them.

import type { Breach } from './breach.ts'

const data = { file: 'src/instrument/model.ts', test: 'tests/instrument/instrument.test.ts' } as const
const tablet = 'tests/ui/learn/learn.test.tsx'

export const learn: readonly Breach[] = [
  {
    promise: 6,
    breach: 'a tip is said a little better than the booklet says it',
    ...data,
    find: 'Allow people to change their minds about',
    replace: 'Let people change their minds about',
    name: 'is six tips',
  },
  {
    promise: 6,
    breach: 'what Luca said is made kinder',
    ...data,
    find: "But really, I didn't have any real control.",
    replace: "But I didn't always have real control.",
    name: 'stand in the booklet word for word',
  },
  {
    promise: 6,
    breach: 'what the booklet says against the ladder is left out',
    ...data,
    find: "      {\n        is: 'text',\n        text: \"The strength of this model",
    replace: '      {\n        is: \'text\',\n        text: "" && "The strength of this model',
    name: 'leave out nothing',
  },
  {
    promise: 6,
    breach: 'a page of the booklet stands on a tablet without saying whose words it is made of',
    file: 'src/ui/model/booklet.tsx',
    find: '    <Imprint {...imprint} />',
    replace: '    {imprint.linked && <Imprint {...imprint} />}',
    test: tablet,
    name: 'whose words they are',
  },
  {
    promise: 6,
    breach: 'a page of the model in the office says nothing of its licence',
    file: 'src/ui/office/model/chapter.tsx',
    find: 'linked says={<Says />}',
    replace: 'says={null}',
    test: 'tests/ui/office/model.test.tsx',
    name: 'word for word, and whose words they are',
  },
  {
    promise: 7,
    breach: 'the seven activities are numbered, like rungs of a ladder',
    file: 'src/ui/model/equal.tsx',
    find: '<ul>\n      {of.map(text => (\n        <li key={text}>{breaking(text)}</li>\n      ))}\n    </ul>',
    replace:
      '<ol>\n      {of.map(text => (\n        <li key={text}>{breaking(text)}</li>\n      ))}\n    </ol>',
    test: tablet,
    name: 'in no order of worth',
  },
  {
    promise: 6,
    breach: 'the booklet’s English runs from right to left on an Arabic page',
    file: 'src/ui/model/booklet.tsx',
    find: 'lang="en" dir="ltr"',
    replace: '',
    test: tablet,
    name: 'in their own direction on a page in ar',
  },
]
