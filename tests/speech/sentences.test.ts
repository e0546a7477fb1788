import { describe, expect, it } from 'vitest'
import { keyOf, normal, sentencesOf } from '../../src/speech/sentences.ts'

const cut = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end))

describe('a text is cut into sentences, so that a person hears one thing at a time', () => {
  it.each([
    [
      'Nobody reads this today. Not safe? Press Help.',
      ['Nobody reads this today.', 'Not safe?', 'Press Help.'],
    ],
    ['One moment', ['One moment']],
    ['“It is not sealed. I may pass it on.”', ['“It is not sealed.', 'I may pass it on.”']],
    ['Wi-Fi at 1.5 metres…  then more', ['Wi-Fi at 1.5 metres…', 'then more']],
    ['ਇਹ ਇੱਕ ਹੈ। ਇਹ ਦੋ ਹੈ।', ['ਇਹ ਇੱਕ ਹੈ।', 'ਇਹ ਦੋ ਹੈ।']],
    ['یہ ایک ہے۔ کیا یہ دو ہے؟', ['یہ ایک ہے۔', 'کیا یہ دو ہے؟']],
    ['  \n ', []],
    ['. . .', []],
  ])('%s', (text, sentences) => {
    expect(cut(text)).toEqual(sentences)
  })

  it('reads a telephone number figure by figure, so that Joe can dial it while he hears it', () => {
    expect(cut('0117 496').join('')).toBe('0117496')
    expect(cut('999')).toEqual(['9', '9', '9'])
    expect(cut('3 of 23')).toEqual(['3 of 23'])
  })
})

describe('a sentence has one key, wherever it is worked out', () => {
  it('whatever stands around it and however its letters are stored', () => {
    expect(keyOf('  Dach\nist  zu. ')).toBe(keyOf('Dach ist zu.'))
    expect(keyOf('“Cymorth i ŵyr.”')).toBe(keyOf('Cymorth i w\u0302yr.'))
    expect(normal('«Não» é assim')).toBe('Não é assim')
  })

  it('and another one for other words, or a question instead of a statement', () => {
    const keys = ['Staff ask.', 'Staff ask?', 'Staff asked.', 'staff ask.'].map(keyOf)
    expect(new Set(keys).size).toBe(4)
  })

  it('that never changes: the clips that were made are found by it', () => {
    expect(keyOf('Not at all')).toBe('26gu4stvvjp')
  })
})
