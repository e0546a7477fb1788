// Choosing what an action comes from: the booklet's statements, its tips for staff, and what leaders can do.

import type { Source } from '../../../improve/quote.ts'
import { evaluation } from '../../../instrument/evaluation.ts'
import { leaderActions, tips } from '../../../instrument/model.ts'
import { actionWords as words } from '../../../wording/office.ts'
import { Hint, hintOf } from '../hint.tsx'
import { kinds } from './paths.ts'

const ideas: Readonly<Record<Source['kind'], readonly { readonly id: string; readonly text: string }[]>> = {
  statement: evaluation.items,
  tip: tips.ideas,
  'leader action': leaderActions.ideas,
}

interface ChooseProps {
  readonly source: Source | undefined
  readonly sent: boolean
  choose(source: Source | undefined): void
}

export function Choose({ source, sent, choose }: ChooseProps) {
  const { begin } = words
  const pick = (id: string) => {
    const kind = kinds.find(one => ideas[one].some(idea => idea.id === id))
    choose(kind && { kind, id })
  }
  const trouble = sent && source === undefined
  return (
    <div class="office-field">
      <label for="source">{begin.source}</label>
      <Hint of="source" hint={begin.sourceHint} />
      {trouble && (
        <p class="office-notice" id="source-trouble">
          {begin.chooseFirst}
        </p>
      )}
      <select
        id="source"
        value={source?.id ?? ''}
        aria-invalid={trouble || undefined}
        aria-describedby={`${hintOf({ of: 'source', hint: begin.sourceHint })}${trouble ? ' source-trouble' : ''}`}
        onChange={event => pick(event.currentTarget.value)}
      >
        <option value="">{begin.choose}</option>
        {kinds.map(kind => (
          <optgroup key={kind} label={begin.groups[kind]}>
            {ideas[kind].map(({ id, text }) => (
              <option key={id} value={id}>
                {text}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}
