// The built app as the server hands it out: compressed, cached as long as it may be, and under strict headers.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { configFrom } from '../../src/server/config.ts'
import { type Running, start } from '../../src/server/start.ts'

const page = '<!doctype html><title>Equal Voice</title>'
const script = 'export const a = 1\n'.repeat(50)

const folder = mkdtempSync(join(tmpdir(), 'ev-static-'))
const dist = join(folder, 'dist')
const running: Running[] = []

async function open(env: object = {}): Promise<string> {
  const config = configFrom(
    { PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(folder, `${running.length}`), ...env },
    ['--empty'],
  )
  const server = await start({ ...config, dist }, { now: () => new Date() })
  running.push(server)
  return server.url
}

let url: string
beforeAll(async () => {
  mkdirSync(join(dist, 'assets'), { recursive: true })
  writeFileSync(join(dist, 'index.html'), page)
  writeFileSync(join(dist, 'sw.js'), script)
  writeFileSync(join(dist, '.secret.js'), script)
  writeFileSync(join(dist, 'assets/a-1234.js'), script)
  writeFileSync(join(dist, 'assets/a-1234.js.br'), brotliCompressSync(script))
  writeFileSync(join(dist, 'assets/a-1234.js.gz'), gzipSync(script))
  url = await open()
})
afterAll(async () => {
  for (const server of running) await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** A request whose answer nobody unpacks on the way. */
const raw = (path: string, accept = '', method = 'GET') =>
  new Promise<{ status: number; headers: Headers; body: Buffer }>((done, fail) => {
    const asked = request(url + path, { method, headers: { 'accept-encoding': accept } }, async response => {
      const body = Buffer.concat(await response.toArray())
      done({
        status: response.statusCode ?? 0,
        headers: new Headers(response.headers as Record<string, string>),
        body,
      })
    })
    asked.once('error', fail).end()
  })

describe('the files', () => {
  it.each(['/', '/office', '/office/', '/office/releases/1'])('shows the app at %s', async path => {
    const { status, headers, body } = await raw(path)
    expect([status, body.toString()]).toEqual([200, page])
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(headers.get('cache-control')).toBe('no-cache')
  })

  it('shows the office by a page of its own, so that a desk does not load what a tablet wants at once', async () => {
    writeFileSync(join(dist, 'office.html'), 'of the office')
    const other = await open()
    rmSync(join(dist, 'office.html'))
    const shown = async (path: string) => (await fetch(other + path)).text()
    expect([await shown('/office'), await shown('/office/releases/1')]).toEqual([
      'of the office',
      'of the office',
    ])
    expect(await shown('/')).toBe(page)
  })

  it.each([
    ['br', 'gzip, deflate, br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip', 'gzip, br;q=0', gunzipSync],
  ] as const)(
    'sends %s to a browser that accepts %s, so that a weak signal carries it',
    async (name, accept, unpack) => {
      const { headers, body } = await raw('/assets/a-1234.js', accept)
      expect(headers.get('content-encoding')).toBe(name)
      expect(headers.get('content-length')).toBe(String(body.length))
      expect(headers.get('vary')).toBe('accept-encoding')
      expect(unpack(body).toString()).toBe(script)
    },
  )

  it('sends it plain to who accepts nothing else', async () => {
    const { headers, body } = await raw('/assets/a-1234.js')
    expect(headers.get('content-encoding')).toBeNull()
    expect(body.toString()).toBe(script)
  })

  it('lets what carries its hash be kept for ever, and asks again for what does not', async () => {
    expect((await raw('/assets/a-1234.js')).headers.get('cache-control')).toContain('immutable')
    expect((await raw('/sw.js')).headers.get('cache-control')).toBe('no-cache')
  })

  it('answers HEAD without a body', async () => {
    const { status, body } = await raw('/', '', 'HEAD')
    expect([status, body.length]).toEqual([200, 0])
  })

  it.each([
    '/.secret.js',
    '/assets/../../package.json',
    '/%2e%2e/package.json',
    '/assets/',
    '/assets/a-1234.js.br',
  ])('has nothing at %s', async path => {
    expect((await raw(path)).status).toBe(404)
  })
})

describe('the headers', () => {
  it.each(['/', '/office', '/assets/a-1234.js', endpoints.health, endpoints.overview, '/nothing'])(
    'stand on the answer for %s',
    async path => {
      const { headers } = await raw(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toContain('unsafe')
      expect(policy).not.toContain('http')
      expect(policy).not.toContain('data:')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      for (const watcher of ['camera', 'microphone', 'geolocation', 'idle-detection'])
        expect(headers.get('permissions-policy')).toContain(`${watcher}=()`)
    },
  )

  it('allow a tablet to stay awake and an office its passkeys, and nothing else', async () => {
    const allowed = async (path: string) =>
      [...((await raw(path)).headers.get('permissions-policy') ?? '').matchAll(/([\w-]+)=\(self\)/g)].map(
        one => one[1],
      )
    expect(await allowed('/')).toEqual(['screen-wake-lock'])
    expect((await allowed('/office')).sort()).toEqual([
      'publickey-credentials-create',
      'publickey-credentials-get',
    ])
  })

  it('keep nothing of the interface in a cache', async () => {
    for (const path of [endpoints.health, endpoints.overview])
      expect((await raw(path)).headers.get('cache-control')).toBe('no-store')
  })

  it('ask for TLS for ever only where people come over TLS', async () => {
    expect((await raw('/')).headers.get('strict-transport-security')).toBeNull()
    const secure = await fetch(await open({ PUBLIC_URL: 'https://voice.example' }))
    expect(secure.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/)
  })
})
