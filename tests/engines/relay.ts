// Talks with a page in any browser without a driver: the page asks what to do next and posts what came of it.

import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

/** A static server that also passes commands to whichever page is open. */
export interface Relay {
  readonly url: string
  /** Runs the body of an async function in the page; throws what the page threw, or after `ms`. */
  run(body: string, ms?: number): Promise<unknown>
  close(): Promise<void>
}

interface Job {
  readonly body: string
  readonly done: (outcome: { value?: unknown; error?: string }) => void
}

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** The script that a page needs to take part. */
export const follow = `
const page = crypto.randomUUID()
const AsyncFunction = (async () => {}).constructor
for (;;) {
  try {
    const next = await fetch('/next', { method: 'POST', headers: { page } })
    if (next.status !== 200) continue
    const body = await next.text()
    const outcome = await new AsyncFunction(body)().then(
      value => ({ value: value ?? null }),
      error => ({ error: String(error) }),
    )
    await fetch('/outcome', { method: 'POST', body: JSON.stringify(outcome) })
  } catch { await new Promise(done => setTimeout(done, 100)) }
}`

/** Serves `folder` on a free port of localhost. */
export async function relay(folder: string, port = 0): Promise<Relay> {
  let asking: ((job: Job | undefined) => void) | undefined
  let queued: Job | undefined
  let running: Job | undefined
  // A Firefox under load opens its page twice, the second time with a storage of its own: the first one is the page.
  let first: unknown
  const seen = new WeakSet()
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname)
    if (path === '/next') {
      const { page } = request.headers
      first ??= page
      if (page !== first) {
        await new Promise(done => setTimeout(done, 500))
        return void response.writeHead(204).end()
      }
      if (!seen.has(request.socket)) {
        seen.add(request.socket)
        request.socket.once('close', () => {
          if (page === first) first = undefined
        })
      }
      asking?.(undefined)
      const job = await new Promise<Job | undefined>(resolve => {
        asking = resolve
        if (queued) resolve(queued)
        else setTimeout(() => resolve(undefined), 20_000).unref()
        response.once('close', () => resolve(undefined))
      })
      if (!job || response.destroyed) return void response.writeHead(204).end()
      queued = undefined
      running = job
      return void response.end(job.body)
    }
    if (path === '/outcome') {
      let text = ''
      for await (const part of request) text += part
      running?.done(JSON.parse(text))
      return void response.end()
    }
    const file = join(folder, path === '/' ? 'index.html' : path)
    const body = await readFile(file).catch(() => undefined)
    if (!body) return void response.writeHead(404).end()
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
    response.end(body)
  })
  // A connection ends with its browser, and not by itself.
  server.keepAliveTimeout = 0
  await new Promise<void>(done => server.listen(port, '127.0.0.1', done))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    run: (body, ms = 60_000) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`no page answered in ${ms} ms`)), ms)
        queued = {
          body,
          done: ({ value, error }) => {
            clearTimeout(late)
            if (error === undefined) resolve(value)
            else reject(new Error(error))
          },
        }
        asking?.(queued)
      }),
    close: () =>
      new Promise(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
