// A slow tablet on a slow line: a real Chromium on a profile that outlives it, throttled six times, and what is measured on it.

import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core'
import { chromiumOptions } from '../../fixtures/browsers.ts'
import { percentile } from '../harness/figures.ts'
import { type Driver, drive, type Times, type Way } from './driver.ts'

declare global {
  interface Window {
    readonly bench: Driver
  }
}

/** What is known as Slow 4G (Lighthouse): 1.6 Mbit a second down, 750 kbit up, 150 ms there and back. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
}
const FREE = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 }

/** How many times slower than this machine. */
const SLOWED = 6

/** An address where nobody listens. */
const NOWHERE = ['--proxy-server=127.0.0.1:9', '--proxy-bypass-list=<-loopback>']

/** A tablet that is on. */
export interface Tablet {
  readonly page: Page
  readonly devtools: CDPSession
  off(): Promise<void>
}

/** Switches it on: the same profile is the same tablet. Without a network nothing is reached, by page or by worker. */
export async function switchOn(profile: string, way: Way, network: boolean): Promise<Tablet> {
  const { args = [], ...options } = chromiumOptions()
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    ...options,
    args: [...args, ...(network ? [] : NOWHERE)],
    viewport: { width: 800, height: 1280 },
    hasTouch: true,
    locale: 'en-GB',
  })
  if (!network) await context.setOffline(true)
  await context.addInitScript(drive, way)
  const page = context.pages()[0] ?? (await context.newPage())
  const devtools = await context.newCDPSession(page)
  return { page, devtools, off: () => context.close() }
}

/** Makes it as slow as a tablet, or as fast as this machine. */
export async function slow({ devtools }: Tablet, on: boolean): Promise<void> {
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: on ? SLOWED : 1 })
}

/** Opens the page; when each screen was there, to the first statement. */
export async function open({ page }: Tablet, url: string): Promise<Times> {
  await page.goto(url, { waitUntil: 'commit' })
  return page.evaluate(() => window.bench.arrived)
}

/** What came over the line: code is HTML, CSS and JavaScript; all has fonts, icons and the rest too. */
export interface Line {
  readonly code: number
  readonly all: number
}

const CODE = ['Document', 'Stylesheet', 'Script']

/**
 * Opens it over Slow 4G with nothing of the app on the tablet; `keep` spares what the tablet itself has stored. Bytes are
 * those of bodies as they came, compressed and without their headers, until the first statement could be answered.
 */
export async function openFirst(
  tablet: Tablet,
  url: string,
  keep: boolean,
): Promise<{ times: Times; line: Line }> {
  const { devtools } = tablet
  const storageTypes = keep ? 'service_workers,cache_storage' : 'all'
  await devtools.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes })
  await devtools.send('Network.enable')
  await devtools.send('Network.clearBrowserCache')
  await devtools.send('Network.emulateNetworkConditions', SLOW_4G)
  const came: { of: string; bytes: number }[] = []
  const code = new Set<string>()
  devtools.on('Network.requestWillBeSent', ({ requestId, type }) => {
    if (CODE.includes(`${type}`)) code.add(requestId)
  })
  devtools.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    came.push({ of: requestId, bytes: encodedDataLength })
  })
  const times = await open(tablet, url)
  const sum = (counts: (request: string) => boolean) =>
    came.filter(({ of }) => counts(of)).reduce((total, { bytes }) => total + bytes, 0)
  const line = { code: sum(request => code.has(request)), all: sum(() => true) }
  await devtools.send('Network.emulateNetworkConditions', FREE)
  return { times, line }
}

/** Answers every statement by touch; milliseconds from each tap to its paint at the ninety-fifth percentile, and how many taps it took. */
export async function answerAll(
  { page }: Tablet,
  { onward }: Way,
  items: number,
): Promise<{ p95: number; taps: number }> {
  const took: number[] = []
  let taps = 0
  const tap = async ({ x, y }: { x: number; y: number }) => {
    taps += 1
    await page.touchscreen.tap(x, y)
  }
  for (let n = 0; n < items; n++) {
    await tap(await page.evaluate(([n = 0, c = 0]) => window.bench.aim(n, c), [n, (n * 2 + 1) % 3]))
    took.push(await page.evaluate(() => window.bench.took()))
    if (onward === '' || n === items - 1) continue
    await tap(await page.evaluate(() => window.bench.next()))
    await page.evaluate(() => window.bench.turned())
  }
  return { p95: percentile(took, 0.95), taps }
}

/** Bytes that the page's own JavaScript holds once all is collected that can be. */
export async function heap({ devtools }: Tablet): Promise<number> {
  await devtools.send('HeapProfiler.enable')
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('HeapProfiler.disable')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  return usedSize
}

/** Waits until its service worker has all that it keeps: an install that lacks a file never becomes active. */
export const settled = ({ page }: Tablet): Promise<void> =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    while (active?.state !== 'activated') await new Promise(done => setTimeout(done, 50))
  })
