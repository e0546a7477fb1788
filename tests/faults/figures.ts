// What a long proof found, for the table of docs/reliability.md.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Figure } from '../run/reliability.ts'

/** A count for each name, such as `tap 190, skip 43`. */
export const counted = (counts: ReadonlyMap<string, number>): string =>
  [...counts].map(([name, count]) => `${name} ${count}`).join(', ')

/** Leaves a figure where `npm run faults` gathers them; prints it everywhere else. */
export function figure(found: Figure): void {
  const { proof, done, reached, came } = found
  const folder = process.env.FAULTS_FIGURES
  if (!folder) {
    process.stdout.write(`${proof}: ${done}; ${reached}; ${came}\n`)
    return
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${proof.replaceAll(/\W+/g, '-')}.json`), JSON.stringify(found))
}
