// A value that a screen can watch. All that the tablet's rooms and its screens share.

export interface Watched<T> {
  get(): T
  /** Calls back after each change; returns the way to stop. */
  watch(changed: () => void): () => void
}

export interface Settable<T> extends Watched<T> {
  set(value: T): void
}

export function watched<T>(first: T): Settable<T> {
  let value = first
  const watchers = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (next === value) return
      value = next
      for (const changed of watchers) changed()
    },
    watch(changed) {
      watchers.add(changed)
      return () => watchers.delete(changed)
    },
  }
}
