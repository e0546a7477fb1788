// What a tablet really asks for until the first statement can be answered, weighed as it is sent.

import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumOptions } from '../fixtures/browsers.ts'
import { freePort } from '../fixtures/port.ts'
import { FIRST_BUDGET, FIRST_REQUESTS, parts, weigh } from '../run/weight.ts'
import { answer, begin, byTouch, welcome } from './harness/person.ts'
import { type Served, startServer } from './harness/serve.ts'

let data: string
let server: Served
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'equal-voice-weight-'))
  server = await startServer({ at: '2026-03-10T10:00:00Z', data, port: await freePort() })
})
afterAll(async () => {
  await server.stop()
  await rm(data, { recursive: true, force: true })
})

describe('a tablet on a slow line', () => {
  it('loads little before the first statement can be answered, and never the office', async () => {
    const browser = await chromium.launch(chromiumOptions())
    try {
      // Without the service worker, which fetches for later what no screen waits for.
      const context = await browser.newContext({ hasTouch: true, serviceWorkers: 'block' })
      const first = await context.newPage()
      await welcome(first, server.tabletLink)
      await first.close()
      // The same tablet, opened for a person.
      const page = await context.newPage()
      // What waits for a moment after the first screen never comes here: only what is needed before it counts.
      await page.addInitScript(() => {
        const { setTimeout } = window
        Object.assign(window, {
          setTimeout: (work: () => void, wait = 0) => (wait < 1000 ? setTimeout(work, wait) : 0),
        })
      })
      const asked = new Set<string>()
      page.on('request', request => asked.add(new URL(request.url()).pathname.slice(1)))
      await welcome(page, server.url)
      await begin(page, byTouch)
      await answer(page, 'sometimes').waitFor()
      const code = [...asked].filter(path => /\.(js|css)$/.test(path))
      const bytes = code.reduce((sum, path) => sum + weigh('dist', path), 0)
      expect(code.length).toBeGreaterThan(0)
      expect(bytes, code.join(', ')).toBeLessThanOrEqual(FIRST_BUDGET)
      expect(asked.size, [...asked].join(', ')).toBeLessThanOrEqual(FIRST_REQUESTS)
      expect([...asked].filter(path => parts('dist').office.includes(path))).toEqual([])
      // One letter past Latin-1 would make two bytes of each letter in a tablet's memory.
      const wide = code.filter(
        path => /\.js$/.test(path) && /[\u0100-\uffff]/.test(readFileSync(`dist/${path}`, 'utf8')),
      )
      expect(wide).toEqual([])
      // A line that is slow to answer is asked once, with the page, and not for one file after another.
      const ahead = [
        ...readFileSync('dist/index.html', 'utf8').matchAll(/"modulepreload"[^>]*href="\/([^"]+)"/g),
      ]
      const later = code.filter(path => /\/(?:first|common|rolldown-runtime)-/.test(path))
      expect(ahead.map(([, path]) => path).sort()).toEqual(later.sort())
      expect(readFileSync('dist/office.html', 'utf8')).not.toContain('modulepreload')
    } finally {
      await browser.close()
    }
  })
})
