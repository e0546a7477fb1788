// Everyone can answer: each other way in, met by a person in a real browser on a tablet without a network.

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Given } from '../../src/form/form.ts'
import { languages } from '../../src/wording/languages.ts'
import { freePort } from '../fixtures/port.ts'
import { packsOf } from '../run/weight.ts'
import { type Browser, openBrowser } from './harness/browser.ts'
import { hidden } from './harness/clear.ts'
import {
  answer,
  asked,
  begin,
  button,
  bySpace,
  byTouch,
  give,
  heading,
  kept,
  type Press,
  seal,
  statement,
  stopAndSend,
  words,
} from './harness/person.ts'
import { payloadsIn } from './harness/sealed.ts'
import { type Served, startServer } from './harness/serve.ts'
import { says } from './harness/shift.ts'
import { bySwitch, byTwoSwitches } from './harness/switch.ts'
import { english, type Tongue, tongueOf } from './harness/tongue.ts'

const choices = ['not-at-all', 'sometimes', 'all-the-time'] as const
const whole: Given[] = english.items.map((_, n) => choices[n % 3] ?? 'skipped')

let folder: string
let server: Served
let browser: Browser
let page: Page

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equal-voice-ways-'))
  server = await startServer({
    at: '2026-03-10T10:00:00Z',
    data: join(folder, 'data'),
    port: await freePort(),
  })
  browser = await openBrowser(join(folder, 'profile'))
  await browser.page.goto(server.tabletLink)
  for (const { tag, name } of languages.filter(({ tag }) => tag in packsOf('dist')))
    await says(browser.page, words.setup.whole.replace('{{name}}', name))
      .waitFor({ timeout: 60_000 })
      .catch(cause => {
        throw new Error(`${tag} does not come`, { cause })
      })
  await says(browser.page, words.shift.ready).waitFor()
  await browser.page.close()
})
afterAll(async () => {
  await browser?.close()
  await server?.kill()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})
afterEach(() => page?.close())

/** As a screen reader presses: no key, and no spot on the screen. */
const byReader: Press = target =>
  target.evaluate(element => element instanceof HTMLElement && element.click()).then(() => undefined)

/** Waits until a screen is there: its heading has the focus, as for somebody who reads by ear. */
const there = (title: string): Promise<void> => heading(page, title).and(page.locator(':focus')).waitFor()

/** The tablet as the next person finds it, without a network; `before` stands in the page before the app does. */
async function pick(before?: () => void, clock = false): Promise<void> {
  page = await browser.context.newPage()
  page.setDefaultTimeout(15_000)
  await browser.context.setOffline(true)
  if (before) await page.addInitScript(before)
  if (clock) await page.clock.install()
  await page.goto(server.url)
  const curtain = heading(page, words.curtain.title)
  await heading(page, words.welcome.title).or(curtain).waitFor()
  if (await curtain.isVisible()) await byReader(button(page, words.curtain.new))
  await heading(page, words.welcome.title).waitFor()
}

/** Chooses a language on Welcome, and plainer words if they are wanted. */
async function speak(tag: string, how: 'standard' | 'easy'): Promise<Tongue> {
  const name = languages.find(one => one.tag === tag)?.name ?? ''
  await byTouch(page.getByRole('radio', { name, exact: true }))
  const standard = await tongueOf(tag, 'standard')
  await heading(page, standard.words.welcome.title).waitFor()
  const tongue = await tongueOf(tag, how)
  if (how === 'easy') {
    await byTouch(page.getByRole('checkbox', { name: standard.words.welcome.easy }))
    await page.getByText(tongue.words.welcome.lead, { exact: true }).waitFor()
  }
  return tongue
}

/** Under More ways on Welcome, by what stands in the form. */
async function more(name: string, value: string, { words } = english): Promise<void> {
  await byTouch(button(page, words.welcome.ways))
  await heading(page, words.look.title).waitFor()
  await page.locator(`input[name="${name}"][value="${value}"]`).tap()
}

describe('without touch', () => {
  it('lets Amina fill in the whole form by Tab and Space alone, because she can’t use a screen', async () => {
    await pick()
    await begin(page, bySpace)
    await give(page, bySpace, whole)
    await seal(page, bySpace)
  })

  it('lets Ben fill in the whole form by one switch, because one press is all that he has', async () => {
    await pick(undefined, true)
    await more('switches', 'one')
    await bySwitch(button(page, words.close))
    await begin(page, bySwitch)
    await give(page, bySwitch, whole)
    await seal(page, bySwitch)
    expect(await page.locator('.switches').count()).toBe(0)
  })
})

