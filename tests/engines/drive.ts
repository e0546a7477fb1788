// The built app in a real engine, driven as it stands: nothing is put into its page, and its profile outlives its process.

import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import puppeteer from 'puppeteer-core'
import { firefoxPath } from '../fixtures/browsers.ts'
import { freePort } from '../fixtures/port.ts'
import { openBrowser } from '../journeys/harness/browser.ts'
import { type Engine, engines, launch } from './engines.ts'
import { inspect } from './inspector.ts'

/** An engine with the app on its screen. */
export interface Driven {
  /** The value of an expression in the page. */
  ask(expression: string): Promise<unknown>
  /** A tap or a click at a place of the page that is in sight. */
  tap(x: number, y: number): Promise<void>
  /** As a power cut would (SIGKILL). */
  kill(): Promise<void>
}

/** Starts an engine on a profile, at an address. The same profile again is the same tablet again. */
export type Drive = (profile: string, url: string) => Promise<Driven>

const inChromium: Drive = async (profile, url) => {
  const { page, kill } = await openBrowser(profile)
  await page.goto(url)
  return { ask: expression => page.evaluate(expression), tap: (x, y) => page.touchscreen.tap(x, y), kill }
}

const inFirefox: Drive = async (profile, url) => {
  mkdirSync(profile, { recursive: true })
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxPath(),
    userDataDir: profile,
    headless: true,
  })
  const page = await browser.newPage()
  await page.setViewport({ width: 800, height: 1280 })
  await page.goto(url, { waitUntil: 'domcontentloaded' })
  return {
    ask: expression => page.evaluate(expression),
    tap: (x, y) => page.mouse.click(x, y),
    async kill() {
      const child = browser.process()
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise(done => child.once('exit', done))
      for (const pid of [child.pid ?? 0, ...childrenOf(child.pid ?? 0)]) end(pid)
      await gone
      await tidied(profile)
    },
  }
}

/** Its driver puts the settings of a profile back a moment after the end: a start meanwhile would miss a file. */
async function tidied(profile: string): Promise<void> {
  const waits = () => readdirSync(profile).some(name => name.endsWith('.puppeteer'))
  for (let tries = 0; tries < 200 && waits(); tries += 1) await setTimeout(25)
}

/** Ids of the processes that a process has started, and of theirs. */
function childrenOf(pid: number): number[] {
  const list = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
  const pairs = list.split('\n').map(line => line.trim().split(/\s+/).map(Number))
  const own = pairs.flatMap(([child, parent]) => (parent === pid && child ? [child] : []))
  return own.flatMap(child => [child, ...childrenOf(child)])
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Its parent's end was its own.
  }
}

/** MiniBrowser forgets everything when a driver starts it (`--automation`), so it is watched by its own inspector. */
const inWebKit =
  (engine: Engine): Drive =>
  async (profile, url) => {
    const port = await freePort()
    const { kill } = launch(engine, profile, url, { WEBKIT_INSPECTOR_HTTP_SERVER: `127.0.0.1:${port}` })
    const { ask, close } = await inspect(port)
    return {
      ask,
      // It has no finger to lend: what lies on top at the place is pressed.
      tap: async (x, y) => void (await ask(`document.elementFromPoint(${x}, ${y}).click()`)),
      async kill() {
        close()
        await kill()
      },
    }
  }

/** How each engine is driven. */
export const drives: readonly { readonly name: Engine['name']; readonly drive: Drive }[] = engines.map(
  engine => ({
    name: engine.name,
    drive: { Chromium: inChromium, Firefox: inFirefox, WebKitGTK: inWebKit(engine) }[engine.name],
  }),
)
