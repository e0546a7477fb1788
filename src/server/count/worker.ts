// A thread of the pool: takes one job after the other and answers each by its number. It has no database, no files and no log.

import { parentPort, workerData } from 'node:worker_threads'
import type { Instrument } from '../../instrument/instrument.ts'
import { atOnce } from '../../results/steps.ts'
import { type Job, opening } from './opened.ts'

const open = opening(workerData as readonly Instrument[])

parentPort?.on('message', ({ number, job }: { number: number; job: Job }) => {
  parentPort?.postMessage({ number, opened: atOnce(open(job)) })
})
