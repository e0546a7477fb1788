// A thread that makes one trust and says what it made.

import { parentPort, workerData } from 'node:worker_threads'
import { make, type Order } from './made.ts'

parentPort?.postMessage(await make(workerData as Order))
