// Where envelopes are opened: a small box's where it is counted, a large one's on every core, in threads of their own.

import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Instrument } from '../../instrument/instrument.ts'
import { inTurns } from '../turns.ts'
import { type Job, type Opened, opening } from './opened.ts'

/** Opens the envelopes of jobs. */
export interface Pool {
  /** Jobs that are worth giving before the first is answered. */
  readonly most: number
  /** What came of the envelopes of a job, in their order. Rejects when a thread died: nothing of the count is to be believed. */
  open(job: Job): Promise<readonly Opened[]>
  end(): Promise<void>
}

/** Where the threads' program lies; a server that was put into one file is without it, and opens where it is. */
const PROGRAM = new URL('./worker.ts', import.meta.url)

/** A pool on every core, for so many jobs. Without the program it is one that opens in place. */
export const threads = (instruments: readonly Instrument[], jobs: number): Pool =>
  existsSync(fileURLToPath(PROGRAM))
    ? poolOf(() => new Worker(PROGRAM, { workerData: instruments }), Math.min(jobs, availableParallelism()))
    : inPlace(instruments)

/** No thread at all: opens here, with a pause for requests after each stretch. */
export function inPlace(instruments: readonly Instrument[]): Pool {
  const open = opening(instruments)
  return { most: 1, open: job => inTurns(open(job)), end: async () => undefined }
}

/** So many threads as `start` makes them, which take jobs by turns. */
export function poolOf(start: () => Worker, size: number): Pool {
  const asked = new Map<number, PromiseWithResolvers<readonly Opened[]>>()
  let died: Error | undefined
  let next = 0
  const fail = (error: Error) => {
    died ??= error
    for (const { reject } of asked.values()) reject(died)
    asked.clear()
  }
  const workers = Array.from({ length: size }, () =>
    start()
      .on('message', ({ number, opened }: { number: number; opened: readonly Opened[] }) => {
        asked.get(number)?.resolve(opened)
        asked.delete(number)
      })
      .on('error', fail)
      .on('exit', () => fail(new Error('a thread of the count has ended'))),
  )
  return {
    // One that is opened and one that waits, so that no thread waits for the next.
    most: 2 * size,
    open(job) {
      if (died) return Promise.reject(died)
      const answer = Promise.withResolvers<readonly Opened[]>()
      const number = next++
      asked.set(number, answer)
      workers[number % size]?.postMessage({ number, job })
      return answer.promise
    },
    async end() {
      await Promise.all(workers.map(worker => worker.terminate()))
    },
  }
}
