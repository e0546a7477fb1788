// Boxes that are being counted while Grace looks: that it goes on, that nothing can be lost, and no number of forms.

import { cleanup, screen } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { WardView } from '../../../src/protocol/office.ts'
import { fakeOffice, heading, open } from './fake.tsx'
import { maple, oak, overview } from './fixtures.ts'
import { done } from './outcome.ts'

afterEach(cleanup)

beforeEach(() => {
  window.scrollTo = () => undefined
})

const counted = (ward: WardView): WardView => ({
  ...ward,
  box: { ...ward.box, counting: true },
})

/** An office that shows one state of the wards after the other, and then stays with the last. */
function going(...states: readonly (readonly WardView[])[]) {
  const left = [...states]
  const next = () => (left.length > 1 ? left.shift() : left[0]) ?? []
  return fakeOffice({
    look: {
      overview: () =>
        done(
          overview({ services: [{ id: 's', name: 'Adult', threshold: 10, wordings: [], wards: next() }] }),
        ),
    },
  })
}

it('tells Grace how many boxes are not done, so that she sees a long count go on and need not wait', async () => {
  const ash = { ...maple, id: 'ash', name: 'Ash ward' }
  const first = [counted(maple), counted(ash), counted(oak)]
  open('/office', going(first, [maple, ash, counted(oak)], [maple, oak]))
  // Wards that are counted together have one box.
  expect(await screen.findByText(/2 boxes are not done yet\./)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Look again' }))
  expect(await screen.findByText(/1 box is not done yet\./)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Look again' }))
  expect(await screen.findAllByText(/Next count on/)).toHaveLength(2)
  expect(screen.queryByText(/not done yet/)).toBeNull()
})

it('says on the ward’s page that nothing can be lost, and no word of how many forms there are', async () => {
  open('/office/wards/maple', going([{ ...counted(maple), releases: [] }]))
  await heading('Maple ward')
  const box = screen.getByRole('region', { name: 'Its box' })
  expect(box.textContent).toContain('Its day, 1 March 2026, has come. It is being counted now')
  expect(box.textContent).toContain('Nothing is lost if the server is started again in the middle')
  expect(box.textContent).not.toMatch(/\d+ (in 100|of \d|forms)|%/)
  expect(box.querySelector('progress')).toBeNull()
})

it('says nothing of it on other days', async () => {
  open('/office', going([maple, oak]))
  await heading('Wards')
  expect(screen.queryByRole('button', { name: 'Look again' })).toBeNull()
  expect(screen.queryByText(/being counted/)).toBeNull()
})
