// The secret of accounts: it signs their cookies and encrypts what makes their codes. A file of mode 0600, or a setting.

import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { writeFirst } from '../files.ts'

const known = new WeakMap<Config, string>()

/** The secret of a server, the same at every start; made when there is none. */
export function secretOf(config: Config): string {
  const found =
    known.get(config) ?? config.accountsSecret ?? fromFile(join(config.dataDir, 'accounts.secret'))
  known.set(config, found)
  return found
}

function fromFile(path: string): string {
  // Servers that share the folder may start together: they must agree on one.
  if (!existsSync(path)) writeFirst(path, `${randomBytes(32).toString('base64url')}\n`)
  return readFileSync(path, 'utf8').trim()
}

/** A secret for one purpose alone, of 32 letters: of it nobody finds the first one or another. */
export const derived = (config: Config, purpose: string): string =>
  createHmac('sha256', secretOf(config)).update(purpose).digest('base64url').slice(0, 32)
