// The words of what staff do to look after a tablet, in English for now. They come with the staff's screens.

import words from '../../locales/en/staff.json'

/** Every word of the staff's part, by screen. */
export const staffWords = words

/** A sentence with its {{gaps}} filled. Throws RangeError for a gap without a value. */
export function tell(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, gap: string) => {
    const value = values[gap]
    if (value === undefined) throw new RangeError(`no value for ${gap}`)
    return String(value)
  })
}

/** The sentence for a number of things, with {{n}} and other gaps filled. */
export const tellCount = (
  one: string,
  other: string,
  n: number,
  more: Readonly<Record<string, string>> = {},
): string => tell(n === 1 ? one : other, { n, ...more })

/** Things one after the other in a sentence: 3 forms wait, 1 form is set aside and 2 forms are not finished. */
export const listed = (things: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(things)
