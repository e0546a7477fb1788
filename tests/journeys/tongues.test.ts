// In another language, on a tablet without a network: from the right where it is read so, and in its own words.

import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { answer, asked, button, byTouch, give, heading, kept, statement, words } from './harness/person.ts'
import { byReader, offline, page, pick, sealedIn, speak, there } from './harness/pick.ts'

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
    await offline(false)
    const { wordings } = JSON.parse(await readFile('locales/ur/wording.json', 'utf8'))
    const helped = async () => (await sealedIn('ur')).filter(({ helper }) => helper !== 'nobody')
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
