// How far along: in words first, with a quiet bar beside them.

interface ProgressProps {
  readonly words: string
  readonly label: string
  readonly value: number
  readonly of: number
}

export function Progress({ words, label, value, of }: ProgressProps) {
  return (
    <div class="progress">
      <span>{words}</span>
      <progress value={value} max={of} aria-label={label} />
    </div>
  )
}
