// A link inside the office: a real address, opened without loading the page anew.

import type { ComponentChildren } from 'preact'
import { useDesk } from './desk.ts'

interface LinkProps {
  readonly to: string
  readonly class?: string
  /** Whether it leads to where one is. */
  readonly 'aria-current'?: 'page' | undefined
  readonly 'aria-label'?: string
  readonly children: ComponentChildren
}

export function Link({ to, children, ...rest }: LinkProps) {
  const { go } = useDesk()
  const follow = (event: MouseEvent) => {
    // With a modifier the browser opens a tab or a window of its own.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return
    event.preventDefault()
    go(to)
  }
  return (
    <a href={to} onClick={follow} {...rest}>
      {children}
    </a>
  )
}
