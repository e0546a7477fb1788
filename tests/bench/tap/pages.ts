// The contenders' pages, built and served: ours with what the product leaves out of its libraries, the others as they come.

import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { build } from 'vite'
import { lighter } from '../../../src/build/lighter.ts'
import { PEERS } from '../harness/peers.ts'
import { onDisk } from './disk.ts'

const dexie = join(import.meta.dirname, '../../../node_modules/dexie/dist/modern/dexie.mjs')

/** Builds both kinds; without peers only ours. */
async function buildPages(folder: string, peers = true): Promise<void> {
  for (const kind of peers ? ['ours', 'others'] : ['ours']) {
    await build({
      root: join(PEERS, 'pages/tap'),
      configFile: false,
      logLevel: 'error',
      plugins: [
        ...(kind === 'ours' ? [lighter] : []),
        {
          name: 'one Dexie for us and for itself',
          enforce: 'pre',
          // RxDB brings a Dexie of its own.
          resolveId: (id, importer = '') =>
            id === 'dexie' && !importer.includes('/rxdb/') ? dexie : undefined,
        },
      ],
      define: { OURS: String(kind === 'ours') },
      worker: { format: 'es' },
      build: {
        outDir: join(folder, kind),
        emptyOutDir: true,
        target: 'es2022',
        modulePreload: false,
        assetsInlineLimit: 0,
      },
    })
  }
}

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' }

/** Pages on origins of their own: http://NAME.localhost, each with a disk of its own. */
export interface Served {
  address(name: string): string
  close(): void
}

/** Serves what was built, on a free port. */
async function servePages(folder: string): Promise<Served> {
  const server = createServer(async ({ url = '/', headers }, response) => {
    const kind = headers.host?.startsWith('ours.') ? 'ours' : 'others'
    const { pathname } = new URL(url, 'http://localhost')
    const path = pathname === '/' ? '/index.html' : pathname
    const body = await readFile(join(folder, kind, path)).catch(() => undefined)
    // Isolated from every other origin, a page's clock is as fine as it can be.
    response.writeHead(body ? 200 : 404, {
      'Content-Type': types[extname(path)] ?? 'application/octet-stream',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    })
    response.end(body)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    address: name => `http://${name}.localhost:${port}/`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Lends the pages, built and served; without peers only ours. */
export const withPages = <T>(peers: boolean, work: (served: Served) => Promise<T>): Promise<T> =>
  onDisk(async folder => {
    await buildPages(folder, peers)
    const served = await servePages(folder)
    try {
      return await work(served)
    } finally {
      served.close()
    }
  })
