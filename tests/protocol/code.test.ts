// The code that a leader reads out and ward staff tap in: whatever is tapped is what was meant.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CODE_LENGTH, LETTERS, plainCode } from '../../src/protocol/code.ts'
import { newCode } from '../../src/server/secrets.ts'

describe('a code', () => {
  it('is made of the letters that the pad offers, so that Ruth can tap every one of them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: CODE_LENGTH, maxLength: CODE_LENGTH }), bytes => {
        const code = newCode(() => new Uint8Array(bytes))
        expect(code).toHaveLength(CODE_LENGTH)
        expect([...code].filter(letter => !LETTERS.includes(letter))).toEqual([])
        expect(plainCode(code)).toBe(code)
      }),
    )
    expect(new Set(LETTERS).size).toBe(32)
  })

  it('is the same with a letter O for nought, I or L for one, and any gaps, since Ruth copies it by eye', () => {
    expect(plainCode(' o1-il 7q ')).toBe('01117Q')
  })
})
