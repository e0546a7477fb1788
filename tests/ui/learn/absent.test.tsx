// Where the booklet's ideas do not come, staff meet no door that leads nowhere, and can send all the same.

import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { App } from '../../../src/ui/app.tsx'
import { learnWords } from '../../../src/wording/learn.ts'
import { t } from '../../../src/wording/words.ts'
import { fakeTablet, still, ward } from '../../fakes/tablet.ts'

const tries = vi.hoisted(() => ({ n: 0 }))
vi.mock('../../../src/ui/learn/room.ts', () => ({
  room: async () => {
    tries.n += 1
    throw new Error('not on this tablet')
  },
}))

afterEach(cleanup)

it('leaves staff their shift end', async () => {
  render(<App tablet={fakeTablet({ at: 'shift' }, ward(), { ...still, waiting: 3 })} />)
  await screen.findByRole('heading', { level: 1, name: t('shift.title') })
  await vi.waitFor(() => expect(tries.n).toBe(1))
  expect(screen.getByRole('button', { name: t('shift.send') }).getAttribute('aria-disabled')).toBeNull()
  expect(screen.queryByRole('button', { name: learnWords().words.title })).toBeNull()
  expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1)
})
