// The table of docs/reliability.md: what the long proofs did, what their generators reached, and what came of it.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One row of the table. */
export interface Figure {
  /** What was proven, in a few words: a row is known by them. */
  readonly proof: string
  /** How often what was done, such as `500 kills over 143 forms`. */
  readonly done: string
  /** What the generator reached, with a count for each. */
  readonly reached: string
  /** What came of it, such as `0 answers lost`. */
  readonly came: string
}

const begin = '<!-- figures -->'
const end = '<!-- /figures -->'

/** The figures that a run left in its folder. */
export function gathered(folder: string): Figure[] {
  const files = readdirSync(folder).filter(name => name.endsWith('.json'))
  return files.map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')))
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
const row = ({ proof, done, reached, came }: Figure, day: string): string =>
  `| ${[proof, done, reached, came, day].map(cell).join(' | ')} |`

/**
 * The page with these figures in its table, each with the day of its run (such as 2026-11-23); what was not run this time
 * keeps its row. Throws when the page has no place for the table.
 */
export function withFigures(page: string, figures: readonly Figure[], day: string): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`no ${begin} … ${end} in the page`)
  const lines = page.slice(from, to).split('\n')
  const kept = lines.filter(line => line.startsWith('| ') && !line.startsWith('| Proof '))
  const rows = new Map(kept.map(line => [line.split(' | ')[0]?.slice(2) ?? '', line]))
  for (const found of figures) rows.set(cell(found.proof), row(found, day))
  const table = [
    '| Proof | Done | Reached | Came of it | Run on |',
    '|---|---|---|---|---|',
    ...rows.values(),
  ]
  return `${page.slice(0, from)}${begin}\n${table.join('\n')}\n${page.slice(to)}`
}