/** WCAG 1.4.12, whatever the page's own styles say. */
function spaced(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}' +
      'p{margin-block-end:2em!important}',
  )
  document.adoptedStyleSheets.push(sheet)
}

const seen: Readonly<Record<string, { width: number; height: number; forced?: true; spaced?: true }>> = {
  'under forced colours': { width: 800, height: 1280, forced: true },
  'with widely spaced text': { width: 800, height: 1280, spaced: true },
  'with widely spaced text on a phone': { width: 390, height: 844, spaced: true },
  'at 320 px': { width: 320, height: 640 },
  'at 400 %': { width: 320, height: 256 },
}

describe.each(Object.entries(seen))('%s', (_, how) => {
  it('shows Carla every screen whole on her way, because what she can’t see she can’t choose', async () => {
    await pick(how.spaced && spaced)
    await page.emulateMedia({ forcedColors: how.forced ? 'active' : 'none' })
    await page.setViewportSize(how)
    const wrong: string[] = []
    const look = async (screen: string) => {
      wrong.push(...(await hidden(page)).map(fault => `${screen}: ${fault}`))
    }
    const open = async (name: string, close: string, title: string) => {
      await byReader(button(page, name))
      await there(title)
      await look(name)
      await byReader(button(page, close))
    }
    await look('welcome')
    await open(words.welcome.ways, words.close, words.look.title)
    await byTouch(button(page, words.welcome.start))
    await there(words.card.title)
    await look('card')
    await open(words.card.more, words.close, words.more.title)
    await byTouch(button(page, words.card.begin))
    await there(asked(english, 1))
    await look('statement')
    await give(page, byTouch, ['sometimes', 'all-the-time'])
    await byTouch(answer(page, 'not-at-all'))
    await look('answered')
    await open(words.bar.help, words.close, words.help.title)
    await open(words.bar.stop, words.stop.back, words.stop.title)
    await give(page, byReader, Array(21).fill('skipped'), 3)
    await there(words.topics.title)
    await look('topics')
    await byReader(button(page, words.statement.continue))
    await there(words.review.title)
    await look('review')
    await byReader(button(page, words.statement.back))
    await there(words.topics.title)
    await byTouch(button(page, words.bar.stop))
    await byTouch(page.getByRole('button', { name: words.stop.send }))
    await there(words.thanks.title)
    await look('thanks')
    await byTouch(button(page, words.thanks.done))
    await there(words.welcome.title)
    expect(wrong).toEqual([])
  })
})

interface Stop {
  readonly name: string
  readonly x: number
  readonly top: number
  readonly bottom: number
  /** Among the buttons that say the languages' names: they begin anew beside the first language. */
  readonly hears: boolean
}

/** Where the focus goes by Tab through the page, until it has come round. */
async function tabbed(): Promise<Stop[]> {
  const stops: Stop[] = []
  await page.evaluate(() => document.querySelector<HTMLElement>('.page:not([hidden]) h1')?.focus())
  for (let n = 0; n < 60; n += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const { activeElement: on } = document
      if (!on?.matches('button, input')) return undefined
      const { left, right, top, bottom } = on.getBoundingClientRect()
      const inBar = on.closest('nav') ? 1e6 : 0
      return {
        name: on.closest('label, button')?.textContent ?? '',
        x: (left + right) / 2,
        top: top + scrollY + inBar,
        bottom: bottom + scrollY + inBar,
        hears: on.closest('.names') !== null,
      }
    })
    if (!stop) break
    stops.push(stop)
  }
  return stops
}

/** Steps of the focus that do not go as the eye does: down, and from the right within a row. */
const astray = (stops: readonly Stop[]): string[] =>
  stops.flatMap((stop, n) => {
    const before = stops[n - 1]
    if (!before || stop.hears !== before.hears) return []
    const beside = stop.top < before.bottom - 4
    const right = beside ? stop.x < before.x : stop.top >= before.bottom - 4
    return right ? [] : [`${before.name} → ${stop.name}`]
  })

