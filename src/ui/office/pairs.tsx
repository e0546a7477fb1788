// What something is, line by line: a term, and what is said of it.

import type { ComponentChildren } from 'preact'

interface PairsProps {
  readonly lines: readonly (readonly (string | undefined)[])[]
  /** Further lines, whose words are more than a text. */
  readonly children?: ComponentChildren
}

export const Pairs = ({ lines, children }: PairsProps) => (
  <dl class="office-pairs">
    {lines.map(([term, said]) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>{said}</dd>
      </div>
    ))}
    {children}
  </dl>
)
