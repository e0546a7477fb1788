// On what ground a wording is switched on. None is chosen beforehand: somebody has to decide.

import { useEffect, useRef, useState } from 'preact/hooks'
import { type Ground, grounds } from '../../protocol/wordings.ts'
import { say, officeWords as words } from '../../wording/office.ts'
import type { Known } from '../../wording/provenance.ts'
import { Field } from './field.tsx'
import { nameOf } from './wording.tsx'

interface GroundProps {
  readonly known: Known
  yes(ground: Ground): void
  no(): void
}

export function GroundForm({ known, yes, no }: GroundProps) {
  const question = useRef<HTMLHeadingElement>(null)
  const [is, choose] = useState<Ground['is']>()
  const [reference, refer] = useState('')
  const [gap, setGap] = useState<'ground' | 'reference'>()
  useEffect(() => question.current?.focus(), [])

  const save = (event: Event) => {
    event.preventDefault()
    if (is === undefined) return setGap('ground')
    if (is !== 'permission') return yes({ is })
    if (reference.trim() !== '') return yes({ is, reference: reference.trim() })
    setGap('reference')
    document.getElementById('reference')?.focus()
  }

  // A translation makes nothing accessible by itself, so that exception is not offered for one.
  const offered = grounds.filter(one => one !== 'accessible-copy' || known.kind === 'easy')
  return (
    <form class="office-confirm" onSubmit={save} noValidate aria-labelledby="ground-question">
      <h2 id="ground-question" ref={question} tabIndex={-1}>
        {say(words.wordings.ask, { wording: nameOf(known) })}
      </h2>
      {gap === 'ground' && (
        <p class="office-notice" role="alert">
          {words.wordings.groundGap}
        </p>
      )}
      <div role="radiogroup" aria-labelledby="ground-question">
        {offered.map(one => (
          <div key={one} class="office-choice">
            <input
              type="radio"
              id={`ground-${one}`}
              name="ground"
              checked={is === one}
              onChange={() => choose(one)}
              aria-describedby={`means-${one}`}
            />
            <label for={`ground-${one}`}>{words.wordings.grounds[one]}</label>
            <p id={`means-${one}`} class="office-quiet">
              {words.wordings.means[one]}
            </p>
          </div>
        ))}
      </div>
      {is === 'permission' && (
        <Field
          id="reference"
          label={words.wordings.reference}
          hint={words.wordings.referenceHint}
          value={reference}
          most={200}
          trouble={gap === 'reference' ? words.wordings.referenceGap : undefined}
          change={refer}
        />
      )}
      <p class="office-row">
        <button type="submit" class="office-button">
          {words.wordings.yes}
        </button>
        <button type="button" class="office-button" onClick={no}>
          {words.wordings.no}
        </button>
      </p>
    </form>
  )
}
