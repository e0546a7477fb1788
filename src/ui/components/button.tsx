// A button: one that leads on, a plain one, or a quiet one; and how it says that it can't be pressed yet.

import type { ComponentChildren } from 'preact'

interface ButtonProps {
  readonly kind?: 'main' | 'plain' | 'quiet'
  /** Looks unavailable but can still be reached, so that it can say why. */
  readonly unavailable?: boolean
  /** The id of the words that say more about it. */
  readonly describedBy?: string | undefined
  readonly label?: string
  readonly onPress: () => void
  readonly children: ComponentChildren
}

export function Button({ kind = 'plain', unavailable, describedBy, label, onPress, children }: ButtonProps) {
  return (
    <button
      type="button"
      class={`button ${kind}`}
      onClick={onPress}
      aria-disabled={unavailable ? 'true' : undefined}
      aria-describedby={describedBy}
      aria-label={label}
    >
      {children}
    </button>
  )
}
