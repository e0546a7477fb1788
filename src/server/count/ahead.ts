// Work on some things at once, and what comes of it in the order of the things.

/** Begins the work on the next of all while that on `most` before it is under way; gives what came of each, in order. */
export async function* ahead<A, B>(
  all: Iterable<A>,
  most: number,
  work: (one: A) => Promise<B>,
): AsyncGenerator<B> {
  const begun: Promise<B>[] = []
  for (const one of all) {
    const doing = work(one)
    // Whoever takes it hears of its failure; until then nobody does, and that must not end the process.
    doing.catch(() => undefined)
    const first = begun.push(doing) > most ? begun.shift() : undefined
    if (first) yield await first
  }
  for (const doing of begun) yield await doing
}
