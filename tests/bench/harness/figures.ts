// Figures of one contender: their median, their spread, and whether they are too noisy to be believed.

/** Of some samples: the median, the quartiles around it, and how many they were. */
export interface Spread {
  readonly median: number
  readonly low: number
  readonly high: number
  readonly n: number
}

const at = (sorted: readonly number[], share: number): number => {
  const place = (sorted.length - 1) * share
  const [below = 0, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return below + (above - below) * (place - Math.floor(place))
}

/** A share of some samples, such as 0.95 for the ninety-fifth percentile. Throws RangeError for none. */
export function percentile(samples: readonly number[], share: number): number {
  if (samples.length === 0) throw new RangeError('no samples')
  return at(
    samples.toSorted((a, b) => a - b),
    share,
  )
}

/** Median and quartiles. Throws RangeError for none. */
export const spread = (samples: readonly number[]): Spread => ({
  median: percentile(samples, 0.5),
  low: percentile(samples, 0.25),
  high: percentile(samples, 0.75),
  n: samples.length,
})

/** A figure that is counted and not timed: it has no spread. */
export const exactly = (figure: number): Spread => ({ median: figure, low: figure, high: figure, n: 1 })

/** Half of the samples lie further apart than a quarter of their median: say so instead of believing it. */
export const isNoisy = ({ median, low, high, n }: Spread): boolean => n > 1 && high - low > median / 4

/** The exponent of took = a × work^slope, by least squares of the logarithms: 0 is flat, 1 is in proportion. */
export function slope(points: readonly { readonly work: number; readonly took: number }[]): number {
  const logs = points.map(({ work, took }) => ({ x: Math.log(work), y: Math.log(took) }))
  const mean = (of: 'x' | 'y') => logs.reduce((sum, one) => sum + one[of], 0) / logs.length
  const [x, y] = [mean('x'), mean('y')]
  const over = logs.reduce((sum, one) => sum + (one.x - x) * (one.y - y), 0)
  return over / logs.reduce((sum, one) => sum + (one.x - x) ** 2, 0)
}
