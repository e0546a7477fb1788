// A page of a real browser, as slow as a cheap tablet, in which the sealers take turns.

import { chromium } from 'playwright-core'
import { build } from 'vite'
import { type Bytes, fromBase64 } from '../../../src/envelope/bytes.ts'
import type { KeyPair } from '../../../src/envelope/keys.ts'
import { chromiumOptions } from '../../fixtures/browsers.ts'
import type { Sealing } from './sealers.ts'

/** How many times slower than this machine a cheap tablet is. */
const SLOWED = 6

/** Seals there; milliseconds of one seal, and the last one. */
export type SealsThere = (name: Sealing, times: number) => Promise<{ ms: number; last: Bytes }>

/** Lends a slowed page that seals to a key. */
export async function onTablet<T>(
  { id, publicKey }: KeyPair,
  work: (seals: SealsThere) => Promise<T>,
): Promise<T> {
  const script = await bundle()
  const browser = await chromium.launch(chromiumOptions())
  try {
    const page = await browser.newPage()
    // WebCrypto is there on a secure origin alone, and localhost is one without anybody who listens.
    await page.route('http://localhost/**', route => route.fulfill({ contentType: 'text/html', body: '<p>' }))
    await page.goto('http://localhost/')
    await page.addScriptTag({ content: script, type: 'module' })
    await page.waitForFunction('"sealed" in window')
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
    const key = JSON.stringify({ id, publicKey })
    return await work(async (name, times) => {
      const asked = `sealed(${key}, ${JSON.stringify(name)}, ${times})`
      const { ms, last } = await page.evaluate<{ ms: number; last: string }>(asked)
      return { ms, last: fromBase64(last) }
    })
  } finally {
    await browser.close()
  }
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rollupOptions: { input: `${import.meta.dirname}/page.ts` },
    },
  })
  const [one] = Array.isArray(built) ? built : [built]
  const script = one && 'output' in one ? one.output[0].code : undefined
  if (script === undefined) throw new Error('a page without a script')
  return script
}
