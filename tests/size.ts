// What the app weighs: a person's whole journey against its budget, each mode, what staff load, each language.
// `node tests/size.ts --docs` writes docs/languages.md too. What is loaded before the first statement is measured in a
// real browser (tests/journeys/weight.test.ts).

import { writeFileSync } from 'node:fs'
import { languagesPage } from './run/languages.ts'
import {
  HEARD_BUDGET,
  type Kind,
  kindOf,
  LEARN_BUDGET,
  MODES_BUDGET,
  parts,
  WHOLE_BUDGET,
  weigh,
} from './run/weight.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const { tablet, office } = parts('dist')
const weights = tablet.map(file => ({ file, bytes: weigh('dist', file) })).sort((a, b) => b.bytes - a.bytes)

/** Says what each file of a kind weighs, and throws where all of them weigh too much. */
function tally(kind: Kind, budget?: number): void {
  const files = weights.filter(({ file }) => kindOf(file) === kind)
  const sum = files.reduce((total, { bytes }) => total + bytes, 0)
  say(`\n${kind}`)
  for (const { file, bytes } of files) say(`${String(bytes).padStart(7)}  ${file}`)
  say(`${String(sum).padStart(7)}  ${budget ? `of ${budget}, ` : ''}after Brotli`)
  if (budget && sum > budget) throw new Error(`${kind} weighs ${sum} bytes, ${sum - budget} too many`)
}

if (tablet.length === 0) throw new Error('nothing was built')
if (office.length === 0) throw new Error('the office is no chunk of its own')
tally('languages')
tally('staff')
tally('modes', MODES_BUDGET)
tally('learn', LEARN_BUDGET)
tally('heard', HEARD_BUDGET)
tally('base', WHOLE_BUDGET)
const page = languagesPage('dist')
say(`\n${page.slice(page.indexOf('|'))}`)
if (process.argv.includes('--docs')) writeFileSync('docs/languages.md', page)
