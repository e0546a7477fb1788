// A day to choose, or to type as the browser has it, with its label above it and its hint or trouble tied to it.

import { Hint, hintOf } from './hint.tsx'

interface DayProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly hint?: string
  readonly first?: string | undefined
  readonly last?: string | undefined
  readonly trouble?: string | undefined
  /** Said at once by a screen reader: the trouble came of what was sent, and the focus may be elsewhere. */
  readonly isTold?: boolean
  change(value: string): void
}

export function Day({ id, label, value, hint, first, last, trouble, isTold, change }: DayProps) {
  const said = [hintOf({ of: id, hint }), trouble ? `${id}-trouble` : ''].filter(Boolean).join(' ')
  return (
    <div class="office-field">
      <label for={id}>{label}</label>
      <Hint of={id} hint={hint} />
      {trouble && (
        <p class="office-notice" id={`${id}-trouble`} role={isTold ? 'alert' : undefined}>
          {trouble}
        </p>
      )}
      <input
        id={id}
        type="date"
        class="office-day"
        min={first}
        max={last}
        value={value}
        aria-invalid={trouble ? true : undefined}
        aria-describedby={said || undefined}
        onInput={event => change(event.currentTarget.value)}
      />
    </div>
  )
}
