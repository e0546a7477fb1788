// Something that is asked of the tablet when the screen needs it: on its way, here, or not to be had.

import { useCallback, useEffect, useState } from 'preact/hooks'

/** What came of it so far. */
export type Came<T> =
  | { readonly is: 'coming' }
  | { readonly is: 'here'; readonly value: T }
  | { readonly is: 'failed' }

/** Asks at once, whenever `of` changes, and when `again` is called; what is here stays until something else is. */
export function useAsked<T>(
  ask: () => Promise<T>,
  of: string,
): { readonly came: Came<T>; readonly again: () => void } {
  const [came, change] = useState<Came<T>>({ is: 'coming' })
  const again = useCallback(() => {
    change(now => (now.is === 'here' ? now : { is: 'coming' }))
    ask().then(
      value => change({ is: 'here', value }),
      () => change({ is: 'failed' }),
    )
  }, [])
  useEffect(again, [again, of])
  return { came, again }
}
