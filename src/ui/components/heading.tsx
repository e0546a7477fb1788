// The heading of a screen, which takes the focus when the screen changes, so that it is read out first.

import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface HeadingProps {
  readonly id?: string
  /** What, when it changes, makes this another screen. */
  readonly of?: string
  readonly children: ComponentChildren
}

export function Heading({ id, of, children }: HeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  // Another screen, another focus: before it is painted, or a quick second key would go to what has gone.
  useLayoutEffect(() => {
    heading.current?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [of])
  return (
    <h1 ref={heading} tabIndex={-1} {...(id ? { id } : {})}>
      {children}
    </h1>
  )
}
