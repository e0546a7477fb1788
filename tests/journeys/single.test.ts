// One tablet, one window; and a screen that stays awake while it reads.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../fixtures/port.ts'
import { type Browser, openBrowser } from './harness/browser.ts'
import { answer, begin, button, byTouch, heading, kept, statement, welcome, words } from './harness/person.ts'
import { type Served, startServer } from './harness/serve.ts'
import { staff, thisTablet } from './harness/shift.ts'

let folder: string
let server: Served
let browser: Browser

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equal-voice-single-'))
  const at = new Date().toISOString()
  server = await startServer({ at, data: join(folder, 'data'), port: await freePort() })
  browser = await openBrowser(join(folder, 'profile'))
})

afterAll(async () => {
  await browser.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** Runs in the page, before the app: counts what is asked of the disk. */
function countOpened(): void {
  let opened = 0
  const counted = (target: object, name: string) => {
    const was = Reflect.get(target, name)
    Reflect.set(target, name, function (this: unknown, ...how: unknown[]) {
      opened += 1
      return was.apply(this, how)
    })
  }
  counted(IDBFactory.prototype, 'open')
  counted(IDBFactory.prototype, 'databases')
  counted(CacheStorage.prototype, 'match')
  counted(StorageManager.prototype, 'getDirectory')
  Object.assign(window, { opened: () => opened })
}

describe('a second window', () => {
  it('says so kindly, touches nothing of the disk, and takes over by itself when the first is closed', async () => {
    const { context, page } = browser
    await welcome(page, server.tabletLink)
    await begin(page, byTouch)
    await answer(page, 'sometimes').tap()
    await kept(page)
    const second = await context.newPage()
    await second.addInitScript(countOpened)
    await second.goto(server.url)
    await heading(second, words.elsewhere.title).waitFor()
    // As when it finds signal, or is looked at again: still nothing.
    await second.evaluate(() => dispatchEvent(new Event('online')))
    await second.waitForTimeout(3000)
    expect(await second.evaluate(() => Reflect.get(window, 'opened')())).toBe(0)
    // The first goes on undisturbed.
    await page.bringToFront()
    await heading(page, words.curtain.title).or(page.getByRole('radio').first()).first().waitFor()
    await page.close()
    await heading(second, words.curtain.title).waitFor()
    expect(await second.evaluate(() => Reflect.get(window, 'opened')())).toBeGreaterThan(0)
    await second.reload()
    await heading(second, words.curtain.title).waitFor()
  })

  it('is the tablet again after Back, and behind its curtain', async () => {
    const [page] = browser.context.pages()
    if (!page) throw new Error('no window')
    await page.goto(`${server.url}/icon.svg`)
    await page.goBack()
    await heading(page, words.curtain.title).waitFor()
    await byTouch(page.getByRole('button', { name: new RegExp(words.curtain.carry) }).first())
    await statement(page, 1)
    await byTouch(button(page, words.bar.pause))
  })
})

describe('a screen that is wiped down', () => {
  it('takes no touch, has nothing of a form behind it, and ends by itself', async () => {
    const page = await browser.context.newPage()
    for (const other of browser.context.pages()) if (other !== page) await other.close()
    await page.clock.install()
    await page.goto(server.url)
    await button(page, words.curtain.new).click()
    await byTouch(button(page, words.welcome.staff))
    await thisTablet(page)
    await byTouch(button(page, staff.cleaning.start))
    await heading(page, staff.cleaning.title).waitFor()
    for (let n = 0; n < 60; n += 1)
      await page.touchscreen.tap(20 + ((n * 137) % 760), 20 + ((n * 211) % 1240))
    await page.keyboard.press('Enter')
    expect(await heading(page, staff.cleaning.title).isVisible()).toBe(true)
    expect(await page.getByRole('button').count()).toBe(0)
    await page.clock.fastForward(61_000)
    await heading(page, words.welcome.title).waitFor()
    await page.close()
  })
})

describe('a screen that reads aloud', () => {
  it('stays awake while it reads, and no longer: when it is stopped, and when the page hides', async () => {
    const page = await browser.context.newPage()
    await page.addInitScript(() => {
      const held: WakeLockSentinel[] = []
      Object.assign(window, { held })
      const { request } = WakeLock.prototype
      WakeLock.prototype.request = async function (...how) {
        const lock = await request.apply(this, how)
        held.push(lock)
        return lock
      }
    })
    const locks = () =>
      page.evaluate(() => (Reflect.get(window, 'held') as WakeLockSentinel[]).map(({ released }) => released))
    await page.goto(server.url)
    await button(page, words.curtain.new).click()
    await byTouch(page.getByRole('checkbox', { name: words.welcome.aloud, exact: true }))
    await button(page, words.aloud.read).waitFor()
    expect(await locks()).toEqual([])
    await byTouch(button(page, words.aloud.read))
    await expect.poll(locks).toEqual([false])
    await byTouch(button(page, words.aloud.stop))
    await expect.poll(locks).toEqual([true])
    await byTouch(button(page, words.aloud.read))
    await expect.poll(locks).toEqual([true, false])
    // Another screen, and the reading of this one stops.
    await byTouch(button(page, words.welcome.ways))
    await expect.poll(locks).toEqual([true, true])
    await page.close()
  })
})
