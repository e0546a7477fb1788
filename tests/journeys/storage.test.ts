// A tablet whose disk lets it down: closed under a form, full, wiped by something else. Nothing earlier is lost.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freePort } from '../fixtures/port.ts'
import { ask, signIn, wayIn } from '../server/front.ts'
import { type Browser, openBrowser } from './harness/browser.ts'
import {
  answer,
  begin,
  button,
  byTouch,
  fill,
  give,
  heading,
  kept,
  statement,
  stopAndSend,
  uncover,
  welcome,
  words,
} from './harness/person.ts'
import { type Served, startServer } from './harness/serve.ts'
import { atShiftEnd, says, send, staff, thisTablet, whole } from './harness/shift.ts'

let folder: string
let server: Served
let browser: Browser
let page: Page
let restart: () => Promise<Served>

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equal-voice-storage-'))
  const how = { at: new Date().toISOString(), data: join(folder, 'data'), port: await freePort() }
  restart = () => startServer(how)
  server = await restart()
  browser = await openBrowser(join(folder, 'profile'))
  page = browser.page
  await page.addInitScript(watchDatabases)
})

afterEach(async () => {
  await browser.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** Runs in the page, before the app: keeps every database that it opens within reach. */
function watchDatabases(): void {
  const opened: IDBDatabase[] = []
  Object.assign(window, { opened })
  const { open } = IDBFactory.prototype
  IDBFactory.prototype.open = function (...how: Parameters<typeof open>) {
    const asked = open.apply(this, how)
    asked.addEventListener('success', () => opened.push(asked.result))
    return asked
  }
}

/** Closes every database under the page, with the event that a browser sends and without; resolves to how many. */
const closeDatabases = (tells: boolean) =>
  page.evaluate(tells => {
    const opened: IDBDatabase[] = Reflect.get(window, 'opened')
    for (const database of opened) {
      database.close()
      if (tells) database.dispatchEvent(new Event('close'))
    }
    return opened.splice(0).length
  }, tells)

/** Milliseconds for which Chromium goes on writing what it once found room for. */
const ROOM = 31_000

/** From now on the browser lets this origin keep nothing more. */
async function full(disk: CDPSession): Promise<void> {
  await disk.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin, quotaSize: 1 })
  await page.waitForTimeout(ROOM)
}

/** As much room again as there is. */
const roomy = (disk: CDPSession) =>
  disk.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin })

describe('a database that the system closes under a form', () => {
  it.each([
    ['and tells the app of it', true],
    ['without a word', false],
  ])('loses Amina no tap, %s', async (_, tells) => {
    await welcome(page, server.tabletLink)
    await begin(page, byTouch)
    await give(page, byTouch, ['sometimes'])
    for (const [n, given] of (['not-at-all', 'all-the-time', 'sometimes'] as const).entries()) {
      expect(await closeDatabases(tells)).toBeGreaterThan(0)
      await give(page, byTouch, [given], 2 + n)
    }
    // And in the middle of a tap: it is kept, or said not to be and can be made again.
    await statement(page, 5)
    await answer(page, 'sometimes').tap()
    await closeDatabases(tells)
    await kept(page)
    await browser.kill()

    browser = await openBrowser(join(folder, 'profile'))
    page = browser.page
    await page.goto(server.url)
    await heading(page, words.curtain.title).waitFor()
    await byTouch(page.getByRole('button', { name: new RegExp(words.curtain.carry) }).first())
    await statement(page, 5)
    await says(page, words.statement.veiled).waitFor()
    await stopAndSend(page, byTouch)
    await send(page, 1)
  })
})

describe('a tablet that is full', () => {
  it('tells Amina which tap was not kept, keeps all before it, and seals when there is room again', async () => {
    await welcome(page, server.tabletLink)
    await begin(page, byTouch)
    await give(page, byTouch, ['sometimes'])
    const disk = await browser.context.newCDPSession(page)
    await full(disk)
    await answer(page, 'not-at-all').tap()
    await says(page, words.statement.refused).waitFor()
    expect(await answer(page, 'not-at-all').isChecked()).toBe(false)

    await roomy(disk)
    await byTouch(button(page, words.statement.back))
    await statement(page, 1)
    expect(await answer(page, 'sometimes').isChecked()).toBe(true)
    await kept(page)
    await byTouch(button(page, words.statement.continue))
    await give(page, byTouch, ['not-at-all'], 2)
    await full(disk)
    await byTouch(button(page, words.bar.stop))
    await byTouch(page.getByRole('button', { name: new RegExp(`^${words.stop.send}`) }))
    await heading(page, words.unsealed.title).waitFor()
    await roomy(disk)
    await byTouch(button(page, words.unsealed.again))
    await heading(page, words.thanks.title).waitFor()
    await byTouch(button(page, words.thanks.done))
    await send(page, 1)
  })

  it('asks nobody anything when it can’t keep it, and says so to staff, who find what waits', async () => {
    await welcome(page, server.tabletLink)
    await whole(page)
    await server.kill()
    await fill(page, byTouch, ['sometimes'])
    const disk = await browser.context.newCDPSession(page)
    await full(disk)
    await page.reload()
    await heading(page, words.unable.title).waitFor()
    expect(await button(page, words.welcome.start).count()).toBe(0)
    await byTouch(button(page, words.welcome.staff))
    await says(page, words.shift.waiting_one).waitFor()
    await thisTablet(page)
    await says(page, staff.health.write).waitFor()
    await byTouch(button(page, words.shift.back))
    await heading(page, words.unable.title).waitFor()

    await roomy(disk)
    server = await restart()
    await page.reload()
    await uncover(page)
    await send(page, 1)
  })
})

