// A screen that is loaded when it is first needed, to keep the way to the first statement light.

import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

interface Failed {
  readonly again: () => void
}

/** A component that can be asked to come before it is shown. */
export type Coming<P> = ComponentType<P> & { readonly come: () => Promise<void> }

/** The component that `load` will bring; `Failure` is shown if it does not come. */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Failure: ComponentType<Failed>,
): Coming<P> {
  let loaded: ComponentType<P> | undefined
  const come = async () => {
    loaded = await load()
  }
  function Later(props: P) {
    const [state, change] = useState<'waiting' | 'here' | 'failed'>(loaded ? 'here' : 'waiting')
    useEffect(() => {
      if (state !== 'waiting') return
      let here = true
      come().then(
        () => here && change('here'),
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
  return Object.assign(Later, { come })
}
