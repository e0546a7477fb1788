// Between the tablets and the server of a schedule: what can befall one request. Nothing here is heard of elsewhere.

import type { Ballot } from './house.ts'

/** What befalls one request. Those marked * reach the server all the same. */
export const befalls = [
  'nothing', // *
  'no signal',
  'half a body', // *
  'reply lost', // *
  'sent twice', // *
  'sent later', // * the tablet gives up, and the request arrives after others that were made since
  'truncated reply', // *
  'another digest', // *
  'receipts missing', // *
  'bare 401',
  'bare 413',
  'bare 429',
  'bare 500',
  'our 400',
  'our 404',
  'our 422',
  'sign-in page',
  'redirect',
  'power before the commit',
  'power after the commit', // *
] as const
export type Befalls = (typeof befalls)[number]

const HTML = { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } }
const ourProblem = (status: number) =>
  Response.json({ type: `urn:equal-voice:problem:${status}.1`, title: 'no', status }, { status })

/** What the server's adapter tells of a connection: where it comes from. */
const connection = {
  incoming: { socket: { remoteAddress: '10.0.0.7', remotePort: 1, remoteFamily: 'IPv4' } },
}

/** The line of one schedule. `next` says what befalls each request in its turn. */
export function line(ballot: Ballot, next: () => Befalls, met: (what: Befalls) => void) {
  const late: (() => Promise<unknown>)[] = []

  async function arrive(path: string, init: RequestInit): Promise<Response> {
    const { app, power } = ballot
    const answer = await app.fetch(new Request(`http://localhost${path}`, init), connection)
    if (!power.gone) return answer
    await ballot.restart()
    throw new TypeError('the connection was lost')
  }

  const changed = async (answer: Response, how: (receipts: { digest: string }[]) => unknown[]) => {
    const body = (await answer.json()) as { receipts?: { digest: string }[] }
    const receipts = body.receipts && how(body.receipts)
    return Response.json({ ...body, ...(receipts && { receipts }) }, { status: answer.status })
  }

  async function befall(what: Befalls, path: string, init: RequestInit): Promise<Response> {
    const lost = (): never => {
      throw new TypeError('the connection was lost')
    }
    switch (what) {
      case 'nothing':
        return arrive(path, init)
      case 'no signal':
        return lost()
      case 'half a body': {
        const body = String(init.body)
        await arrive(path, { ...init, body: body.slice(0, body.length / 2) })
        return lost()
      }
      case 'reply lost':
        await arrive(path, init)
        return lost()
      case 'sent twice':
        await arrive(path, init)
        return arrive(path, init)
      case 'sent later':
        late.push(() => arrive(path, init))
        return lost()
      case 'truncated reply': {
        const text = await (await arrive(path, init)).text()
        return new Response(text.slice(0, text.length / 2), {
          headers: { 'content-type': 'application/json' },
        })
      }
      case 'another digest':
        return changed(await arrive(path, init), all =>
          all.map(one => ({ ...one, digest: [...one.digest].reverse().join('') })),
        )
      case 'receipts missing':
        return changed(await arrive(path, init), all => all.slice(1))
      case 'sign-in page':
        return new Response('<h1>Welcome to Ward Wi-Fi</h1>', HTML)
      case 'redirect':
        return Object.defineProperty(new Response(null, { status: 200 }), 'type', { value: 'opaqueredirect' })
      case 'power before the commit':
      case 'power after the commit':
        ballot.power.goes = what === 'power before the commit' ? 'before the commit' : 'after the commit'
        return arrive(path, init).finally(() => {
          ballot.power.goes = undefined
        })
      default: {
        const status = Number(what.slice(-3))
        return what.startsWith('our') ? ourProblem(status) : new Response('no', { status })
      }
    }
  }

  return {
    fetch: ((path: string, init: RequestInit) => {
      const what = next()
      met(what)
      // The wait for an answer is a person's, and no schedule's.
      const { signal: _, ...request } = init
      return befall(what, path, request)
    }) as typeof fetch,
    /** What was under way arrives after all, in the order of last come, first served. */
    async arrivesLate() {
      for (const one of late.splice(0).reverse()) await one().catch(() => undefined)
    },
  }
}
