// Every screen, from the examples: one heading, which has the focus, and a name for everything to press.

import { cleanup, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { App } from '../../../src/ui/app.tsx'
import { examples, press } from '../../playground/examples.ts'

afterEach(cleanup)

describe.each(Object.entries(examples))('the screen "%s"', (name, example) => {
  async function open() {
    const { container } = render(<App tablet={example()} />)
    await press(name, container)
    // The page below is hidden from everybody by `hidden`.
    await waitFor(() => expect(container.querySelectorAll('.page:not([hidden]) h1')).toHaveLength(1))
  }

  it('moves the focus to its one heading, so that Amina hears where she is', async () => {
    await open()
    const heading = await screen.findByRole('heading', { level: 1 })
    await waitFor(() => expect(document.activeElement).toBe(heading))
  })

  it('names all that can be pressed, so that a screen reader can say it', async () => {
    await open()
    await screen.findByRole('heading', { level: 1 })
    for (const role of ['button', 'radio', 'checkbox', 'progressbar'] as const) {
      for (const control of screen.queryAllByRole(role)) {
        const words = control.getAttribute('aria-label') ?? control.closest('label, button')?.textContent
        expect(words?.trim()).toBeTruthy()
      }
    }
  })
})
