// Where the booklet's ideas do not come, nobody meets a door that leads nowhere, and nothing else is missing.

import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { plainManner } from '../../../src/form/form.ts'
import { App } from '../../../src/ui/app.tsx'
import { learnWords } from '../../../src/wording/learn.ts'
import { t } from '../../../src/wording/words.ts'
import { fakeTablet, ward } from '../../fakes/tablet.ts'

const tries = vi.hoisted(() => ({ n: 0 }))
vi.mock('../../../src/ui/learn/room.ts', () => ({
  room: async () => {
    tries.n += 1
    throw new Error('not on this tablet')
  },
}))

afterEach(cleanup)

it('leaves staff their way to send, and Amina hers on', async () => {
  const { unmount } = render(<App tablet={fakeTablet({ at: 'shift' }, ward())} />)
  await screen.findByRole('heading', { level: 1, name: t('shift.title') })
  await vi.waitFor(() => expect(tries.n).toBe(1))
  expect(screen.getByRole('button', { name: t('shift.send') })).toBeTruthy()
  unmount()
  render(
    <App
      tablet={fakeTablet({ at: 'card', language: 'en', manner: plainManner, helper: 'nobody' }, ward())}
    />,
  )
  ;(await screen.findByRole('button', { name: t('card.more') })).click()
  await screen.findByRole('heading', { level: 1, name: t('more.title') })
  await vi.waitFor(() => expect(tries.n).toBe(2))
  expect(screen.getByRole('button', { name: t('close') })).toBeTruthy()
  expect(screen.queryByRole('button', { name: learnWords().words.title })).toBeNull()
  expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1)
})
