// A link inside the office: a real address, opened without loading the page anew.

import type { ComponentChildren } from 'preact'
import { useDesk } from './desk.ts'

export function Link({ to, children, ...rest }: { to: string; class?: string; children: ComponentChildren }) {
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
