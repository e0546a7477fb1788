// What is shown once: a token or a secret, to be copied and handed on.

import { useEffect, useRef, useState } from 'preact/hooks'
import { exportWords as words } from '../../../wording/office.ts'
import { copied } from '../accounts/copy.ts'
import { Done } from '../notice.tsx'

interface OnceProps {
  readonly title: string
  readonly text: string
  readonly label: string
  readonly value: string
  readonly leave: string
  done(): void
}

export function Once({ title, text, label, value, leave, done }: OnceProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const [said, say] = useState<string>()
  useEffect(() => heading.current?.focus(), [])
  const copy = async () => say((await copied(value)) ? words.copied : words.uncopied)
  return (
    <section class="office-confirm" aria-labelledby="once">
      <h3 id="once" ref={heading} tabIndex={-1}>
        {title}
      </h3>
      <p>{text}</p>
      <div class="office-field">
        <label for="shown">{label}</label>
        <input id="shown" readOnly value={value} onFocus={event => event.currentTarget.select()} />
      </div>
      <Done>{said}</Done>
      <p class="office-row">
        <button type="button" class="office-button office-main" onClick={copy}>
          {words.copy}
        </button>
        <button type="button" class="office-button" onClick={done}>
          {leave}
        </button>
      </p>
    </section>
  )
}
