// On what was measured: without it a figure says nothing.

import { execFileSync } from 'node:child_process'
import { cpus, release, totalmem } from 'node:os'

/** What a program says of its version, or that it is not there. */
function version(program: string): string {
  try {
    return execFileSync(program, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return `no ${program}`
  }
}

/** Processors, memory, and the versions of what ran, in a sentence. */
export function machine(): string {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const kernel = release().split('-')[0]
  return (
    `${cpus().length} cores (${cpu?.model.trim()}), ${memory} GiB, Linux ${kernel}, Node ${process.version}, ` +
    `${version('chromium')}, ${version('pg_config')}`
  )
}
