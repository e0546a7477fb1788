// Serves a page that was built here on a port of its own, compressed, with the headers that Equal Voice's server sends.

import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { freePort } from '../../fixtures/port.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
}

/** A page that is served until it is stopped. */
export interface Host {
  readonly url: string
  stop(): Promise<void>
}

/** Serves a folder. Throws where the browser would take it uncompressed: then nothing could be compared. */
export async function host(folder: string): Promise<Host> {
  const port = await freePort()
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const path = join(folder, normalize(pathname === '/' ? '/index.html' : pathname))
    if (!existsSync(path)) return void response.writeHead(404).end()
    const packed = existsSync(`${path}.br`)
    if (packed && !`${request.headers['accept-encoding']}`.includes('br'))
      return void response.writeHead(406).end()
    const body = readFileSync(packed ? `${path}.br` : path)
    const kept = /^\/(?:assets|webcomponent)\//.test(pathname)
    response
      .writeHead(200, {
        'content-type': types[extname(path)] ?? 'application/octet-stream',
        'content-length': body.length,
        'cache-control': kept ? 'public, max-age=31536000, immutable' : 'no-cache',
        ...(packed && { 'content-encoding': 'br' }),
      })
      .end(body)
  })
  await new Promise<void>(done => server.listen(port, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () => {
      server.closeAllConnections()
      return new Promise(done => server.close(() => done()))
    },
  }
}
