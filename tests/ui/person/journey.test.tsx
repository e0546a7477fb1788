// Ben goes the whole way by keyboard alone, against a tablet in memory.

import { cleanup, render, screen, waitFor } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { evaluation } from '../../../src/instrument/evaluation.ts'
import { App } from '../../../src/ui/app.tsx'
import { type FakeTablet, fakeTablet, formScene, newForm } from '../../fakes/tablet.ts'
import { words } from '../../fixtures/words.ts'

afterEach(cleanup)

function at(tablet: FakeTablet) {
  render(<App tablet={tablet} />)
  return userEvent.setup()
}
type User = ReturnType<typeof userEvent.setup>

/** Tab until it has the focus, then a key. */
async function press(person: User, role: 'button' | 'radio', name: string, key = '{Enter}'): Promise<void> {
  const target = await screen.findByRole(role, { name })
  for (let tries = 0; tries < 60 && document.activeElement !== target; tries += 1) await person.tab()
  expect(document.activeElement).toBe(target)
  await person.keyboard(key)
}
const card = { at: 'card', language: 'en', manner: newForm().sheet.manner, helper: 'nobody' } as const

it('takes Ben from Welcome to Welcome by keyboard alone, two screens before the first statement', async () => {
  const tablet = fakeTablet({ at: 'welcome', drafts: [] })
  const ben = at(tablet)
  await press(ben, 'button', words.welcome.start)
  await press(ben, 'button', words.card.begin)
  for (const item of evaluation.items) {
    await screen.findByRole('heading', { name: `${evaluation.stem} ${item.text}` })
    await press(ben, 'radio', 'Not at all', ' ')
    await press(ben, 'button', words.statement.continue)
  }
  await screen.findByRole('heading', { name: words.topics.title })
  await press(ben, 'button', words.statement.continue)
  await press(ben, 'button', words.review.finish)
  await press(ben, 'button', words.thanks.done)
  expect(tablet.scene.get().at).toBe('welcome')
  expect(tablet.made.filter(event => event.type === 'choose')).toHaveLength(23)
}, 60_000)

it('waits with Continue until the tap is on disk, and says so, so that no answer is lost', async () => {
  const tablet = fakeTablet(formScene(newForm()))
  tablet.saves = false
  const ben = at(tablet)
  await ben.click(screen.getByRole('radio', { name: 'Sometimes' }))
  await ben.click(screen.getByRole('button', { name: words.statement.continue }))
  expect(tablet.made.map(event => event.type)).toEqual(['choose'])
  expect(screen.getByText(words.statement.saving)).toBeTruthy()
  tablet.saved()
  await waitFor(() =>
    expect(
      screen.getByRole('button', { name: words.statement.continue }).getAttribute('aria-disabled'),
    ).toBeNull(),
  )
  await ben.click(screen.getByRole('button', { name: words.statement.continue }))
  expect(tablet.made.map(event => event.type)).toEqual(['choose', 'continue'])
})

it('says why Continue does nothing yet, so that Ben is not left guessing', async () => {
  const tablet = fakeTablet(formScene(newForm()))
  const ben = at(tablet)
  await ben.click(screen.getByRole('button', { name: words.statement.continue }))
  expect(tablet.made).toEqual([])
  expect(screen.getByText(words.statement.first)).toBeTruthy()
})

it('lets the same answer be tapped again after the disk refused it', async () => {
  const tablet = fakeTablet(formScene(newForm(), { refused: true }))
  const ben = at(tablet)
  expect(screen.getByText(words.statement.refused)).toBeTruthy()
  await ben.click(screen.getByRole('radio', { name: 'Sometimes' }))
  expect(tablet.made).toEqual([{ type: 'choose', item: 'eval-01', choice: 'sometimes' }])
})

it('never shows an answer from before the break, so that whoever is here now learns nothing', async () => {
  const form = newForm()
  const told = { ...form, sheet: { ...form.sheet, answers: { 'eval-01': 'sometimes' as const } } }
  at(fakeTablet(formScene(told, { veiled: new Set(['eval-01']) })))
  expect(screen.getByText(words.statement.veiled)).toBeTruthy()
  for (const radio of screen.getAllByRole<HTMLInputElement>('radio')) expect(radio.checked).toBe(false)
  expect(
    screen.getByRole('button', { name: words.statement.continue }).getAttribute('aria-disabled'),
  ).toBeNull()
})

it('keeps nothing of the practice question, and gives the focus back to where Ben was', async () => {
  const tablet = fakeTablet(card)
  const ben = at(tablet)
  await press(ben, 'button', words.card.practice)
  await screen.findByRole('heading', { name: words.practice.title })
  await ben.click(screen.getByRole('radio', { name: 'All the time' }))
  await press(ben, 'button', words.practice.back)
  await waitFor(() => expect(document.activeElement?.textContent).toBe(words.card.practice))
  expect(tablet.made).toEqual([])
})

it('closes Help by Escape and gives the focus back, with the ward’s own numbers in it', async () => {
  const tablet = fakeTablet(formScene(newForm()))
  const ben = at(tablet)
  await press(ben, 'button', words.bar.help)
  await screen.findByText('0117 496 0101')
  expect(screen.getByText(words.help.today)).toBeTruthy()
  await ben.keyboard('{Escape}')
  await waitFor(() => expect(document.activeElement?.textContent).toBe(words.bar.help))
})

it('never puts Erase first, and sends nothing while there is no answer', async () => {
  const tablet = fakeTablet(formScene({ ...newForm(), state: 'stopping' }))
  const ben = at(tablet)
  const list = await screen.findByRole('list')
  const names = [...list.querySelectorAll('button')].map(button => button.textContent)
  expect(names).toEqual([words.stop.send, words.stop.keep, words.stop.erase, words.stop.back])
  await ben.click(screen.getByRole('button', { name: words.stop.send }))
  expect(tablet.made).toEqual([])
  expect(screen.getByText(words.stop.sendnone)).toBeTruthy()
})

it('asks before it erases a form from the curtain, since it may be somebody else’s', async () => {
  const tablet = fakeTablet({ at: 'curtain', drafts: [{ id: 'a', shape: 'moon', colour: 'brown' }] })
  const ben = at(tablet)
  await ben.click(await screen.findByRole('button', { name: words.curtain.notme }))
  expect(tablet.tried).toEqual([])
  await ben.click(await screen.findByRole('button', { name: words.curtain.erase }))
  expect(tablet.tried).toEqual(['a'])
})

it('forgets the size that Ben chose when he is gone, so that the next person sees nothing of him', async () => {
  const tablet = fakeTablet({ at: 'welcome', drafts: [] })
  const ben = at(tablet)
  await press(ben, 'button', words.welcome.ways)
  await ben.click(await screen.findByRole('radio', { name: words.look.largest }))
  await press(ben, 'button', words.close)
  await waitFor(() => expect(document.documentElement.dataset.size).toBe('largest'))
  await press(ben, 'button', words.welcome.start)
  await press(ben, 'button', words.card.begin)
  await press(ben, 'button', words.bar.pause)
  await press(ben, 'button', words.gate.none)
  await screen.findByRole('heading', { name: words.curtain.title })
  await waitFor(() => expect(document.documentElement.dataset.size).toBe('normal'))
})
