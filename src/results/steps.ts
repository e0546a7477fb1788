// Long sums in steps: whoever has others to serve takes one at a time, everybody else all of them at once.

/** A piece of work that may be left between two steps and taken up again. */
export type Steps<T> = Generator<undefined, T>

/** All steps, one after the other; what they come to. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
