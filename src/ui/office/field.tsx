// One line to fill in, with its label above it and its hint or trouble tied to it.

interface FieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly most: number
  readonly keys?: 'text' | 'tel'
  readonly hint?: string | undefined
  readonly trouble?: string | undefined
  change(value: string): void
}

export function Field({ id, label, value, most, keys = 'text', hint, trouble, change }: FieldProps) {
  const said = [hint ? `${id}-hint` : '', trouble ? `${id}-trouble` : ''].filter(Boolean).join(' ')
  return (
    <div class="office-field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="office-quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {trouble && (
        <p class="office-notice" id={`${id}-trouble`}>
          {trouble}
        </p>
      )}
      <input
        id={id}
        inputMode={keys}
        value={value}
        maxLength={most}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={trouble ? true : undefined}
        aria-describedby={said || undefined}
        onInput={event => change(event.currentTarget.value)}
      />
    </div>
  )
}
