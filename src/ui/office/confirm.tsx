// A question before something that can't be undone: it has the focus, and to leave things as they are comes first.

import { useLayoutEffect, useRef } from 'preact/hooks'

interface ConfirmProps {
  readonly question: string
  readonly means: string
  readonly yes: string
  readonly no: string
  act(): void
  leave(): void
}

export function Confirm({ question, means, yes, no, act, leave }: ConfirmProps) {
  const title = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => title.current?.focus(), [])
  return (
    <section class="office-confirm" aria-labelledby="question">
      <h3 id="question" ref={title} tabIndex={-1}>
        {question}
      </h3>
      <p>{means}</p>
      <p class="office-row">
        <button type="button" class="office-button" onClick={leave}>
          {no}
        </button>
        <button type="button" class="office-button" onClick={act}>
          {yes}
        </button>
      </p>
    </section>
  )
}
