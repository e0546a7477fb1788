// Why: what is fast today and grows faster than its work is slow next year. Each bench at 1, 10 and 100 times its work, with its slope.

import type { Bench, Growth, Run } from './harness/bench.ts'

/** Lets each bench grow, one after the other, by its name. */
export async function growths(benches: readonly Bench[], run: Run): Promise<Record<string, Growth>> {
  const all: Record<string, Growth> = {}
  for (const bench of benches) {
    run.say(`growth of ${bench.name}`)
    all[bench.name] = await bench.grow(run)
  }
  return all
}
