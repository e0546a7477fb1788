// Which figures of a small distribution can be printed so that nobody can work out the others, knowing all of this.
//
// Ways of printing are tried from the most telling to the least. All distributions of one base that are still without a
// way are printed in the way at hand and sorted by what is seen; those of a kind are settled if, among them, each hidden
// figure has two values or more. Whoever sees the print can only know that it is one of those.

export type Way = 'shown' | 'few' | 'most' | 'hidden'

type Ways = readonly Way[]
type Print = (figures: readonly number[], edge: number) => Ways

const tables = new Map<string, ReadonlyMap<string, Ways>>()

/**
 * How each figure is to be printed; the figures add up to the base, which the reader has. `edge`: the widest band, in forms.
 * `presumed`: the place of a figure that the reader may presume to be none, or -1.
 */
export function printed(figures: readonly number[], edge: number, presumed: number): Ways {
  const base = figures.reduce((sum, one) => sum + one, 0)
  const name = [base, figures.length, edge, presumed].join()
  const table = tables.get(name) ?? work(base, figures.length, edge, presumed)
  tables.set(name, table)
  return table.get(figures.join()) ?? figures.map(() => 'hidden')
}

function work(base: number, places: number, edge: number, presumed: number): ReadonlyMap<string, Ways> {
  const table = new Map<string, Ways>()
  let left = [...distributions(base, places)]
  for (const print of prints) {
    const kinds = Map.groupBy(left, figures => seen(print(figures, edge), figures))
    left = []
    for (const kind of kinds.values()) {
      const ways = print(kind[0] ?? [], edge)
      if (isSafe(kind, ways, presumed)) for (const figures of kind) table.set(figures.join(), ways)
      else left.push(...kind)
    }
  }
  return table
}

/** From the most telling: bands alone; one middling figure hidden, by its rank; the small ones alike; all; everything. */
const prints: readonly Print[] = [
  bands,
  ...[0, 1, 2, 3].map(rank => hideMiddling(order => [order[rank]])),
  hideMiddling(order => order.slice(0, 2)),
  hideMiddling(order => order.slice(1, 3)),
  hideSmall,
  hideMiddling(order => order),
  figures => figures.map(() => 'hidden'),
]

function bands(figures: readonly number[], edge: number): Way[] {
  const base = figures.reduce((sum, one) => sum + one, 0)
  return figures.map(one => (one <= edge ? 'few' : one >= base - edge ? 'most' : 'shown'))
}

/** Hides some of the figures outside the bands; `choose` is given their places, the largest figure's first. */
function hideMiddling(choose: (order: readonly number[]) => readonly (number | undefined)[]): Print {
  return (figures, edge) => {
    const ways = bands(figures, edge)
    const order = [...figures.keys()]
      .filter(place => ways[place] === 'shown')
      .sort((a, b) => (figures[b] ?? 0) - (figures[a] ?? 0))
    for (const place of choose(order)) if (place !== undefined) ways[place] = 'hidden'
    return ways
  }
}

/** Hides the least of the middling figures and whatever is below it, all alike. */
function hideSmall(figures: readonly number[], edge: number): Way[] {
  const ways = bands(figures, edge)
  const least = Math.min(...figures.filter((_, place) => ways[place] === 'shown'))
  return ways.map((way, place) => ((figures[place] ?? 0) <= least ? 'hidden' : way))
}

const seen = (ways: Ways, figures: readonly number[]): string =>
  ways.map((way, n) => (way === 'shown' ? figures[n] : way)).join()

/** Safe before whoever knows nothing else, and before whoever presumes that the presumed figure is none. */
function isSafe(kind: readonly (readonly number[])[], ways: Ways, presumed: number): boolean {
  const varies = (group: readonly (readonly number[])[], place: number) =>
    new Set(group.map(figures => figures[place])).size > 1
  const none = kind.filter(figures => figures[presumed] === 0)
  return ways.every(
    (way, place) =>
      way === 'shown' ||
      (varies(kind, place) && (place === presumed || none.length === 0 || varies(none, place))),
  )
}

function* distributions(base: number, places: number): Generator<readonly number[]> {
  if (places === 1) yield [base]
  else
    for (let first = 0; first <= base; first++)
      for (const rest of distributions(base - first, places - 1)) yield [first, ...rest]
}
