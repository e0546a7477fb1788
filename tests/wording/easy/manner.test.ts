// Plainer words lie over the standard ones of the same language, never over those of another.

import { expect, it, vi } from 'vitest'
import { load, say, t } from '../../../src/wording/words.ts'

vi.mock('../../../src/wording/packs.ts', () => {
  const bar = { skip: 'Pomiń', stop: 'Zakończ' }
  const easy = (screens: object) => ({ screens })
  return {
    packs: {
      en: async () => ({ modes: {}, easy: easy({ bar: { skip: 'Leave it out' } }) }),
      pl: async () => ({ first: { bar }, modes: {}, easy: easy({ bar: { stop: 'Koniec' } }) }),
    },
  }
})

it('says no English to a person who reads Polish, though English has a plainer word for this and Polish none', async () => {
  await load('en')
  await load('pl')
  say('en', 'easy')
  expect([t('bar.skip'), t('bar.stop')]).toEqual(['Leave it out', 'Stop'])
  say('pl', 'easy')
  expect([t('bar.skip'), t('bar.stop')]).toEqual(['Pomiń', 'Koniec'])
  say('pl', 'standard')
  expect([t('bar.skip'), t('bar.stop')]).toEqual(['Pomiń', 'Zakończ'])
})
