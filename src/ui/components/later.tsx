// A screen that is loaded when it is first needed, to keep the way to the first statement light.

import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

interface Failed {
  readonly again: () => void
}

/** The component that `load` will bring; `Failure` is shown if it does not come. */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Failure: ComponentType<Failed>,
): ComponentType<P> {
  let loaded: ComponentType<P> | undefined
  return function Later(props: P) {
    const [state, change] = useState<'waiting' | 'here' | 'failed'>(loaded ? 'here' : 'waiting')
    useEffect(() => {
      if (state !== 'waiting') return
      let here = true
      load().then(
        component => {
          loaded = component
          if (here) change('here')
        },
        () => here && change('failed'),
      )
      return () => {
        here = false
      }
    }, [state])
    if (state === 'failed') return <Failure again={() => change('waiting')} />
    const Loaded = loaded
    return Loaded ? <Loaded {...props} /> : null
  }
}
