// The words on the screens keep to the house's rules: plain, short, no praise, no pressure, never "user".

import { describe, expect, it } from 'vitest'
import heard from '../../locales/en/heard.json' with { type: 'json' }
import { words as screens } from '../fixtures/words.ts'

function all(words: object): string[] {
  return Object.values(words).flatMap(value => (typeof value === 'string' ? [value] : all(value)))
}

describe.each([...all(screens), ...all(heard)])('%s', words => {
  it('is plain and short, so that a tired person can read it', () => {
    expect(words).not.toMatch(/!|\buser|submission|\banonymous|well done|great|congrat|only \d+ left/i)
    for (const sentence of words.split(/[.?:]\s/)) {
      expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(20)
    }
  })
})