describe.each(['ar', 'ur'])('in %s', tag => {
  it('goes from the right for Dalia, offline, and tells her once what she is answering', async () => {
    await pick()
    const tongue = await speak(tag, 'easy')
    const root = page.locator(`html[lang="${tag}"][dir="rtl"]`)
    await root.waitFor()
    const wrong: string[] = []
    const order = async (screen: string, least: number) => {
      const stops = await tabbed()
      expect(stops.length, screen).toBeGreaterThanOrEqual(least)
      wrong.push(...astray(stops).map(fault => `${screen}: ${fault}`))
    }
    await order('welcome', 8)
    await byTouch(button(page, tongue.words.welcome.start))
    await there(tongue.words.card.title)
    await order('card', 7)
    await byTouch(button(page, tongue.words.card.begin))
    for (const [n] of tongue.items.entries()) {
      await statement(page, n + 1, tongue)
      const scales = page.getByRole('radiogroup')
      expect(await scales.count()).toBe(1)
      const named = page.getByRole('radiogroup', { name: asked(tongue, n + 1), exact: true })
      expect(await named.count()).toBe(1)
      if (n === 0) {
        const picture = page.locator('.question > .picture svg, .question > svg').first()
        const [drawn, said] = [await picture.boundingBox(), await page.locator('h1').boundingBox()]
        expect(drawn?.x).toBeGreaterThanOrEqual((said?.x ?? 0) + (said?.width ?? 0) - 1)
        await byTouch(answer(page, 'sometimes', tongue))
        await kept(page, tongue)
        await order('statement', 9)
        const x = async (name: string) => (await button(page, name).boundingBox())?.x ?? 0
        expect(await x(tongue.words.statement.back)).toBeGreaterThan(await x(tongue.words.statement.continue))
        await byTouch(button(page, tongue.words.statement.continue))
      } else await byReader(button(page, tongue.words.bar.skip))
    }
    await there(tongue.words.topics.title)
    await order('topics', 29)
    await byTouch(button(page, tongue.words.statement.continue))
    await there(tongue.words.review.title)
    await order('review', 29)
    expect(await root.count()).toBe(1)
    await byTouch(button(page, tongue.words.review.finish))
    await there(tongue.words.thanks.title)
    await byTouch(button(page, tongue.words.thanks.done))
    await there(words.welcome.title)
    expect(wrong).toEqual([])
  })
})

describe('read aloud', () => {
  it('is read to Elin by clips where the browser has no voice, and the same whatever she has chosen', async () => {
    const said: string[] = []
    await pick(() => {
      Reflect.deleteProperty(globalThis, 'speechSynthesis')
      const { play } = HTMLMediaElement.prototype
      HTMLMediaElement.prototype.play = function () {
        const spoken = CSS.highlights.get('spoken') ?? []
        Reflect.get(globalThis, 'heard')([...spoken].join(''))
        const playing = play.call(this)
        this.playbackRate = 8
        return playing
      }
    })
    await page.exposeFunction('heard', (sentence: string) => said.push(sentence.trim()))
    expect(await page.evaluate(() => 'speechSynthesis' in globalThis)).toBe(false)
    await byTouch(page.getByRole('checkbox', { name: words.welcome.aloud }))
    await page.getByText(words.aloud.computer).waitFor()
    await begin(page, byTouch)
    const all = [asked(english, 1), ...choices.map(choice => english.choices[choice])].join(' ')
    for (const chosen of [undefined, ...choices]) {
      if (chosen) await byTouch(answer(page, chosen))
      said.length = 0
      await byTouch(button(page, words.aloud.read))
      await expect.poll(() => said.join(' '), { timeout: 20_000 }).toBe(all)
      await button(page, words.aloud.read).waitFor()
      expect(await page.getByText(words.aloud.partly).count()).toBe(0)
      expect(said.join(' ')).toBe(all)
    }
    await stopAndSend(page, byTouch)
  })
})

