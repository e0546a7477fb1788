// Everyone can answer: by keys, by a switch, by ear, and with other eyes, on a tablet without a network.

import { describe, expect, it } from 'vitest'
import type { Given } from '../../src/form/form.ts'
import { hidden } from './harness/clear.ts'
import {
  answer,
  asked,
  begin,
  button,
  bySpace,
  byTouch,
  give,
  seal,
  stopAndSend,
  words,
} from './harness/person.ts'
import { byReader, more, page, pick, there } from './harness/pick.ts'
import { bySwitch } from './harness/switch.ts'
import { english } from './harness/tongue.ts'

const choices = ['not-at-all', 'sometimes', 'all-the-time'] as const
const whole: Given[] = english.items.map((_, n) => choices[n % 3] ?? 'skipped')

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
