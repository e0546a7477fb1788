// Amara interprets, Joe answers: the words to read on her side, the board on his, and no way to look at what he said.

import { cleanup, render, screen, waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import easy from '../../../locales/en/easy.json' with { type: 'json' }
import meanings from '../../../locales/en/meanings.json' with { type: 'json' }
import { evaluation } from '../../../src/instrument/evaluation.ts'
import type { FormScene } from '../../../src/tablet/tablet.ts'
import { App } from '../../../src/ui/app.tsx'
import { type FakeTablet, fakeTablet, formScene, newForm, ward } from '../../fakes/tablet.ts'
import { words } from '../../fixtures/words.ts'

afterEach(cleanup)

const { supporter } = words
const item = evaluation.items[0]
const next = evaluation.items[1]
const answers = evaluation.choices.map(({ label }) => label)

/** A form that an interpreter helps with. */
function helped(sheet: Partial<FormScene['form']['sheet']> = {}, more: Partial<FormScene> = {}) {
  const form = newForm()
  return formScene({ ...form, sheet: { ...form.sheet, helper: 'interpreter', ...sheet } }, more)
}
const tabletWith = (scene: FormScene, wordings = ['en/easy']) => fakeTablet(scene, ward({ wordings }))
const said = { answers: { 'eval-01': 'sometimes' as const } }

async function at(tablet: FakeTablet) {
  render(<App tablet={tablet} />)
  const person = userEvent.setup()
  const press = async (name: string) => person.click(await screen.findByRole('button', { name }))
  return { person, press }
}
const script = () => screen.findByRole('region', { name: supporter.script })
const board = () => screen.findByRole('region', { name: supporter.board })
const ask = async (joe: ReturnType<typeof userEvent.setup>, name: string) =>
  joe.click(within(await board()).getByRole('button', { name }))
const shown = (text: string) => screen.findByRole('heading', { name: text })
const firstWords = `${evaluation.stem} ${item?.text}`

describe('Amara the interpreter', () => {
  it('finds the stem, the statement, the three answers and what silence asks of her, and nothing else to say', async () => {
    await at(tabletWith(helped()))
    const parts = [...(await script()).querySelectorAll('p, h1 > span, li')].map(part => part.textContent)
    expect(parts.filter(Boolean)).toEqual([
      supporter.script,
      evaluation.stem,
      item?.text,
      ...answers,
      supporter.silence,
    ])
  })

  it('learns how to read without leading from one short page, before the first statement', async () => {
    const { press } = await at(fakeTablet({ at: 'welcome', drafts: [] }))
    await press(words.welcome.helper)
    expect(await screen.findByText(words.helper.say)).toBeTruthy()
    await press(words.helper.guide)
    await shown(supporter.guide)
    expect(screen.getAllByRole('listitem')).toHaveLength(8)
    await press(words.close)
    await shown(words.helper.title)
  })

  it('meets no earlier answer when she goes back, since what Joe said is his', async () => {
    await at(tabletWith(helped(said, { veiled: new Set(['eval-01']) })))
    expect(await screen.findByText(supporter.earlier)).toBeTruthy()
    for (const radio of screen.getAllByRole<HTMLInputElement>('radio')) expect(radio.checked).toBe(false)
    expect(screen.queryByText(words.statement.skipped)).toBeNull()
  })

  it('finds no answer to look through at the end, and is told why', async () => {
    const scene = helped({ ...said, topics: ['eval-02'] })
    await at(tabletWith({ ...scene, form: { ...scene.form, place: { at: 'review' } } }))
    expect(await screen.findByText(supporter.sealed)).toBeTruthy()
    expect(screen.queryAllByText(item?.text ?? '')).toEqual([])
    expect(screen.queryAllByText(next?.text ?? '')).toEqual([])
    for (const answer of answers) expect(screen.queryByText(answer)).toBeNull()
    expect(screen.getByRole('button', { name: words.review.finish })).toBeTruthy()
  })

  it('gets the board in the practice question too, which is kept nowhere', async () => {
    const card = { at: 'card', language: 'en', manner: newForm().sheet.manner, helper: 'peer' } as const
    const tablet = fakeTablet(card)
    const { person, press } = await at(tablet)
    await press(words.card.practice)
    await shown(words.practice.title)
    await person.click(await screen.findByRole('radio', { name: 'All the time' }))
    await ask(person, supporter.unclear)
    expect(screen.getByText(words.practice.none)).toBeTruthy()
    await ask(person, supporter.again)
    expect(screen.queryByText(words.practice.none)).toBeNull()
    await ask(person, words.bar.skip)
    expect(tablet.made).toEqual([])
    await press(words.card.practice)
    await shown(words.practice.title)
    for (const radio of screen.getAllByRole<HTMLInputElement>('radio')) expect(radio.checked).toBe(false)
  })
})

describe('Joe at the board', () => {
  it('meets the answers first and then what he can ask for, in one order on every board', async () => {
    await at(tabletWith(helped()))
    const on = within(await board())
    expect(on.getAllByRole<HTMLInputElement>('radio').map(radio => radio.value)).toEqual(
      evaluation.choices.map(({ code }) => code),
    )
    const names = [...(await board()).querySelectorAll('input, button')].map(one => one.textContent?.trim())
    const { again, unclear, alone } = supporter
    expect(names.slice(3)).toEqual([again, unclear, words.bar.skip, words.bar.pause, words.bar.stop, alone])
    expect(screen.getByRole('radiogroup', { name: firstWords })).toBeTruthy()
  })

  it('gets the same other words as everyone, in one order, without a change of how his form is', async () => {
    const tablet = tabletWith(helped())
    const { person: joe } = await at(tablet)
    await shown(firstWords)
    await ask(joe, supporter.unclear)
    await shown(`${easy.stem} ${easy.items['eval-01']}`)
    expect(screen.getByText(supporter.other)).toBeTruthy()
    await ask(joe, supporter.unclear)
    await shown(firstWords)
    expect(screen.getByText(meanings.words.staff.text)).toBeTruthy()
    expect(screen.getByText(words.meaning.ours)).toBeTruthy()
    await ask(joe, supporter.unclear)
    expect(screen.getByText(supporter.nomore)).toBeTruthy()
    await ask(joe, supporter.again)
    expect(screen.queryByText(supporter.nomore)).toBeNull()
    expect(screen.queryByText(meanings.words.staff.text)).toBeNull()
    expect(tablet.made).toEqual([])
  })

  it('has the words read from the first when he asks for them, where his form is read aloud', async () => {
    const heard: string[] = []
    const hear = () => heard.push(document.querySelector('h1')?.textContent ?? '')
    document.addEventListener('reread', hear)
    const { person: joe } = await at(tabletWith(helped()))
    await shown(firstWords)
    expect(heard).toEqual([])
    await ask(joe, supporter.unclear)
    await ask(joe, supporter.again)
    await waitFor(() => expect(heard).toEqual([`${easy.stem} ${easy.items['eval-01']}`, firstWords]))
    document.removeEventListener('reread', hear)
  })

  it('is given no wording that his ward has not switched on', async () => {
    const { person: joe } = await at(tabletWith(helped(), []))
    await shown(firstWords)
    await ask(joe, supporter.unclear)
    expect(screen.queryByText(easy.items['eval-01'])).toBeNull()
    expect(screen.getByText(supporter.means)).toBeTruthy()
  })

  it('hears the next statement in its first words again, whatever he asked for before', async () => {
    const { person: joe } = await at(tabletWith(helped()))
    await ask(joe, supporter.unclear)
    await ask(joe, words.bar.skip)
    await shown(`${evaluation.stem} ${next?.text}`)
  })

  it('sees what he chose on the board, and goes on when he says so and not by itself', async () => {
    const tablet = tabletWith(helped())
    const { person: joe, press } = await at(tablet)
    await joe.click(await screen.findByRole('radio', { name: 'Sometimes' }))
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Sometimes' }).checked).toBe(true)
    expect(tablet.made.map(event => event.type)).toEqual(['choose'])
    await press(words.statement.continue)
    await shown(`${evaluation.stem} ${next?.text}`)
  })

  it('has the board turned to face him, with every name and the order of the keys as before', async () => {
    const { press } = await at(tabletWith(helped()))
    const order = async () =>
      [...(await board()).querySelectorAll('input, button')].map(one => one.textContent?.trim())
    const before = await order()
    await press(supporter.turn)
    expect((await board()).closest('.turned')).toBeTruthy()
    expect(await order()).toEqual(before)
    await press(supporter.turnback)
    expect((await board()).closest('.turned')).toBeNull()
  })

  it('sends his helper’s side away and has it back, and his earlier answers stay unseen', async () => {
    const tablet = tabletWith(helped(said, { veiled: new Set(['eval-01']) }))
    const { press } = await at(tablet)
    await press(supporter.alone)
    await shown(firstWords)
    expect(screen.queryByRole('region', { name: supporter.board })).toBeNull()
    expect(screen.getByText(supporter.earlier)).toBeTruthy()
    for (const radio of screen.getAllByRole<HTMLInputElement>('radio')) expect(radio.checked).toBe(false)
    await press(words.bar.stop)
    await press(words.stop.back)
    await shown(firstWords)
    expect(screen.queryByRole('region', { name: supporter.board })).toBeNull()
    await press(supporter.together)
    expect(await board()).toBeTruthy()
  })

  it('keeps what he answered alone from his helper who comes back, until he answers anew', async () => {
    const { person: joe, press } = await at(tabletWith(helped()))
    const radio = () => screen.getByRole<HTMLInputElement>('radio', { name: 'Not at all' })
    await press(supporter.alone)
    await joe.click(await screen.findByRole('radio', { name: 'Not at all' }))
    expect(radio().checked).toBe(true)
    await press(supporter.together)
    await board()
    expect(radio().checked).toBe(false)
    expect(screen.getByText(supporter.earlier)).toBeTruthy()
    await press(words.bar.help)
    await press(words.close)
    expect(radio().checked).toBe(false)
    await joe.click(radio())
    expect(radio().checked).toBe(true)
    expect(screen.queryByText(supporter.earlier)).toBeNull()
  })

  it('leaves no board and no helper to whoever comes after him', async () => {
    const { press } = await at(tabletWith(helped()))
    await board()
    await press(supporter.turn)
    await userEvent.setup().click(screen.getAllByRole('button', { name: words.bar.pause })[0] as Element)
    for (const name of [words.gate.none, words.curtain.new, words.welcome.start, words.card.begin])
      await press(name)
    await shown(firstWords)
    expect(screen.queryByRole('region', { name: supporter.board })).toBeNull()
  })
})

it('lets whoever helps Mo later find the board as the tablet lies for anybody: not turned, not sent away', async () => {
  const tablet = tabletWith(helped())
  const { press } = await at(tablet)
  await press(supporter.turn)
  await press(supporter.alone)
  tablet.scene.set({ at: 'welcome', drafts: [] })
  await shown(words.welcome.title)
  tablet.scene.set(helped())
  await waitFor(async () => expect((await board()).closest('.turned')).toBeNull())
})
