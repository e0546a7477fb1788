import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { plainManner, type Switches } from '../../../src/form/form.ts'
import { step } from '../../../src/form/step.ts'
import { App } from '../../../src/ui/app.tsx'
import { groupsOf } from '../../../src/ui/switches/groups.ts'
import { fakeTablet, formScene, newForm } from '../../fakes/tablet.ts'

const framed = () => document.querySelector('.framed')
/** At a person's pace: what comes sooner is a switch that bounces. */
const pause = () => new Promise(done => setTimeout(done, 400))
const space = async () => {
  await pause()
  fireEvent.keyDown(document.body, { key: ' ' })
}
const enter = async () => {
  await pause()
  fireEvent.keyDown(document.body, { key: 'Enter' })
}

async function sit(switches: Switches, stopped = false) {
  const form = newForm({ ...plainManner, switches })
  const stopping = stopped ? step(form, { type: 'stop' }) : form
  if (!('place' in stopping) || stopping.state === 'kept') throw new Error('not open')
  const tablet = fakeTablet(formScene(stopping))
  render(<App tablet={tablet} />)
  await waitFor(() => expect(framed()).toBeTruthy())
  return tablet
}
afterEach(cleanup)

describe('Grace, who has two switches', () => {
  it('moves the frame with one and chooses with the other', async () => {
    const tablet = await sit('two')
    expect(framed()?.getAttribute('role')).toBe('radiogroup')
    await enter()
    await waitFor(() => expect(framed()?.textContent).toContain('Not at all'))
    await space()
    await waitFor(() => expect(framed()?.textContent).toContain('Sometimes'))
    await enter()
    expect(tablet.made).toEqual([{ type: 'choose', item: 'eval-01', choice: 'sometimes' }])
  })

  it('presses once however long she holds, so that a held switch is not many wishes', async () => {
    const tablet = await sit('two')
    for (const repeat of [false, true, true]) fireEvent.keyDown(document.body, { key: 'Enter', repeat })
    expect(tablet.made).toEqual([])
  })
})

describe('a switch that bounces', () => {
  it('is one press, so that it answers nothing that nobody chose', async () => {
    const tablet = await sit('two')
    await enter()
    fireEvent.keyDown(document.body, { key: 'Enter' })
    expect(tablet.made).toEqual([])
  })

  it('still counts as somebody being there, so that the curtain does not fall on her', async () => {
    await sit('two')
    const heard = vi.fn()
    document.addEventListener('keydown', heard)
    await enter()
    document.removeEventListener('keydown', heard)
    expect(heard).toHaveBeenCalledOnce()
  })
})

it('takes two presses on Stop’s page, where one that comes late would erase everything', async () => {
  const tablet = await sit('two', true)
  await waitFor(() => expect(framed()?.textContent).toContain('Send what I have answered'))
  await space()
  await space()
  await waitFor(() => expect(framed()?.textContent).toContain('Erase it all'))
  await enter()
  expect(tablet.made).toEqual([])
  await enter()
  expect(tablet.made).toEqual([{ type: 'erase' }])
})

it('leaves staff’s way in out of the frame, since it leads out of every mode', async () => {
  render(<App tablet={fakeTablet({ at: 'welcome', drafts: [] })} />)
  await screen.findByRole('button', { name: 'Staff' })
  const reached = groupsOf(document).flatMap(({ items }) => items.map(item => item.textContent))
  expect(reached).toContain('Start')
  expect(reached).not.toContain('Staff')
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
    await space()
    await waitFor(() => expect(framed()?.textContent).toContain('Not at all'))
    await enter()
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
