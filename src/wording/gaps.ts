// Sentences with {{gaps}}, filled. A file of its own in the build: staff's screens and the office load it, and neither with
// it the words of the other.

/** A sentence with its {{gaps}} filled. Throws RangeError for a gap without a value. */
export function say(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, gap: string) => {
    const value = values[gap]
    if (value === undefined) throw new RangeError(`no value for ${gap}`)
    return String(value)
  })
}

/** The sentence for a number of things, with {{n}} and whatever other gaps filled. */
export const sayCount = (
  forms: { readonly one: string; readonly other: string },
  n: number,
  values: Readonly<Record<string, string | number>> = {},
): string => say(n === 1 ? forms.one : forms.other, { ...values, n })

/** Things one after the other in a sentence: Maple, Oak and Ash. */
export const listWords = (things: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(things)
