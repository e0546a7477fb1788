// What others made, to be measured beside us: installed by exact version into the bench's own folder, never into the product.

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** The folder whose package.json names them; pages in it find them by their names. */
export const PEERS = join(import.meta.dirname, '../peers')

const done = join(PEERS, 'node_modules/.package-lock.json')
const wanted = () => readFileSync(join(PEERS, 'package.json'), 'utf8')
const mark = join(PEERS, 'node_modules/.wanted.json')

/** Installs them unless they are there as package.json wants them. Needs the npm registry once. */
export function installPeers(say: (line: string) => void): void {
  if (existsSync(done) && existsSync(mark) && readFileSync(mark, 'utf8') === wanted()) return
  say('Installing what others made')
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: PEERS,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  execFileSync('cp', [join(PEERS, 'package.json'), mark])
}

const asked = createRequire(join(PEERS, 'package.json'))

/** One of them in this process: CommonJS or not. What it exports is the caller's to say. */
export const peer = async <T>(name: string): Promise<T> => (await import(asked.resolve(name))) as T
