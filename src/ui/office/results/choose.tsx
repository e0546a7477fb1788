// What to look at over time: a statement, an answer, and how it is drawn.

import { evaluation } from '../../../instrument/evaluation.ts'
import { resultsWords, officeWords as words } from '../../../wording/office.ts'
import { answers } from '../cell.ts'
import type { Chosen } from './along.ts'

const said = resultsWords.over

/** A run chart or a control chart. */
export type Kind = 'run' | 'xmr'

interface ChooseProps {
  readonly chosen: Chosen
  choose(chosen: Chosen): void
  readonly kind: Kind
  draw(kind: Kind): void
}

export function Choose({ chosen, choose, kind, draw }: ChooseProps) {
  return (
    <div class="office-choose office-noprint">
      <p>
        <label for="statement">{said.statement}</label>
        <select
          id="statement"
          value={chosen.item}
          onChange={event => choose({ ...chosen, item: event.currentTarget.value })}
        >
          {evaluation.groups.map(group => (
            <optgroup key={group.id} label={group.label}>
              {group.items.map(item => {
                const n = evaluation.items.findIndex(({ id }) => id === item)
                return (
                  <option key={item} value={item}>
                    {n + 1}. {evaluation.items[n]?.text}
                  </option>
                )
              })}
            </optgroup>
          ))}
        </select>
      </p>
      <fieldset>
        <legend>{said.answer}</legend>
        {answers.map(answer => (
          <label key={answer}>
            <input
              type="radio"
              name="answer"
              checked={answer === chosen.answer}
              onChange={() => choose({ ...chosen, answer })}
            />
            <span>{words.release.columns[answer]}</span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{said.chart}</legend>
        {(['run', 'xmr'] as const).map(one => (
          <label key={one}>
            <input type="radio" name="chart" checked={one === kind} onChange={() => draw(one)} />
            <span>{said[one]}</span>
          </label>
        ))}
      </fieldset>
    </div>
  )
}
