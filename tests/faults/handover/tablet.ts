// A ward's tablet with three languages, handed from one person to the next; pressed as a screen reader presses.

import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser } from '../../journeys/harness/browser.ts'
import type { Served } from '../../journeys/harness/serve.ts'
import { packsOf } from '../../run/weight.ts'
import { here, pressed, shown } from './page.ts'
import type { Somebody } from './people.ts'

/** Milliseconds after which what does not come never will. */
const PATIENCE = 20_000
/** Longer than anybody may leave a tablet alone. */
const IDLE = 2 * 60 * 60_000

export interface Handed {
  page(): Page
  /** The screen that is shown, such as `curtain`. */
  scene(): Promise<string>
  at(...scenes: string[]): Promise<string>
  press(selector: string, n?: number): Promise<void>
  /** Somebody comes, goes as far as they like, and leaves; how they could leave is told. */
  used(by: Somebody): Promise<string>
  /** Two pictures that are not this person's, so many times: the gate stays shut. */
  guesses(by: Somebody, times: number): Promise<void>
  /** Pauses with two pictures and comes back with them; false where others' stand there, and the way is without. */
  through(pictures: readonly [number, number]): Promise<boolean>
  /** From the gate into the form without its pictures. */
  without(): Promise<void>
  /** The way from wherever the tablet is to Welcome. */
  toWelcome(): Promise<void>
  close(): Promise<void>
}

