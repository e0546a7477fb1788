// The patterns of the bars once more, with colours of their own, for drawings that leave the page.

import { BAR, PAPER } from './ink.tsx'

/** Empty, half and full for the three answers; quieter marks for the rest (patterns.tsx). */
export function StandalonePatterns() {
  return (
    <defs>
      <Swatch name="not-at-all" />
      <Swatch name="sometimes" size={6}>
        <path d="M-1 7 L7 -1 M-1 1 L1 -1 M5 7 L7 5" fill="none" stroke={BAR} stroke-width="1.5" />
      </Swatch>
      <Swatch name="all-the-time">
        <rect width="8" height="8" fill={BAR} />
      </Swatch>
      <Swatch name="skipped">
        <circle cx="4" cy="4" r="1" fill={BAR} />
      </Swatch>
      <Swatch name="unreached" />
      <Swatch name="no-answer" />
      <Swatch name="together" />
    </defs>
  )
}

interface SwatchProps {
  readonly name: string
  readonly size?: number
  readonly children?: preact.ComponentChildren
}

function Swatch({ name, size = 8, children }: SwatchProps) {
  return (
    <pattern id={`drawn-${name}`} width={size} height={size} patternUnits="userSpaceOnUse">
      <rect width={size} height={size} fill={PAPER} />
      {children}
    </pattern>
  )
}
