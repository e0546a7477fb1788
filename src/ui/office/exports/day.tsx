// A day to choose, with its label above it and its hint or trouble tied to it.

import { Hint, hintOf } from '../hint.tsx'

interface DayProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly hint?: string
  readonly trouble?: string | undefined
  change(value: string): void
}

export function Day({ id, label, value, hint, trouble, change }: DayProps) {
  const said = [hintOf({ of: id, hint }), trouble ? `${id}-trouble` : ''].filter(Boolean).join(' ')
  return (
    <div class="office-field office-date">
      <label for={id}>{label}</label>
      <Hint of={id} hint={hint} />
      {trouble && (
        <p class="office-notice" id={`${id}-trouble`} role="alert">
          {trouble}
        </p>
      )}
      <input
        id={id}
        type="date"
        value={value}
        aria-invalid={trouble ? true : undefined}
        aria-describedby={said || undefined}
        onInput={event => change(event.currentTarget.value)}
      />
    </div>
  )
}
