// What a person does with a tablet, by the names that a screen reader would say. By touch or by keyboard.

import type { Locator, Page } from 'playwright-core'
import type { Given } from '../../../src/form/form.ts'
import { words } from '../../fixtures/words.ts'
import { english, type Tongue } from './tongue.ts'

export { words }

/** How somebody presses what is on the screen. */
export type Press = (target: Locator) => Promise<void>

/** Milliseconds between two taps on one spot: sooner, the app takes them for one. */
const PACE = 400

interface Tap {
  readonly at: number
  readonly x: number
  readonly y: number
}
const taps = new WeakMap<Page, Tap>()

/** A tap, at a person's pace where the one before was on the same spot. */
export const byTouch: Press = async target => {
  const page = target.page()
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  const spot = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
  const last = taps.get(page)
  if (last && Math.hypot(spot.x - last.x, spot.y - last.y) < 80) {
    await page.waitForTimeout(Math.max(0, last.at + PACE - Date.now()))
  }
  await target.tap()
  taps.set(page, { at: Date.now(), ...spot })
}

/** Tab until it has the focus, then a key; a radio button is reached by the arrows of its group and chosen by Space. */
const byKey =
  (key: 'Enter' | 'Space'): Press =>
  async target => {
    const page = target.page()
    await target.waitFor()
    const radio = (await target.getAttribute('type')) === 'radio'
    for (let tries = 0; tries < 80; tries += 1) {
      if (await target.evaluate(element => element === document.activeElement)) {
        await page.keyboard.press(radio ? 'Space' : key)
        return
      }
      const inGroup = radio && (await target.evaluate(sameGroup))
      await page.keyboard.press(inGroup ? 'ArrowDown' : 'Tab')
    }
    throw new Error(`no way by keyboard to ${target}`)
  }

export const byKeyboard = byKey('Enter')
export const bySpace = byKey('Space')

/** Runs in the page. */
function sameGroup(element: Element): boolean {
  const other = document.activeElement
  return (
    other?.getAttribute('type') === 'radio' && other.getAttribute('name') === element.getAttribute('name')
  )
}

export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true })
export const heading = (page: Page, name: string): Locator => page.getByRole('heading', { name, exact: true })

/** One of the three answers. */
export const answer = (page: Page, given: Given, { choices } = english): Locator =>
  page.getByRole('radio', { name: given === 'skipped' ? '' : choices[given], exact: true })

/** Opens a page and waits for Welcome; whoever has just set a tablet up passes by its languages. */
export async function welcome(page: Page, url: string): Promise<void> {
  await page.goto(url)
  const setUp = heading(page, words.shift.title)
  await found(page).or(setUp).waitFor()
  if (await setUp.isVisible()) await button(page, words.shift.back).click()
  await uncover(page)
}

/** What a tablet shows that nobody uses: the curtain after a start, or Welcome. */
const found = (page: Page): Locator =>
  heading(page, words.curtain.title).or(heading(page, words.welcome.title))

/** Waits for Welcome, and goes to it through the curtain of a start. */
export async function uncover(page: Page): Promise<void> {
  await found(page).waitFor()
  const anew = button(page, words.curtain.new)
  if (await anew.isVisible()) await anew.click()
  await heading(page, words.welcome.title).waitFor()
}

/** From Welcome to the first statement: two presses. */
export async function begin(page: Page, press: Press, tongue = english): Promise<void> {
  await press(button(page, tongue.words.welcome.start))
  await press(button(page, tongue.words.card.begin))
  await statement(page, 1, tongue)
}

/** Waits until statement `n` is on the screen. */
export const statement = (page: Page, n: number, tongue = english): Promise<void> =>
  heading(page, asked(tongue, n)).waitFor()

/** Statement `n` under its stem, which is what its answers are called together. */
export const asked = ({ stem, items }: Tongue, n: number): string => `${stem} ${items[n - 1]}`

/** Waits until the answer is on the disk: only then can Continue be pressed. */
export const kept = (page: Page, { words } = english): Promise<void> =>
  button(page, words.statement.continue).and(page.locator(':not([aria-disabled])')).waitFor()

/** Gives the answers from statement `from` on, each with Continue; a skip needs none. */
export async function give(
  page: Page,
  press: Press,
  answers: readonly Given[],
  from = 1,
  tongue = english,
): Promise<void> {
  const { words } = tongue
  for (const [n, given] of answers.entries()) {
    await statement(page, from + n, tongue)
    if (given === 'skipped') {
      await press(button(page, words.bar.skip))
      continue
    }
    await press(answer(page, given, tongue))
    await kept(page, tongue)
    await press(button(page, words.statement.continue))
  }
}

/** From the topics to Welcome: names none, looks back, seals. */
export async function seal(page: Page, press: Press, { words } = english): Promise<void> {
  await heading(page, words.topics.title).waitFor()
  await press(button(page, words.statement.continue))
  await press(button(page, words.review.finish))
  await heading(page, words.thanks.title).waitFor()
  await press(button(page, words.thanks.done))
  await heading(page, english.words.welcome.title).waitFor()
}

/** Stops where the form is and sends what was answered. */
export async function stopAndSend(page: Page, press: Press, { words } = english): Promise<void> {
  await press(button(page, words.bar.stop))
  await press(page.getByRole('button', { name: new RegExp(`^${words.stop.send}`) }))
  await heading(page, words.thanks.title).waitFor()
  await press(button(page, words.thanks.done))
  await heading(page, english.words.welcome.title).waitFor()
}

/** One whole form, stopped and sent if it does not reach the end. */
export async function fill(page: Page, press: Press, answers: readonly Given[]): Promise<void> {
  await begin(page, press)
  await give(page, press, answers)
  if (answers.length === english.items.length) await seal(page, press)
  else await stopAndSend(page, press)
}