describe('a form in Urdu', () => {
  it('has under its seal in which words Farid met it, how, and who helped, so that words can be put right', async () => {
    await pick()
    const tongue = await speak('ur', 'easy')
    await byTouch(button(page, tongue.words.welcome.helper))
    await byTouch(page.getByRole('radio', { name: tongue.words.helper.interpreter, exact: true }))
    await byTouch(button(page, tongue.words.helper.go))
    await byTouch(button(page, tongue.words.card.begin))
    await give(page, byTouch, ['sometimes'], 1, tongue)
    await statement(page, 2, tongue)
    await byTouch(page.locator('nav').getByRole('button', { name: tongue.words.bar.stop }))
    await byTouch(page.getByRole('button', { name: tongue.words.stop.send }))
    await heading(page, tongue.words.thanks.title).waitFor()
    await byTouch(button(page, tongue.words.thanks.done))
    await browser.context.setOffline(false)
    const { wordings } = JSON.parse(await readFile('locales/ur/wording.json', 'utf8'))
    const helped = async () =>
      (await payloadsIn(join(folder, 'data'), 'ur')).filter(({ helper }) => helper !== 'nobody')
    await expect.poll(helped, { timeout: 60_000, interval: 1000 }).toMatchObject([
      {
        language: 'ur',
        helper: 'interpreter',
        manner: { words: 'easy', size: 'normal', aloud: false, calm: false },
        wording: { id: 'ur/easy', version: wordings.easy.version },
        end: 'stopped',
      },
    ])
  })
})

/** All by which one person could tell how the last one had it. */
const shown = () =>
  page.evaluate(() => {
    const { lang, dir, dataset, className } = document.documentElement
    const chosen = [...document.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value)
    const modes = document.querySelectorAll('.switches, .aloud, .board, .sides, .framed, .pictured').length
    return { lang, dir, size: dataset.size, theme: dataset.theme, className, chosen, modes }
  })
const plain = { lang: 'en-GB', dir: 'ltr', size: 'normal', theme: '', className: '', modes: 0 }

const tick = (which: 'easy' | 'bigger' | 'aloud' | 'calm') => (tongue: Tongue) =>
  byTouch(page.getByRole('checkbox', { name: tongue.words.welcome[which], exact: true }))
/** How somebody presses who has chosen a way of switches; by touch where it is another way. */
const pressed = (way: string): Press => (way === 'one' ? bySwitch : way === 'two' ? byTwoSwitches : byTouch)
const way = (name: string, value: string) => async (tongue: Tongue) => {
  await more(name, value, tongue)
  await pressed(value)(button(page, tongue.words.close))
}
const modes: Readonly<Record<string, (tongue: Tongue) => Promise<void>>> = {
  'pictures and plainer words': tick('easy'),
  'bigger words': tick('bigger'),
  'reading aloud': tick('aloud'),
  calm: tick('calm'),
  'strong contrast': way('colours', 'contrast'),
  'the dark': way('colours', 'dark'),
  'two switches': way('switches', 'two'),
  'a partner who moves the frame': way('switches', 'partner'),
  'one switch': way('switches', 'one'),
}

describe.each(['ur', 'pl'])('after a form in %s', tag => {
  it('meets Gwen with nothing of it, behind the curtain and on Welcome, whatever way it was in', async () => {
    for (const [mode, choose] of [...Object.entries(modes), ['a helper', undefined] as const]) {
      const press = pressed(mode.split(' ')[0] ?? '')
      await pick(undefined, press !== byTouch)
      const standard = await speak(tag, 'standard')
      await choose?.(standard)
      const tongue = mode.startsWith('pictures') ? await tongueOf(tag, 'easy') : standard
      if (!choose) {
        await byTouch(button(page, tongue.words.welcome.helper))
        await byTouch(page.locator('input[name="helper"][value="peer"]'))
        await byTouch(button(page, tongue.words.helper.go))
        await byTouch(button(page, tongue.words.card.begin))
        await page.locator('.board').waitFor()
      } else await begin(page, press, tongue)
      await press(answer(page, 'sometimes', tongue))
      await kept(page, tongue)
      expect(await shown(), `${mode} is chosen`).not.toMatchObject(plain)
      await press(page.locator('nav').getByRole('button', { name: tongue.words.bar.pause }))
      await heading(page, words.curtain.title).waitFor()
      expect(await shown(), `the curtain after ${mode}`).toEqual({ ...plain, chosen: [] })
      await byTouch(button(page, words.curtain.new))
      await heading(page, words.welcome.title).waitFor()
      expect(await shown(), `Welcome after ${mode}`).toEqual({ ...plain, chosen: ['en'] })
      await page.close()
    }
  })
})
