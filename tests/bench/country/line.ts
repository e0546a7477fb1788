// The line between a tablet and the servers: each request goes to the next server, some are cut off on their way out or
// back, and what came of each is written down. A fetch as the tablet's own http.ts wants it, over Node's sockets.

import { Agent, type IncomingMessage, type RequestOptions, request } from 'node:http'
import { tabletPaths } from '../../../src/protocol/paths.ts'

/** What a line has seen of all tablets. */
export interface Seen {
  /** Milliseconds from asking to the whole of a receipt. */
  readonly receipts: number[]
  /** Milliseconds until somebody was sent away. */
  readonly away: number[]
  /** Of those, how many were sending forms. */
  forms: number
  /** Requests that came through, of any kind. */
  answered: number
  /** Requests that were cut off, and replies that were thrown away. */
  cut: number
  /** Any other answer, by its status. */
  readonly strange: Map<number, number>
}

export const nothingSeen = (): Seen => ({
  receipts: [],
  away: [],
  forms: 0,
  answered: 0,
  cut: 0,
  strange: new Map(),
})

/** How bad the line is; shares of all requests, from a seed. */
export interface Weather {
  readonly random: () => number
  /** Cut off while it is sent, and while it is answered. */
  readonly out: number
  readonly back: number
  /** Whether the reply to the first batch is thrown away, so that it is sent once more. */
  readonly forgets: boolean
}

/** The line of one tablet; `next` names a server. */
export function lineOf(
  next: () => string,
  weather: Weather,
  seen: Seen,
): { fetch: typeof fetch; end(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  let { forgets } = weather

  async function ask(path: string, init: RequestInit): Promise<Response> {
    const isForms = path === tabletPaths.envelopes
    const chance = weather.random()
    const out = chance < weather.out
    const back = !out && chance < weather.out + weather.back
    const began = performance.now()
    const url = new URL(path, next())
    const reply = await said(url, { agent, method: 'POST', headers: headersOf(init) }, String(init.body), {
      out,
      back,
    }).catch((error: unknown) => {
      if (out || back) seen.cut += 1
      throw error
    })
    const took = performance.now() - began
    if (reply.status === 503 || reply.status === 429) {
      seen.away.push(took)
      if (isForms) seen.forms += 1
    } else if (reply.status === 200) seen.answered += 1
    else seen.strange.set(reply.status, (seen.strange.get(reply.status) ?? 0) + 1)
    if (isForms && reply.status === 200) {
      seen.receipts.push(took)
      if (forgets) {
        forgets = false
        seen.cut += 1
        throw new Error('the reply is thrown away')
      }
    }
    return reply
  }
  return { fetch: (path, init) => ask(String(path), init ?? {}), end: () => agent.destroy() }
}

const headersOf = (init: RequestInit): Record<string, string> =>
  Object.fromEntries(new Headers(init.headers).entries())

/** One request and the whole of its answer. Rejects when it is cut off. */
function said(
  url: URL,
  options: RequestOptions,
  body: string,
  cut: { readonly out: boolean; readonly back: boolean },
): Promise<Response> {
  const { promise, resolve, reject } = Promise.withResolvers<Response>()
  const bytes = Buffer.from(body)
  const headers = { ...options.headers, 'content-length': bytes.length }
  const asked = request(url, { ...options, headers }, answer => {
    if (cut.back) return void asked.destroy(new Error('cut off on its way back'))
    whole(answer).then(resolve, reject)
  })
  asked.once('error', reject)
  if (cut.out) {
    const half = bytes.subarray(0, bytes.length >> 1)
    asked.write(half, () => asked.destroy(new Error('cut off on its way out')))
  } else asked.end(bytes)
  return promise
}

async function whole(answer: IncomingMessage): Promise<Response> {
  const parts: Buffer[] = []
  for await (const part of answer) parts.push(part)
  const headers = new Headers()
  for (const name of ['content-type', 'retry-after']) {
    const value = answer.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  return new Response(Buffer.concat(parts), { status: answer.statusCode ?? 0, headers })
}
