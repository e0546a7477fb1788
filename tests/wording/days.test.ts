import { afterEach, expect, it } from 'vitest'
import { dayWords, load, say } from '../../src/wording/words.ts'

afterEach(() => void say('en', 'standard'))

it.each([
  ['en', '1 March 2026', '1 March'],
  ['pl', '1 marca 2026', '1 marca'],
  // Not every browser knows these three: one would say “March 1” to a Welsh reader.
  ['cy', '1 Mawrth 2026', '1 Mawrth'],
  ['so', '1 Maarso 2026', '1 Maarso'],
])('says a day in %s as people there say it', async (tag, full, short) => {
  await load(tag)
  say(tag, 'standard')
  expect([dayWords('2026-03-01'), dayWords('2026-03-01', false)]).toEqual([full, short])
})
