// How far a figure from few forms may be from what many would say: the Wilson score interval.
//
// The forms are those of people who chose to answer, and no sample. So the interval answers a supposition alone: *if these
// forms stood for many more*. It is for a figure that is shown, never for a banded one.

/** Shares of the forms, 0 to 1. */
export interface Interval {
  readonly from: number
  readonly to: number
}

/** An interval in whole numbers: *from 48 to 85 in 100*. `small`: the base is small, and the words are to say so. */
export interface Reading extends Interval {
  readonly small: boolean
}

/** The normal deviate beyond which 5 in 100 lie, on both sides together. */
const Z = 1.959964

/**
 * Forms in a base from which it is no longer called small. Under a hundred, *in 100* would speak of more forms than there
 * are; and from 93 on no interval is wider than 20 in 100. It looks at the base alone: one release, one word for all of it.
 */
const LARGE_BASE = 100

/**
 * The 95 % interval of a count of forms, as shares of their base. Source: E. B. Wilson, Probable inference, the law of
 * succession, and statistical inference, Journal of the American Statistical Association 22 (1927), 209–212.
 * Throws a RangeError when there cannot be so many forms in such a base.
 */
export function interval(forms: number, base: number): Interval {
  if (!Number.isInteger(forms) || !Number.isInteger(base) || forms < 0 || base < 1 || forms > base)
    throw new RangeError('no count of a base')
  const weight = 1 + Z ** 2 / base
  const middle = (forms + Z ** 2 / 2) / base / weight
  const reach = (Z * Math.sqrt((forms * (base - forms)) / base + Z ** 2 / 4)) / base / weight
  return {
    // At the ends the two parts are equal but for their last binary place, which must not pass for a share.
    from: forms === 0 ? 0 : middle - reach,
    to: forms === base ? 1 : middle + reach,
  }
}

/** The interval for the office's words, rounded to the nearest whole numbers in 100. Throws as `interval` does. */
export function reading(forms: number, base: number): Reading {
  const { from, to } = interval(forms, base)
  return { from: Math.round(from * 100), to: Math.round(to * 100), small: base < LARGE_BASE }
}

/**
 * The interval in per cent with one decimal, as every door prints it. It is rounded from two decimals, as the known answers of
 * this method are: 24.2494 is 24.25 and then 24.3. Throws as `interval` does.
 */
export function percents(forms: number, base: number): Interval {
  const { from, to } = interval(forms, base)
  return { from: oneDecimal(from), to: oneDecimal(to) }
}

const oneDecimal = (share: number): number => Math.round(Math.round(share * 10_000) / 10) / 10
