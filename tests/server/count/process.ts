// Starts counters and takers-back as processes of their own, so that they can really die.

import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Point } from '../../../src/server/count/count.ts'
import type { EnrolledTablet } from '../../../src/server/queries/tablets.ts'
import type { Point as Taking } from '../../../src/server/withdraw.ts'
import type { Address } from './room.ts'

export interface Counter {
  /** Resolves when the process has reached its point. */
  reached(): Promise<void>
  /** Lets it go on, and resolves when it has ended. */
  goOn(): Promise<void>
  /** Ends it at once (SIGKILL). */
  kill(): Promise<void>
}

/** A process that counts what is due on a day and waits at a point. */
export const counter = (address: Address, day: string, stopAt: Point): Counter =>
  started('counter.ts', stopAt, { ...address, day, stopAt })

/** A process that takes a form back, as a tablet's request does, and waits at a point. */
export const takerBack = (address: Address, what: Asked, stopAt: Taking): Counter =>
  started('taker.ts', stopAt, { ...address, ...what, stopAt })

/** A slip that a tablet asks for on a day. */
export interface Asked {
  readonly day: string
  readonly tablet: EnrolledTablet
  readonly slip: string
}

function started(name: string, stopAt: string, told: object): Counter {
  const script = join(import.meta.dirname, name)
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(
    process.execPath,
    [script, JSON.stringify(told)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const gone = new Promise<void>(done => child.once('exit', () => done()))
  return {
    async reached() {
      const { value } = await lines.next()
      if (value !== stopAt) throw new Error(`the counter came to ${value}, not to ${stopAt}`)
    },
    async goOn() {
      child.stdin.write('go on\n')
      await gone
    },
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
}