/** Opens the tablet and waits until its languages are here. */
export async function handed(server: Served, folder: string): Promise<Handed> {
  let browser = await openBrowser(join(folder, 'profile'))
  let { page } = browser

  async function come(): Promise<void> {
    browser = await openBrowser(join(folder, 'profile'))
    page = browser.page
    page.setDefaultTimeout(PATIENCE)
  }
  async function open(url = server.url): Promise<void> {
    await browser.context.setOffline(true)
    await page.clock.install()
    await page.goto(url)
  }
  const press = async (selector: string, n = 0) =>
    void (await page
      .waitForFunction(pressed, { selector, n }, { polling: 15, timeout: PATIENCE })
      .catch(cause => {
        throw new Error(`nothing to press: ${selector}`, { cause })
      }))
  /** Skips what is shown, and waits for what comes after it. */
  async function skip(): Promise<void> {
    const before = await page.locator('.page.form').textContent()
    await press('nav.bar button', 0)
    await page.waitForFunction(old => document.querySelector('.page.form')?.textContent !== old, before, {
      polling: 15,
      timeout: PATIENCE,
    })
  }
  const scene = async () => (await page.evaluate(shown)).replace('page ', '')
  const is = (scenes: string[]) => scenes.map(one => `.page.${one}:not([hidden])`).join(', ')
  const at = async (...scenes: string[]) => {
    await page.waitForSelector(is(scenes), { timeout: PATIENCE }).catch(async cause => {
      throw new Error(`the tablet is at ${await scene()}, not at ${scenes}`, { cause })
    })
    return scene()
  }

  async function choose(by: Somebody): Promise<void> {
    if (by.language !== 'en') await press(`input[name=language][value=${by.language}]`)
    await page.waitForSelector(`html[lang^=${by.language}]`)
    if (by.easy) await press('.ways input[type=checkbox]')
    if (by.bigger) await press('.ways input[type=checkbox]', 1)
    if (by.aloud && (await page.locator('.ways input[type=checkbox]').count()) > 3)
      await press('.ways input[type=checkbox]', 2)
    if (by.calm) await press('.ways input[type=checkbox]', -1)
    if (!by.theme && !by.switches) return
    await press('.ways button.quiet', -1)
    await at('over')
    if (by.theme) await press(`input[name=colours][value=${by.theme}]`)
    if (by.switches) await press(`input[name=switches][value=${by.switches}]`)
    await press('.page.over .onward button.main')
    await at('welcome')
  }

  async function toForm(by: Somebody): Promise<void> {
    if (by.helped) {
      await press('.page.welcome .onward button:not(.main)')
      await press('input[name=helper][value=peer]')
      await press('.page .onward button.main')
    } else await press('.page.welcome .onward button.main')
    await at('card')
    if (by.stage === 'card') return
    await press('.page.card .onward button.main')
    await at('form')
    for (const given of by.gives) {
      if (given === 'skip') await press('.bar button, .board button', 0)
      else {
        await press('.page.form input[type=radio]', given)
        await press('.page.form .onward button.main')
      }
      await page.waitForTimeout(20)
    }
    // The last is chosen, and stands there for everybody to see.
    await press('.page.form input[type=radio]', 1)
    if (by.stage === 'stop page') await stop()
    if (!/help|original/.test(by.stage)) return
    // The booklet's own English is all that a supporter has: there is no page of it.
    const words = '.page.form :is(.asides, .whose) button.quiet'
    const has = by.stage === 'original page' && (await page.locator(words).count()) > 0
    await (has ? press(words, -1) : press('nav.bar button', -2))
    await at('over')
  }
  /** Closes what lies over the form. */
  const uncover = async () => {
    if ((await scene()) !== 'over') return
    await press('.page.over .onward button.main')
    await at('form')
  }
  const stop = async () => {
    await press('nav.bar button', 1)
    await page.waitForSelector('.page.form .choices')
  }
  /** The nth of what Stop asks: 0 sends, 1 keeps, 2 erases. */
  const stopAnd = async (n: number) => {
    await uncover()
    if ((await page.locator('.page.form .choices').count()) === 0) await stop()
    await press('.page.form .choices li > button', n)
  }

  async function thanks(by: Somebody): Promise<void> {
    await at('thanks')
    if (by.slip) {
      await press('.page.thanks button:not(.main)')
      await at('over')
      // Six pictures stand there, and nobody takes them away.
      if (by.leaves === 'leave the slip') return
      await press('.page.over .onward button.main')
    }
    await press('.page.thanks .onward button.main')
  }

  async function put(pictures: readonly number[] | undefined): Promise<void> {
    if ((await at('pausing', 'curtain')) === 'curtain') return
    if (!pictures) return press('.page.pausing .onward button:not(.main)')
    await two('pausing', pictures)
  }
  async function two(where: 'pausing' | 'gate', pictures: readonly number[]): Promise<void> {
    for (const n of pictures) await press(`.page.${where} input`, n)
    await press(`.page.${where} .onward button.main`)
  }
  async function without(): Promise<void> {
    const shut = (await page.locator('.page.gate input').count()) === 0
    await press(shut ? '.page.gate .onward button' : '.page.gate .onward button:not(.main)')
    await at('form')
  }
  async function toWelcome(): Promise<void> {
    if ((await at('curtain', 'welcome')) === 'curtain') await press('.page.curtain .onward button', -1)
    await at('welcome')
  }

  async function hidden(): Promise<void> {
    await page.evaluate(() => {
      const show = (state: string) => {
        Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      }
      show('hidden')
      show('visible')
    })
  }

  /** Leaves as they wished, or by the way that is left where they are; tells which it was. */
  async function leave(by: Somebody): Promise<string> {
    const inForm = by.stage !== 'welcome' && by.stage !== 'card'
    const how = inForm || !/finish|stop|pictures|pause|slip/.test(by.leaves) ? by.leaves : 'idle'
    switch (how) {
      case 'finish':
        await uncover()
        if ((await page.locator('.page.form .choices').count()) > 0)
          await press('.page.form .choices li > button', 3)
        await page.waitForSelector('.page.form .progress')
        while ((await page.locator('.page.form .progress').count()) > 0) await skip()
        // The topics, and the page to look back on.
        await skip()
        await press('.page.form .onward button.main')
        await thanks(by)
        return how
      case 'leave the slip':
        await stopAnd(0)
        await thanks({ ...by, slip: true })
        await page.clock.fastForward(IDLE)
        return how
      case 'stop and send':
        await stopAnd(0)
        await thanks(by)
        return how
      case 'stop and keep':
        await stopAnd(1)
        await put(by.slip ? by.pictures : undefined)
        return how
      case 'stop and erase':
        await stopAnd(2)
        await press('.page.erased .onward button.main')
        return how
      case 'pause':
      case 'pause with pictures':
        await press('nav.bar button', -1)
        await put(how === 'pause' ? undefined : by.pictures)
        return how
      case 'idle':
        await page.clock.fastForward(IDLE)
        return how
      case 'hidden':
        await hidden()
        return how
      case 'reload':
        await page.reload()
        return how
      case 'back':
        for (let n = 0; n < 20; n += 1)
          await page.goBack({ waitUntil: 'commit', timeout: 3000 }).catch(() => undefined)
        if (!page.url().startsWith(server.url))
          await page.goForward({ waitUntil: 'commit' }).catch(() => undefined)
        if (!page.url().startsWith(server.url)) await page.goto(server.url)
        return how
      case 'crash':
        await browser.kill()
        await come()
        await open()
        return how
      case 'another tab': {
        const before = page
        page = await browser.context.newPage()
        page.setDefaultTimeout(PATIENCE)
        await open()
        await at('elsewhere', 'curtain', 'welcome')
        await before.close()
        return how
      }
    }
  }

  await page.goto(server.tabletLink)
  // All of the ward's: Welcome offers no other from then on.
  await here(page, Object.keys(packsOf('dist')))
  await page.close()
  page = await browser.context.newPage()
  page.setDefaultTimeout(PATIENCE)
  await open()

  return {
    page: () => page,
    scene,
    at,
    press,
    async used(by) {
      await at('welcome')
      await choose(by)
      if (by.stage !== 'welcome') await toForm(by)
      return leave(by)
    },
    async guesses(by, times) {
      const others = [...Array(12).keys()].filter(n => !by.pictures.includes(n))
      for (let n = 0; n < times; n += 1) {
        if ((await page.locator('.page.gate input').count()) === 0) return
        await press('.page.gate input', others[n] ?? 0)
        await press('.page.gate input', others[n + 1] ?? 1)
        await press('.page.gate .onward button.main')
        await page.locator('.page.gate .note').waitFor()
        await page.waitForTimeout(60)
      }
    },
    async through(pictures) {
      await press('nav.bar button', -1)
      const theirs = (await at('pausing', 'curtain')) === 'pausing'
      if (theirs) await two('pausing', pictures)
      await toWelcome()
      await press('.page.welcome .drafts li button')
      await at('gate')
      if (theirs) {
        await two('gate', pictures)
        await at('form')
      } else await without()
      return theirs
    },
    without,
    toWelcome,
    close: () => browser.close(),
  }
}
