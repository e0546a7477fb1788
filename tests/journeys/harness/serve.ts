// Starts the real server for a journey, at a date and on a folder that outlives it, and ends it kindly or not.

import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

export interface Served {
  readonly url: string
  /** The link that enrols a browser as a tablet; '' when the server printed none. */
  readonly tabletLink: string
  readonly officeLink: string
  /** The link of an independent advocate; '' when the server printed none. */
  readonly advocateLink: string
  /** All that the server has printed so far. */
  printed(): string
  /** A graceful stop. Throws when the server does not end by itself within ten seconds. */
  stop(): Promise<void>
  /** As a power cut would. */
  kill(): Promise<void>
}

export interface How {
  /** ISO 8601; time runs on from it. */
  readonly at: string
  readonly data: string
  readonly port: number
  readonly databaseUrl?: string
  readonly empty?: boolean
  /** Where people reach it, where that is not where it listens. */
  readonly publicUrl?: string
  /** The program that serves, where it is an older version's. */
  readonly program?: string
  /** The folder of the built app, where it is not the usual one. */
  readonly dist?: string
}

const LONGEST = 60_000

/** Starts the server; resolves when it answers. Throws with what it printed when it does not. */
export async function startServer(how: How): Promise<Served> {
  const args = ['--at', how.at, '--port', String(how.port), '--data', how.data]
  if (how.databaseUrl) args.push('--database-url', how.databaseUrl)
  if (how.dist) args.push('--dist', how.dist)
  if (how.publicUrl) args.push('--public-url', how.publicUrl)
  if (how.empty) args.push('--empty')
  const child = spawn(process.execPath, [how.program ?? join(import.meta.dirname, 'server.ts'), ...args], {
    stdio: 'pipe',
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (printed += chunk))
  const line = (name: string) => new RegExp(`^${name}: *(\\S+)`, 'm').exec(printed)?.[1] ?? ''

  const until = Date.now() + LONGEST
  while (line('Listening') === '') {
    if (child.exitCode !== null || Date.now() > until) {
      child.kill('SIGKILL')
      throw new Error(`the server did not start:\n${printed}`)
    }
    await new Promise(later => setTimeout(later, 50))
  }
  return {
    url: line('Listening'),
    tabletLink: line('Tablet'),
    officeLink: line('Office'),
    advocateLink: line('Advocate'),
    printed: () => printed,
    stop: () => end(child, 'SIGTERM', () => printed),
    kill: () => end(child, 'SIGKILL', () => printed),
  }
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL', printed: () => string): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>(done => child.once('exit', () => done()))
  child.kill(signal)
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await gone
  clearTimeout(late)
  if (signal === 'SIGTERM' && child.exitCode !== 0)
    throw new Error(`the server did not stop by itself:\n${printed()}`)
}
