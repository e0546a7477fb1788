// How a screen watches a value that changes behind it.

import { useEffect, useState } from 'preact/hooks'

interface Watchable<T> {
  get(): T
  watch(changed: () => void): () => void
}

/** The value now; the component draws itself again whenever it changes. */
export function useWatched<T>(source: Watchable<T>): T {
  const [, again] = useState({})
  useEffect(() => {
    again({})
    return source.watch(() => again({}))
  }, [source])
  return source.get()
}
