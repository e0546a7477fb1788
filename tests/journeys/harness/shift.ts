// What staff do with a tablet: look whether it can do without Wi-Fi, and at shift end send what waits.

import type { Page } from 'playwright-core'
import staff from '../../../locales/en/staff.json' with { type: 'json' }
import { button, byTouch, words } from './person.ts'

export { staff }

/** The words alone: "Not yet ready …" must not pass for "Ready …". */
export const says = (page: Page, text: string) => page.getByText(text, { exact: true }).first()

const arrived = (forms: number): string =>
  words.shift.arrived.replace('{{arrived}}', `${forms}`).replace('{{of}}', `${forms}`)

/** From Welcome to the shift screen, and back once `work` is done. */
export async function atShiftEnd(page: Page, work: () => Promise<void>): Promise<void> {
  await byTouch(button(page, words.welcome.staff))
  await work().catch(async error => {
    const said = await page.locator('main').textContent()
    throw new Error(`the shift screen says only: ${said}`, { cause: error })
  })
  await byTouch(button(page, words.shift.back))
}

/** On the shift screen: opens what there is to say of the tablet itself. */
export async function thisTablet(page: Page): Promise<void> {
  const opener = button(page, staff.tablet)
  await opener.waitFor()
  if ((await opener.getAttribute('aria-expanded')) === 'false') await byTouch(opener)
}

/** Waits until the tablet says that it can work without Wi-Fi. */
export const whole = (page: Page): Promise<void> =>
  atShiftEnd(page, async () => {
    await thisTablet(page)
    await says(page, words.shift.ready).waitFor()
  })

/** Presses Send, and waits for the proof that so many forms arrived. */
export const send = (page: Page, forms: number): Promise<void> =>
  atShiftEnd(page, async () => {
    const { waiting_one, waiting_other } = words.shift
    const waiting = forms === 1 ? waiting_one : waiting_other.replace('{{count}}', `${forms}`)
    await says(page, waiting)
      .or(says(page, arrived(forms)))
      .first()
      .waitFor()
    // Looked for from before the tap: where a connection has just appeared they leave by themselves, and Send begins anew.
    const proof = says(page, arrived(forms)).waitFor()
    await Promise.all([proof, button(page, words.shift.send).tap({ force: true })])
    await says(page, words.shift.none).waitFor()
  })
