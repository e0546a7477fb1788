// Every screen, from the examples: one heading, which has the focus, and a name for everything to press.

import { cleanup, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { App } from '../../../src/ui/app.tsx'
import { examples } from '../../playground/examples.ts'

afterEach(cleanup)

describe.each(Object.entries(examples))('the screen "%s"', (_, example) => {
  it('moves the focus to its one heading, so that Amina hears where she is', async () => {
    render(<App tablet={example()} />)
    const heading = await screen.findByRole('heading', { level: 1 })
    await waitFor(() => expect(document.activeElement).toBe(heading))
  })

  it('names all that can be pressed, so that a screen reader can say it', async () => {
    render(<App tablet={example()} />)
    await screen.findByRole('heading', { level: 1 })
    for (const role of ['button', 'radio', 'checkbox', 'progressbar'] as const) {
      for (const control of screen.queryAllByRole(role)) {
        const words = control.getAttribute('aria-label') ?? control.closest('label, button')?.textContent
        expect(words?.trim()).toBeTruthy()
      }
    }
  })
})
