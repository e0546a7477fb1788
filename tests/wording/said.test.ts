// What was said is remembered, since a screen says it again at every tap; and it is never the last language's.

import { afterEach, describe, expect, it } from 'vitest'
import { load, loadScreens, say, t } from '../../src/wording/words.ts'

afterEach(() => void say('en', 'standard'))

describe('what is said', () => {
  it('is said in the language that was chosen last, whoever said it before', async () => {
    await load('pl')
    const english = t('welcome.title')
    say('pl', 'standard')
    expect(t('welcome.title')).not.toBe(english)
    say('en', 'standard')
    expect(t('welcome.title')).toBe(english)
  })

  it('is said in plainer words as soon as they are chosen', async () => {
    await load('en')
    const standard = t('card.what')
    say('en', 'easy')
    const easy = t('card.what')
    say('en', 'standard')
    expect([t('card.what'), easy === standard]).toEqual([standard, false])
  })

  it('is said in words that came later, though nothing could be said before', async () => {
    await loadScreens()
    expect(t('stop.erase')).not.toBe('stop.erase')
  })

  it('has its gaps filled anew each time', () => {
    expect(t('statement.progress', { n: 3, of: 23 })).not.toBe(t('statement.progress', { n: 4, of: 23 }))
  })
})
