// The size budget of a person's whole journey; what is loaded before the first statement is measured in a real browser
// (tests/journeys/weight.test.ts).

import { parts, WHOLE_BUDGET, weigh } from './run/weight.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const { tablet, office } = parts('dist')
const weights = tablet.map(file => ({ file, bytes: weigh('dist', file) })).sort((a, b) => b.bytes - a.bytes)
for (const { file, bytes } of weights) say(`${String(bytes).padStart(7)}  ${file}`)
const whole = weights.reduce((sum, one) => sum + one.bytes, 0)
say(`${String(whole).padStart(7)}  of ${WHOLE_BUDGET}, after Brotli`)
if (tablet.length === 0) throw new Error('nothing was built')
if (office.length === 0) throw new Error('the office is no chunk of its own')
if (whole > WHOLE_BUDGET)
  throw new Error(`a person's journey weighs ${whole} bytes, ${whole - WHOLE_BUDGET} too many`)
