// The commands: `node tests/run.ts check` is the quick part, `all` everything, and `faults` the long proofs, of which `all`
// does a few rounds each: `faults kill` those whose files say kill, `faults --docs` with docs/reliability.md. Stages run one after the other; the last line is the count, alone on its line.

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepare } from './fixtures/tools.ts'
import { closing, explain, type Outcome, together } from './run/outcome.ts'
import { gathered, withFigures } from './run/reliability.ts'
import { program, vitest, vitestTwice, walls } from './run/stage.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

interface Stage {
  readonly name: string
  run(): Promise<Outcome> | Outcome
}

const tools: Stage = {
  name: 'what the tests need of the machine',
  run() {
    try {
      prepare(say)
      return { passed: 1, failed: [] }
    } catch (error) {
      return { passed: 0, failed: [{ name: 'the machine', why: String(error) }] }
    }
  },
}

const quick: readonly Stage[] = [
  { name: 'format and lint', run: () => program('biome', 'ci', '--config-path=.biome.json', '.') },
  { name: 'types', run: () => program('tsc', '-b') },
  { name: 'walls', run: walls },
  { name: 'rooms', run: () => vitest('rooms') },
  { name: 'screens', run: () => vitest('ui') },
]

const slow: readonly Stage[] = [
  { name: 'server over HTTP', run: () => vitestTwice('server') },
  { name: 'build', run: () => program('vite', 'build') },
  { name: 'size', run: () => program('node', 'tests/size.ts') },
  { name: 'journeys in real browsers', run: () => vitestTwice('journeys') },
  { name: 'faults, a few of each', run: () => vitest('faults') },
  { name: 'breaches', run: () => vitest('breaches') },
]

/** The long proofs, or those of the files whose names hold one of these words. */
const long = (words: readonly string[]): readonly Stage[] => [
  tools,
  { name: 'build', run: () => program('vite', 'build') },
  { name: 'faults, in earnest', run: () => inEarnest(words) },
]

async function inEarnest(words: readonly string[]): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'equal-voice-figures-'))
  Object.assign(process.env, { FAULTS: 'long', FAULTS_FIGURES: folder })
  const outcome = await vitest('faults', ...words)
  const figures = gathered(folder)
  for (const { proof, done, reached, came } of figures) say(`   ${proof}: ${done}; ${reached}; ${came}`)
  const page = 'docs/reliability.md'
  const today = new Date().toISOString().slice(0, 10)
  if (docs) writeFileSync(page, withFigures(readFileSync(page, 'utf8'), figures, today))
  return outcome
}

const [which, ...more] = process.argv.slice(2)
const docs = more.includes('--docs')
const stages = new Map([
  ['check', quick],
  ['all', [tools, ...quick, ...slow]],
  ['faults', long(more.filter(word => !word.startsWith('--')))],
]).get(which ?? '')
if (!stages) {
  say('Say which: node tests/run.ts check, all or faults')
  process.exit(2)
}

const outcomes: Outcome[] = []
for (const stage of stages) {
  say(`\n── ${stage.name}`)
  const began = Date.now()
  const outcome = await stage.run()
  outcomes.push(outcome)
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  say(`   ${outcome.passed} passed, ${outcome.failed.length} failed, ${seconds} s`)
  for (const failure of outcome.failed) say(explain(failure))
}

const whole = together(outcomes)
if (whole.again?.length) {
  say('\n── what passed only at a second try')
  for (const failure of whole.again) say(explain(failure))
}
if (whole.failed.length > 0) {
  say('\n── what failed')
  for (const { name } of whole.failed) say(`   ${name}`)
}
say(`\n${closing(whole)}`)
process.exitCode = whole.failed.length > 0 ? 1 : 0
