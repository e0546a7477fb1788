// How to read figures, said once with the first exact one of this very release.

import { evaluation } from '../../../instrument/evaluation.ts'
import { resultsWords, say } from '../../../wording/office.ts'
import { answers, type Cells, cellOf, readingWords } from '../cell.ts'

const words = resultsWords.reading

interface ReadingProps {
  readonly items: readonly { readonly id: string; readonly cells: Cells }[]
  readonly base: number
}

export function ReadingHelp({ items, base }: ReadingProps) {
  const example = exampleIn(items)
  return (
    <section class="office-reading" aria-labelledby="reading">
      <h3 id="reading">{words.title}</h3>
      {example && (
        <p>
          {say(words.example, { n: example.n, text: example.text })}{' '}
          {readingWords(example.answer, example.cell, base)} {words.interval}
        </p>
      )}
      <p>{words.chose}</p>
    </section>
  )
}

/** The first exact figure in printed order that is neither none nor all; undefined where there is no such figure. */
function exampleIn(items: ReadingProps['items']) {
  for (const [n, { id, text }] of evaluation.items.entries()) {
    const cells = items.find(item => item.id === id)?.cells ?? {}
    const answer = answers.find(one => {
      const cell = cellOf(cells, one)
      return cell.kind === 'shown' && cell.forms > 0
    })
    if (answer) return { n: n + 1, text, answer, cell: cellOf(cells, answer) }
  }
  return undefined
}
