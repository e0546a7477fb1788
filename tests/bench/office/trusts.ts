// The trusts of the bench, each with a real server process before it, and somebody signed in to it.

import { rm } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { startServer } from '../../journeys/harness/serve.ts'
import { pages as all } from '../../server/pages.ts'
import { type Asked, DAY, type Made, type Order } from './made.ts'

export interface Trust extends Pick<Made, 'asked' | 'token' | 'kept'> {
  readonly url: string
  /** Milliseconds from the start of the process to its first answer with the organisation's results. */
  readonly first: number
  stop(): Promise<void>
}

/** Makes a trust in a thread of its own, so that two are made at once. */
export const made = (order: Order): Promise<Made> =>
  new Promise((done, fail) => {
    const maker = new Worker(new URL('./maker.ts', import.meta.url), { workerData: order })
    maker.once('message', done).once('error', fail)
  })

/** Serves what was made. Throws where its results are not all of its releases. */
export async function served({ data, databaseUrl, asked, token, kept }: Made): Promise<Trust> {
  const began = performance.now()
  const server = await startServer({
    at: `${DAY}T10:00:00Z`,
    data,
    port: 0,
    empty: true,
    ...(databaseUrl && { databaseUrl }),
  })
  const results = asked.find(({ path }) => path === '/api/office/results')
  if (!results) throw new Error('there is no page of results')
  const { histories } = JSON.parse(await answer(server.url, results))
  const first = performance.now() - began
  const sum = histories[0]?.sums[0]?.sum
  if (sum?.base !== kept.forms || sum.releases !== kept.releases) throw new Error('results lack releases')
  return {
    url: server.url,
    asked,
    token,
    kept,
    first,
    async stop() {
      await server.stop()
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** What a request is answered; throws where it is refused. */
export async function answer(url: string, { to, cookie }: Asked): Promise<string> {
  const response = await fetch(url + to, { headers: { cookie } })
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${to}: ${response.status} ${text}`)
  return text
}

/** The pages by their names. */
export const paths = all.map(({ path }) => path)
