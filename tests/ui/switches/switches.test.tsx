import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { plainManner, type Switches } from '../../../src/form/form.ts'
import { App } from '../../../src/ui/app.tsx'
import { fakeTablet, formScene, newForm } from '../../fakes/tablet.ts'

const framed = () => document.querySelector('.framed')
const space = () => fireEvent.keyDown(document.body, { key: ' ' })
const enter = () => fireEvent.keyDown(document.body, { key: 'Enter' })

async function sit(switches: Switches) {
  const tablet = fakeTablet(formScene(newForm({ ...plainManner, switches })))
  render(<App tablet={tablet} />)
  await waitFor(() => expect(framed()).toBeTruthy())
  return tablet
}
afterEach(cleanup)

describe('Grace, who has two switches', () => {
  it('moves the frame with one and chooses with the other', async () => {
    const tablet = await sit('two')
    expect(framed()?.getAttribute('role')).toBe('radiogroup')
    enter()
    await waitFor(() => expect(framed()?.textContent).toContain('Not at all'))
    space()
    await waitFor(() => expect(framed()?.textContent).toContain('Sometimes'))
    enter()
    expect(tablet.made).toEqual([{ type: 'choose', item: 'eval-01', choice: 'sometimes' }])
  })

  it('presses once however long she holds, so that a held switch is not many wishes', async () => {
    const tablet = await sit('two')
    for (const repeat of [false, true, true]) fireEvent.keyDown(document.body, { key: 'Enter', repeat })
    expect(tablet.made).toEqual([])
  })
})

describe('Tom, who has one switch', () => {
  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setInterval', 'clearInterval'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('finds the frame on the next group after two seconds, and not before', async () => {
    await sit('one')
    vi.advanceTimersByTime(1900)
    expect(framed()?.getAttribute('role')).toBe('radiogroup')
    vi.advanceTimersByTime(200)
    await waitFor(() => expect(framed()?.classList.contains('onward')).toBe(true))
  })

  it('chooses with any key of his, since one switch is all he has', async () => {
    const tablet = await sit('one')
    space()
    await waitFor(() => expect(framed()?.textContent).toContain('Not at all'))
    enter()
    expect(tablet.made).toEqual([{ type: 'choose', item: 'eval-01', choice: 'not-at-all' }])
  })
})

it('lets a partner move the frame for Ada, and choose at her sign for yes', async () => {
  const tablet = await sit('partner')
  fireEvent.click(screen.getByRole('button', { name: 'Yes, this one' }))
  await waitFor(() => expect(framed()?.textContent).toContain('Not at all'))
  fireEvent.click(screen.getByRole('button', { name: 'Next' }))
  await waitFor(() => expect(framed()?.textContent).toContain('Sometimes'))
  fireEvent.click(screen.getByRole('button', { name: 'Yes, this one' }))
  expect(tablet.made).toEqual([{ type: 'choose', item: 'eval-01', choice: 'sometimes' }])
})

it('takes the frame away with the form, so that the next person does not find it', async () => {
  const tablet = await sit('two')
  tablet.go.pause()
  await waitFor(() => expect(framed()).toBeNull())
  expect(screen.queryByRole('region', { name: 'Switches' })).toBeNull()
})
