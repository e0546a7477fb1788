// What every screen of a person owes them: the four in their place, whom Help names, and an answer that is owed.

import { cleanup, render, screen, waitFor } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { Form } from '../../../src/form/form.ts'
import { App } from '../../../src/ui/app.tsx'
import { fakeTablet, formScene, newForm, ward } from '../../fakes/tablet.ts'
import { words } from '../../fixtures/words.ts'

afterEach(cleanup)

type Place = Extract<Form, { state: 'answering' }>['place']
const places: readonly Place[] = [
  { at: 'statement', n: 1, changing: false },
  { at: 'statement', n: 23, changing: false },
  { at: 'topics' },
  { at: 'review' },
]

describe('a form', () => {
  it.each(places)(
    'has Skip, Stop, Help and Pause in that order at $at, so that Ben never looks for them',
    async place => {
      render(<App tablet={fakeTablet(formScene({ ...newForm(), state: 'answering', place }))} />)
      const bar = await screen.findByRole('navigation', { name: words.bar.name })
      const names = [...bar.querySelectorAll('button')].map(button => button.textContent)
      expect(names).toEqual([words.bar.skip, words.bar.stop, words.bar.help, words.bar.pause])
    },
  )
})

describe('Help', () => {
  it('names all five with their numbers, so that nobody who is not safe is left without one', async () => {
    render(<App tablet={fakeTablet(formScene(newForm()))} />)
    await userEvent.setup().click(screen.getByRole('button', { name: words.bar.help }))
    await screen.findByRole('heading', { name: words.help.title })
    for (const { name, phone } of Object.values(ward().contacts)) {
      expect(screen.getByText(name)).toBeTruthy()
      expect(screen.getByText(phone)).toBeTruthy()
    }
  })
})

describe('Welcome', () => {
  it('says when the ward spoke and that nobody has answered yet, so that silence is not hidden', async () => {
    render(<App tablet={fakeTablet({ at: 'welcome', drafts: [] })} />)
    expect(screen.getByText('You told us on 1 March. We have not answered yet.')).toBeTruthy()
  })

  it('forgets how it looked for who was here, so that the next person sees nothing of the last', async () => {
    render(<App tablet={fakeTablet({ at: 'welcome', drafts: [] })} />)
    const joe = userEvent.setup()
    const press = async (name: string) => joe.click(await screen.findByRole('button', { name }))
    await press(words.welcome.ways)
    await joe.click(await screen.findByRole('radio', { name: words.look.largest }))
    for (const name of [
      words.close,
      words.welcome.start,
      words.card.begin,
      words.bar.pause,
      words.gate.none,
      words.curtain.new,
    ])
      await press(name)
    const title = await screen.findByRole('heading', { name: words.welcome.title })
    // Drawn, with all that comes after.
    await waitFor(() => expect(document.activeElement).toBe(title))
    expect(document.documentElement.dataset.size).toBe('normal')
  })
})
