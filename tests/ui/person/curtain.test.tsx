// The curtain and the forms that wait behind it: nothing on it moves, and nobody's place on it is lost.

import { act, cleanup, render, screen } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { App } from '../../../src/ui/app.tsx'
import { fakeTablet } from '../../fakes/tablet.ts'
import { words } from '../../fixtures/words.ts'

afterEach(cleanup)

const drafts = [{ id: 'a', shape: 'moon', colour: 'brown' }] as const

describe('the curtain', () => {
  it('shows a form that waits together with the way to a new one, so that no button moves', async () => {
    render(<App tablet={fakeTablet({ at: 'curtain', drafts })} />)
    await screen.findByRole('button', { name: words.curtain.new })
    expect(screen.getByRole('button', { name: words.curtain.carry })).toBeTruthy()
  })

  it('stays itself when the disk has said what waits, so that a screen reader is not sent back to its start', async () => {
    const tablet = fakeTablet({ at: 'curtain', drafts: [] })
    render(<App tablet={tablet} />)
    const before = await screen.findByRole('heading', { name: words.curtain.title })
    const anew = screen.getByRole('button', { name: words.curtain.new })
    await act(() => tablet.scene.set({ at: 'curtain', drafts }))
    await screen.findByRole('button', { name: words.curtain.carry })
    expect(screen.getByRole('heading', { name: words.curtain.title })).toBe(before)
    expect(screen.getByRole('button', { name: words.curtain.new })).toBe(anew)
  })
})
