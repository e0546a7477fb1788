// The button that sends a form of the office.

import type { ComponentChildren } from 'preact'

interface SendProps {
  readonly label: string
  /** While what was pressed is under way. */
  readonly busy?: boolean
  /** What stands beside it: a way back, or a way to stop. */
  readonly children?: ComponentChildren
}

export const Send = ({ label, busy, children }: SendProps) => (
  <p class="office-row">
    <button type="submit" class="office-button office-main" aria-disabled={busy}>
      {label}
    </button>
    {children}
  </p>
)
