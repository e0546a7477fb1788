// Sentences: what is read in one breath. The maker of the clips and the tablet cut here, so that they agree.

/** A part of a text: where it begins, and where the next thing begins. In UTF-16 units, as the DOM counts. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Up to a stop of any of our scripts with the quotes that close after it, or to the end. */
const SENTENCE = /\S.*?(?:[.?!…।۔؟]+["'”’»)\]]*(?=\s|$)|$)/gsu

/** A telephone number is read figure by figure. */
const NUMBER = /^\s*\+?\d[\d\s()-]+$/u

/** A text's sentences, by where they stand in it. */
export const sentencesOf = (text: string): Span[] =>
  [...text.matchAll(NUMBER.test(text) ? /\d/g : SENTENCE)]
    .map(({ index, 0: found }) => ({ start: index, end: index + found.trimEnd().length }))
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)))

/** The sentence without what nobody hears: quotes around it, doubled spaces, letters stored in two ways. */
export const normal = (sentence: string): string =>
  sentence
    .normalize('NFC')
    .replace(/["“”„«»‘]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()

/** A short name for a sentence, the same wherever it is worked out (cyrb53 by bryc, in base 36). */
export function keyOf(sentence: string): string {
  let one = 0xdeadbeef
  let two = 0x41c6ce57
  for (const letter of normal(sentence)) {
    const code = letter.codePointAt(0) ?? 0
    one = Math.imul(one ^ code, 2654435761)
    two = Math.imul(two ^ code, 1597334677)
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909)
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(36)
}