describe('a disk that gives back something else, and takes long to', () => {
  it('keeps nobody from the first screen, and lets nobody begin, however quick they are', async () => {
    await welcome(page, server.tabletLink)
    await whole(page)
    await page.addInitScript(() => {
      const { postMessage } = Worker.prototype
      Worker.prototype.postMessage = function (asked: { n: number; to: string; form?: string }) {
        const half = new Uint8Array(8)
        const other = () => this.onmessage?.(new MessageEvent('message', { data: { n: asked.n, half } }))
        if (asked.to === 'read' && asked.form === 'probe') setTimeout(other, 3000)
        else postMessage.call(this, asked)
      }
    })
    await page.reload()
    await uncover(page)
    await byTouch(button(page, words.welcome.start))
    await byTouch(button(page, words.card.begin))
    await heading(page, words.unable.title).waitFor()
    expect(await page.getByRole('radio').count()).toBe(0)
  })
})

describe('a database that something else has wiped', () => {
  it('is noticed: Ruth is told how many forms are missing until she has told the office', async () => {
    await welcome(page, server.tabletLink)
    await whole(page)
    await server.kill()
    await fill(page, byTouch, ['sometimes'])
    await fill(page, byTouch, ['not-at-all'])
    const disk = await browser.context.newCDPSession(page)
    const { origin } = new URL(page.url())
    await disk.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb,file_systems' })
    await page.reload()
    await heading(page, words.enrol.title).waitFor()
    await says(page, staff.missing.other.replace('{{n}}', '2')).waitFor()

    server = await restart()
    const priya = await officeOf(server)
    const [ward] = (await priya.overview()).services.flatMap(one => one.wards)
    const { code } = await priya.code(ward?.id ?? '')
    await page.goto('about:blank')
    await welcome(page, `${server.url}/#enrol=${code}`)
    await atShiftEnd(page, async () => {
      await says(page, staff.missing.other.replace('{{n}}', '2')).waitFor()
      await byTouch(button(page, staff.missing.told))
      await says(page, staff.missing.other.replace('{{n}}', '2')).waitFor({ state: 'detached' })
    })
  })
})

describe('a rescue file', () => {
  it('carries sealed forms by hand to another tablet of the ward, which sends each of them once', async () => {
    await welcome(page, server.tabletLink)
    const priya = await officeOf(server)
    const services = (await priya.overview()).services.flatMap(one => one.wards)
    const own = await page.evaluate(() => document.querySelector('.ward strong')?.textContent)
    const ward = services.find(({ name }) => own?.includes(name))
    const { code } = await priya.code(ward?.id ?? '')
    await page.route('**/api/**', route => route.abort())
    await fill(page, byTouch, ['sometimes'])
    await fill(page, byTouch, ['not-at-all'])
    const file = join(folder, 'rescue.json')
    await atShiftEnd(page, async () => {
      await thisTablet(page)
      const coming = page.waitForEvent('download')
      await byTouch(button(page, staff.rescue.save))
      const download = await coming
      expect(download.suggestedFilename()).toMatch(/^equal-voice-[a-z-]+\.json$/)
      await download.saveAs(file)
      // Sealed, and they also stay.
      await says(page, words.shift.waiting_other.replace('{{count}}', '2')).waitFor()
      await byTouch(button(page, staff.wipe.check))
      const why = staff.wipe.waiting_other.replace('{{n}}', '2')
      await page.getByText(new RegExp(`Do not wipe this tablet: ${why}`)).waitFor()
    })

    const other = await openBrowser(join(folder, 'other'))
    try {
      await welcome(other.page, `${server.url}/#enrol=${code}`)
      await atShiftEnd(other.page, async () => {
        await thisTablet(other.page)
        const choose = other.page.getByLabel(staff.rescue.open)
        await choose.setInputFiles(file)
        await says(other.page, staff.rescue.came_other.replace('{{n}}', '2')).waitFor()
        await says(other.page, words.shift.none).waitFor()
        await choose.setInputFiles(file)
        await says(other.page, staff.rescue.here_other.replace('{{n}}', '2')).waitFor()
        await choose.setInputFiles({
          name: 'x.json',
          mimeType: 'application/json',
          buffer: Buffer.from('{}'),
        })
        await says(other.page, staff.rescue['no-rescue']).waitFor()
        await byTouch(button(other.page, staff.wipe.check))
        await says(other.page, staff.wipe.may).waitFor()
      })
    } finally {
      await other.close()
    }
    // The first tablet finds signal after all: each form is there already, and counts as arrived.
    await page.unroute('**/api/**')
    await send(page, 2)
  })
})

const officeOf = (at: Served) =>
  signIn({
    officeToken: wayIn(at.officeLink),
    ask: (path, how) => ask(at.url + path, how),
  })
