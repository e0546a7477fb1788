// The two commands: `node tests/run.ts check` is the quick part, `node tests/run.ts all` everything.
// Stages run one after the other; the last line is the count, alone on its line.

import { prepare } from './fixtures/tools.ts'
import { closing, explain, type Outcome, together } from './run/outcome.ts'
import { program, vitest, walls } from './run/stage.ts'

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
  { name: 'server over HTTP', run: () => vitest('server') },
  { name: 'build', run: () => program('vite', 'build') },
  { name: 'size', run: () => program('node', 'tests/size.ts') },
  { name: 'journeys in real browsers', run: () => vitest('journeys') },
  { name: 'breaches', run: () => vitest('breaches') },
]

const which = process.argv[2]
if (which !== 'check' && which !== 'all') {
  say('Say which: node tests/run.ts check, or node tests/run.ts all')
  process.exit(2)
}

const outcomes: Outcome[] = []
for (const stage of which === 'all' ? [tools, ...quick, ...slow] : quick) {
  say(`\n── ${stage.name}`)
  const began = Date.now()
  const outcome = await stage.run()
  outcomes.push(outcome)
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  say(`   ${outcome.passed} passed, ${outcome.failed.length} failed, ${seconds} s`)
  for (const failure of outcome.failed) say(explain(failure))
}

const whole = together(outcomes)
if (whole.failed.length > 0) {
  say('\n── what failed')
  for (const { name } of whole.failed) say(`   ${name}`)
}
say(`\n${closing(whole)}`)
process.exitCode = whole.failed.length > 0 ? 1 : 0
