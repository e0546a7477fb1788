// Which tablets of a ward still work as before it was counted with others, or by itself.

import type { TabletView } from '../../../protocol/office.ts'
import { estateWords, listWords, say } from '../../../wording/office.ts'

const words = estateWords.still

export function Still({ tablets }: { tablets: readonly TabletView[] }) {
  const before = tablets.filter(tablet => tablet.still !== undefined)
  if (before.length === 0) return null
  return (
    <section class="office-confirm" aria-labelledby="still">
      <h3 id="still">{words.title}</h3>
      <ul class="office-steps">
        {before.map(({ id, name, still = [] }) => (
          <li key={id}>
            {still.length > 0
              ? say(words.with, { tablet: name, wards: listWords(still) })
              : say(words.alone, { tablet: name })}
          </li>
        ))}
      </ul>
      <p>{words.until}</p>
    </section>
  )
}
