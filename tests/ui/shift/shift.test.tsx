// Ruth, a nurse at the end of her shift, and whoever sets a tablet up.

import { cleanup, render, screen } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import staff from '../../../locales/en/staff.json' with { type: 'json' }
import { LETTERS } from '../../../src/protocol/code.ts'
import { App } from '../../../src/ui/app.tsx'
import { fakeTablet, still } from '../../fakes/tablet.ts'
import { words } from '../../fixtures/words.ts'
import { examples } from '../../playground/examples.ts'

afterEach(cleanup)

const text = () => document.body.textContent

it('tells Ruth that she can go home when there is no signal', async () => {
  const tablet = examples['shift no signal']?.()
  if (!tablet) throw new Error('the example is gone')
  render(<App tablet={tablet} />)
  await screen.findByRole('heading', { name: words.shift.title })
  expect(text()).toContain(
    'No signal. Nothing is lost. 4 forms will send later by themselves. You can go home.',
  )
})

it('shows Ruth that everything arrived, and gives her nothing to open', async () => {
  const tablet = fakeTablet({ at: 'shift' }, undefined, { ...still, waiting: 12 })
  render(<App tablet={tablet} />)
  await userEvent.setup().click(await screen.findByRole('button', { name: words.shift.send }))
  expect(await screen.findByText('12 of 12 arrived.')).toBeTruthy()
  expect(screen.getAllByRole('button').map(button => button.textContent)).toEqual([
    words.shift.send,
    staff.tablet,
    words.shift.back,
  ])
})

it('says that it is ready without Wi-Fi only when that is true', async () => {
  render(<App tablet={fakeTablet({ at: 'shift' }, undefined, { ...still, ready: false })} />)
  await screen.findByRole('heading', { name: words.shift.title })
  expect(text()).not.toContain(words.shift.ready)
})

it('takes every letter of a code by tapping and by keyboard, and reads what can be mistaken as what was meant', async () => {
  const tablet = fakeTablet({ at: 'unenrolled', busy: false }, undefined)
  render(<App tablet={tablet} />)
  const ruth = userEvent.setup()
  for (const letter of LETTERS) expect(await screen.findByRole('button', { name: letter })).toBeTruthy()
  for (const letter of 'K7QM2') await ruth.click(await screen.findByRole('button', { name: letter }))
  await ruth.keyboard('xruoil')
  expect(tablet.tried).toEqual([])
  await ruth.click(screen.getByRole('button', { name: words.enrol.go }))
  expect(tablet.tried).toEqual(['K7QM2XR011'])
})

it('lets Ruth set the tablet up again when its permission has ended, and find her way back', async () => {
  const tablet = examples['shift permission ended']?.()
  if (!tablet) throw new Error('the example is gone')
  render(<App tablet={tablet} />)
  const ruth = userEvent.setup()
  await ruth.click(await screen.findByRole('button', { name: words.shift.again }))
  await screen.findByRole('heading', { name: words.enrol.title })
  await ruth.click(screen.getByRole('button', { name: words.close }))
  await screen.findByRole('heading', { name: words.shift.title })
})

it('asks nobody anything on a tablet that can’t send, and points staff to the shift screen', async () => {
  render(<App tablet={fakeTablet({ at: 'welcome', drafts: [], ended: true })} />)
  expect(screen.getByText(words.welcome.ended)).toBeTruthy()
  expect(screen.queryByRole('button', { name: words.welcome.start })).toBeNull()
  await userEvent.setup().click(screen.getByRole('button', { name: words.welcome.staff }))
  await screen.findByRole('heading', { name: words.shift.title })
})
