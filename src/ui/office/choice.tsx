// What is chosen rather than typed: one of several, or yes and no.

import { Hint, hintOf } from './hint.tsx'

interface SelectProps<Value extends string> {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly value: Value
  /** Each value with its words. */
  readonly options: readonly (readonly [Value, string])[]
  choose(value: Value): void
}

export function Select<Value extends string>({
  id,
  label,
  hint,
  value,
  options,
  choose,
}: SelectProps<Value>) {
  const pick = (given: string) => {
    const found = options.find(([one]) => one === given)
    if (found) choose(found[0])
  }
  return (
    <div class="office-field">
      <label for={id}>{label}</label>
      <Hint of={id} hint={hint} />
      <select
        id={id}
        value={value}
        aria-describedby={hintOf({ of: id, hint })}
        onChange={event => pick(event.currentTarget.value)}
      >
        {options.map(([one, said]) => (
          <option key={one} value={one}>
            {said}
          </option>
        ))}
      </select>
    </div>
  )
}

interface TickProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly on: boolean
  turn(on: boolean): void
}

export function Tick({ id, label, hint, on, turn }: TickProps) {
  return (
    <div class="office-choice">
      <input
        type="checkbox"
        id={id}
        checked={on}
        aria-describedby={hintOf({ of: id, hint })}
        onChange={event => turn(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      <Hint of={id} hint={hint} />
    </div>
  )
}
