// One statement of a paper form, made for fingers that stay on the keyboard: a digit marks it and goes on to the next.

import { evaluation } from '../../instrument/evaluation.ts'
import type { Choice } from '../../instrument/instrument.ts'
import { officeWords as words } from '../../wording/office.ts'

/** The keys of the answers, in the order in which they stand; 0 is for left out. */
const keys: Readonly<Record<string, Choice | undefined>> = {
  '0': undefined,
  ...Object.fromEntries(evaluation.choices.map(({ code }, n) => [String(n + 1), code])),
}

interface MarksProps {
  readonly n: number
  readonly item: { readonly id: string; readonly text: string }
  readonly marked: Choice | undefined
  readonly labels: Readonly<Record<Choice, string>>
  mark(choice: Choice | undefined): void
  /** Called after a digit: the next statement has its turn. */
  next(): void
}

/** Where a statement's answers stand, so that the focus finds them. */
export const markId = (n: number, choice: Choice | undefined): string => `mark-${n}-${choice ?? 'none'}`

export function Marks({ n, item, marked, labels, mark, next }: MarksProps) {
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return
    event.preventDefault()
    mark(keys[event.key])
    next()
  }
  return (
    <fieldset class="office-marks" onKeyDown={press}>
      <legend>
        <span class="office-n">{n}</span>
        <span>{item.text}</span>
      </legend>
      {[...evaluation.choices.map(({ code }) => code), undefined].map(choice => (
        <label key={choice ?? 'none'} for={markId(n, choice)}>
          <input
            type="radio"
            id={markId(n, choice)}
            name={`mark-${n}`}
            checked={marked === choice}
            onChange={() => mark(choice)}
          />
          {choice ? labels[choice] : words.paper.none}
        </label>
      ))}
    </fieldset>
  )
}
