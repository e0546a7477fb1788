// After each way and language: the next person’s tablet is the ward’s.

import { describe, expect, it } from 'vitest'
import { answer, begin, button, byTouch, heading, kept, type Press, words } from './harness/person.ts'
import { more, page, pick, speak } from './harness/pick.ts'
import { bySwitch, byTwoSwitches } from './harness/switch.ts'
import { type Tongue, tongueOf } from './harness/tongue.ts'

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
      await press(button(page, tongue.words.gate.none))
      await heading(page, words.curtain.title).waitFor()
      expect(await shown(), `the curtain after ${mode}`).toEqual({ ...plain, chosen: [] })
      await byTouch(button(page, words.curtain.new))
      await heading(page, words.welcome.title).waitFor()
      expect(await shown(), `Welcome after ${mode}`).toEqual({ ...plain, chosen: ['en'] })
      await page.close()
    }
  })
})
