// Ruth looks whether the languages of her ward are on the tablet.

import { act, cleanup, render, screen } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import staff from '../../../locales/en/staff.json' with { type: 'json' }
import { App } from '../../../src/ui/app.tsx'
import { fakeTablet, ward } from '../../fakes/tablet.ts'
import { words } from '../../fixtures/words.ts'

afterEach(cleanup)

const polish = ward({ wordings: ['pl/standard', 'pl/easy', 'en/easy'] })

async function atShiftEnd(settings: ReturnType<typeof ward>) {
  const tablet = fakeTablet({ at: 'shift' }, settings)
  render(<App tablet={tablet} />)
  await userEvent.setup().click(await screen.findByRole('button', { name: staff.tablet }))
  await screen.findByRole('heading', { name: words.setup.title })
  return tablet
}

it('shows Ruth how far each language has come, in megabytes, and to leave the page open until all are there', async () => {
  const tablet = await atShiftEnd(polish)
  await act(() => tablet.packs.set({ whole: [], coming: [{ tag: 'pl', done: 1_234_000, of: 4_000_000 }] }))
  expect(screen.getByText('Polski: 1.2 of 4.0 MB')).toBeTruthy()
  expect(screen.getByRole('progressbar', { name: 'Polski' }).getAttribute('value')).toBe('1234000')
  expect(screen.getByText(words.setup.stay)).toBeTruthy()
  await act(() => tablet.packs.set({ whole: ['pl'], coming: [] }))
  expect(screen.getByText('Polski: ready')).toBeTruthy()
  expect(screen.queryByText(words.setup.stay)).toBeNull()
})

it('says that it will try again when a language did not come, so that Ruth need not stay', async () => {
  const tablet = await atShiftEnd(polish)
  await act(() =>
    tablet.packs.set({ whole: [], coming: [{ tag: 'pl', done: 0, of: 400_000 }], failed: true }),
  )
  expect(screen.getByText('Polski: not here yet, 0.4 MB')).toBeTruthy()
  expect(screen.getByText(words.setup.failed)).toBeTruthy()
})

it('speaks of no language on a ward that has English only, nor of one that this version does not know', async () => {
  await atShiftEnd(ward({ wordings: ['en/easy', 'tlh/standard'] }))
  expect(screen.getByText(words.setup.none)).toBeTruthy()
  expect(screen.queryByRole('progressbar')).toBeNull()
})
