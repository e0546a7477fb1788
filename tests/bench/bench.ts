// The command: `npm run bench` measures everything, `npm run bench -- send office` these, `--quick` with little work, for whoever
// writes a bench. Prints tables; writes JSON beside them, and with `--docs` into docs/performance.md.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { growths } from './growth.ts'
import { type Bench, isReached, type Run } from './harness/bench.ts'
import { chartOf } from './harness/chart.ts'
import { machine } from './harness/machine.ts'
import { sectionsIn } from './harness/page.ts'
import { installPeers } from './harness/peers.ts'
import { growthsOf, reportOf } from './harness/said.ts'

const kinds = ['app', 'tap', 'seal', 'send', 'country', 'office']
const names = [...kinds, 'growth']

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const given = process.argv.slice(2)
const asked = given.filter(one => !one.startsWith('--'))
const strange = asked.find(one => !names.includes(one))
if (strange !== undefined) {
  say(`There is no bench ${strange}; there are ${names.join(', ')}.`)
  process.exit(2)
}
/** What one bench needs is not loaded for another. */
const benchOf = async (name: string): Promise<Bench> => (await import(`./${name}.ts`))[name]
const wanted = (name: string): boolean => asked.length === 0 || asked.includes(name)

const began = Date.now()
const minutes = (): string => `${((Date.now() - began) / 60_000).toFixed(1)} min`
const run: Run = { quick: given.includes('--quick'), say: line => say(`  ${minutes()}  ${line}`) }
const sections: Record<string, string> = {}
const missed: string[] = []
const found: Record<string, unknown> = { on: new Date().toISOString().slice(0, 10), machine: machine() }

installPeers(say)
say(machine())
for (const name of kinds.filter(wanted)) {
  const bench = await benchOf(name)
  say(`\n── ${bench.name} (${minutes()})\n${bench.why}`)
  const report = await bench.run(run)
  found[bench.name] = report
  sections[bench.name] = `${reportOf(report)}\n\nWhat sets the limit now: ${bench.limit}`
  missed.push(...report.reaches.filter(one => !isReached(one)).map(one => `${bench.name}: ${one.says}`))
  say(`\n${sections[bench.name]}`)
}
if (wanted('growth')) {
  say(`\n── growth (${minutes()})`)
  const all = await growths(await Promise.all(kinds.map(benchOf)), run)
  found.growth = all
  sections.growth = growthsOf(all)
  say(`\n${sections.growth}`)
  if (given.includes('--docs')) writeFileSync('docs/pictures/growth.svg', chartOf(all))
}

const folder = join(import.meta.dirname, '../../node_modules/.cache/bench')
mkdirSync(folder, { recursive: true })
const json = join(folder, `${asked.join('-') || 'all'}.json`)
writeFileSync(json, `${JSON.stringify(found, undefined, 2)}\n`)
if (given.includes('--docs')) {
  const page = 'docs/performance.md'
  writeFileSync(page, sectionsIn(readFileSync(page, 'utf8'), { ...sections, machine: machine() }))
}
say(
  `\n${missed.length === 0 ? 'All that was to be reached was reached' : `Not reached: ${missed.join('; ')}`}`,
)
say(`${minutes()}; the figures as JSON: ${json}`)
process.exit(0)
