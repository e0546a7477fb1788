// A hand that trembles taps twice: the second tap must not act on what nobody has seen yet.

import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, it } from 'vitest'
import { App } from '../../../src/ui/app.tsx'
import { type FakeTablet, fakeTablet, formScene, newForm } from '../../fakes/tablet.ts'
import { words } from '../../fixtures/words.ts'

afterEach(cleanup)

const events = (tablet: FakeTablet) => tablet.made.map(event => event.type)
const tap = (name: string, more: MouseEventInit = {}) =>
  fireEvent.click(screen.getByRole('button', { name }), { detail: 1, clientX: 100, clientY: 700, ...more })

it('skips one statement when Dai’s hand trembles, so that he answers none unseen', async () => {
  const tablet = fakeTablet(formScene(newForm()))
  render(<App tablet={tablet} />)
  tap(words.bar.skip)
  tap(words.bar.skip, { detail: 2, clientX: 104 })
  expect(events(tablet)).toEqual(['skip'])
  await new Promise(later => setTimeout(later, 400))
  tap(words.bar.skip)
  expect(events(tablet)).toEqual(['skip', 'skip'])
})

it('begins no form by the second half of a double tap on Start', async () => {
  const tablet = fakeTablet({ at: 'welcome', drafts: [] })
  render(<App tablet={tablet} />)
  tap(words.welcome.start)
  await screen.findByRole('button', { name: words.card.begin })
  tap(words.card.begin, { clientX: 110 })
  expect(tablet.scene.get().at).toBe('card')
})

it('lets quick taps on different buttons through, and every press of a key or a switch', () => {
  const tablet = fakeTablet(formScene(newForm()))
  render(<App tablet={tablet} />)
  tap(words.bar.skip)
  tap(words.statement.back, { clientX: 300 })
  tap(words.bar.skip, { detail: 0 })
  tap(words.bar.skip, { detail: 0 })
  expect(events(tablet)).toEqual(['skip', 'back', 'skip', 'skip'])
})

it('says plainly that a form is not erased yet, since the disk refused', async () => {
  const drafts = [{ id: 'a', shape: 'moon', colour: 'brown' }] as const
  render(<App tablet={fakeTablet({ at: 'curtain', drafts, unerased: 'a' })} />)
  expect(await screen.findByText(words.curtain.unerased)).toBeTruthy()
})
