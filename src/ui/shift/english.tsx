// Words that are there in English alone: said to be so, and set in their own direction, among those of any language.

import type { ComponentChildren } from 'preact'

interface EnglishProps {
  readonly class?: string
  readonly children: ComponentChildren
}

export const English = ({ class: name, children }: EnglishProps) => (
  <div lang="en" dir="ltr" {...(name && { class: name })}>
    {children}
  </div>
)
