// A line to fill in, or a few, with its label above it and its hint or trouble tied to it.

import { Hint, hintOf } from './hint.tsx'

interface FieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly most: number
  readonly keys?: 'text' | 'tel' | 'numeric' | 'email'
  /** What the browser may fill in by itself, as `autocomplete` names it. */
  readonly fill?: AutoFill
  /** Whether nobody may read it over a shoulder. */
  readonly secret?: boolean | undefined
  /** Lines of its box, for what takes more than one. */
  readonly lines?: number
  readonly hint?: string | undefined
  readonly trouble?: string | undefined
  change(value: string): void
}

export function Field({
  id,
  label,
  value,
  most,
  keys = 'text',
  fill = 'off',
  secret = false,
  lines = 1,
  hint,
  trouble,
  change,
}: FieldProps) {
  const said = [hintOf({ of: id, hint }), trouble ? `${id}-trouble` : ''].filter(Boolean).join(' ')
  const shared = {
    id,
    maxLength: most,
    autocomplete: fill,
    spellcheck: false,
    'aria-invalid': trouble ? true : undefined,
    'aria-describedby': said || undefined,
  } as const
  const kind = secret ? ({ type: 'password' } as const) : ({ type: 'text' } as const)
  return (
    <div class="office-field">
      <label for={id}>{label}</label>
      <Hint of={id} hint={hint} />
      {trouble && (
        <p class="office-notice" id={`${id}-trouble`}>
          {trouble}
        </p>
      )}
      {lines > 1 ? (
        <textarea
          {...shared}
          rows={lines}
          value={value}
          onInput={event => change(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          {...kind}
          inputMode={keys}
          value={value}
          onInput={event => change(event.currentTarget.value)}
        />
      )}
    </div>
  )
}
