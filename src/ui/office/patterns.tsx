// The patterns of the bars: empty, half and full for the three answers, as quiet as their meaning for the rest.

import type { Figure } from '../../results/release.ts'
import { officeWords as words } from '../../wording/office.ts'

/** Drawn once a page; the bars and the key point to them. */
export function Patterns() {
  return (
    <svg class="office-patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <Pattern name="not-at-all" size={8} />
        <Pattern name="sometimes" size={6}>
          <path class="office-line" d="M-1 7 L7 -1 M-1 1 L1 -1 M5 7 L7 5" />
        </Pattern>
        <Pattern name="all-the-time" size={8}>
          <rect class="office-solid" width="8" height="8" />
        </Pattern>
        <Pattern name="skipped" size={8}>
          <circle class="office-dot" cx="4" cy="4" r="1" />
        </Pattern>
        <Pattern name="unreached" size={8} />
        <Pattern name="no-answer" size={8} />
        <Pattern name="together" size={8} />
      </defs>
    </svg>
  )
}

function Pattern({
  name,
  size,
  children,
}: {
  name: string
  size: number
  children?: preact.ComponentChildren
}) {
  return (
    <pattern id={`office-${name}`} width={size} height={size} patternUnits="userSpaceOnUse">
      {children}
    </pattern>
  )
}

/** Which pattern is which, in the order in which the parts stand. */
export function Key({ columns, hidden }: { columns: readonly Figure[]; hidden: boolean }) {
  const names = [...columns, ...(hidden ? (['together'] as const) : [])]
  return (
    <ul class="office-key" aria-label={words.release.key}>
      {names.map(name => (
        <li key={name}>
          <Swatch name={name} />
          {name === 'together' ? words.release.together : words.release.columns[name]}
        </li>
      ))}
    </ul>
  )
}

function Swatch({ name }: { name: string }) {
  return (
    <svg class="office-swatch" width="30" height="18" aria-hidden="true" focusable="false">
      <g class={`office-part-${name}`}>
        <rect class="office-fill" x="1" y="1" width="28" height="16" fill={`url(#office-${name})`} />
      </g>
    </svg>
  )
}
