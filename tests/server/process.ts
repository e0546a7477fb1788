// The server as it is run in earnest: main.ts, a process of its own.

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask, type Door, wayIn } from './front.ts'

export const main = join(import.meta.dirname, '../../src/server/main.ts')

export interface Process extends Door {
  readonly url: string
  readonly printed: () => string
  readonly child: ChildProcess
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>
}

/** Starts main.ts, perhaps under a program such as strace. Resolves when it has printed its links, or ended. */
export async function run(env: Record<string, string> = {}, under: readonly string[] = []): Promise<Process> {
  const data = mkdtempSync(join(tmpdir(), 'ev-main-'))
  const [program = '', ...args] = [...under, process.execPath, main, '--empty']
  const set = { PATH: process.env.PATH, PORT: '0', HOST: '127.0.0.1', DATA_DIR: data, ...env }
  const child = spawn(program, args, { env: set, stdio: 'pipe' })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      printed += chunk
    })
  const ended = new Promise<number | null>(done => {
    child.once('close', code => {
      rmSync(data, { recursive: true, force: true })
      done(code)
    })
  })
  const found = (pattern: RegExp) => pattern.exec(printed)?.[1] ?? ''
  await Promise.race([ended, until(() => found(/^Office: (\S+)\n/m) !== '')])
  const url = found(/ at (http\S+)/)
  const officeToken = wayIn(found(/^Office: (\S+)/m))
  return { url, officeToken, child, ended, printed: () => printed, ask: (path, how) => ask(url + path, how) }
}

/** Waits until something is so. Throws after a quarter of a minute. */
export async function until(so: () => boolean): Promise<void> {
  for (let tries = 0; !so(); tries += 1) {
    if (tries > 300) throw new Error('it did not happen')
    await new Promise(later => setTimeout(later, 50))
  }
}
