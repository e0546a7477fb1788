// The heading of a screen, which takes the focus when the screen changes, so that it is read out first.

import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

interface HeadingProps {
  readonly id?: string
  /** What, when it changes, makes this another screen. */
  readonly of?: string
  readonly children: ComponentChildren
}

export function Heading({ id, of, children }: HeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  // Another screen, another focus.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [of])
  return (
    <h1 ref={heading} tabIndex={-1} {...(id ? { id } : {})}>
      {children}
    </h1>
  )
}
