// A release on one sheet of A4, set for paper: what comes out of the printer instead of the page on the screen.

import { evaluation } from '../../../instrument/evaluation.ts'
import { source } from '../../../instrument/source.ts'
import type { ReleaseReply } from '../../../protocol/office.ts'
import { reading } from '../../../results/interval.ts'
import type { Figure } from '../../../results/release.ts'
import {
  dayWords,
  listWords,
  resultsWords,
  say,
  sayCount,
  officeWords as words,
} from '../../../wording/office.ts'
import { Parts } from '../bar.tsx'
import { cellOf, cellWords, isAnswer, type Seen } from '../cell.ts'
import { Key } from '../patterns.tsx'
import { hides, rowsOf } from '../rows.ts'

/** The height of a bar on paper. */
const HIGH = 20

export function OnePage({ reply }: { reply: ReleaseReply }) {
  const { release, service, organisation } = reply
  const { base, columns } = release
  const hidden = hides(release)
  const forms = sayCount(words.release.forms, base)
  return (
    <section class={hidden ? 'office-onepage office-onepage-words' : 'office-onepage'} hidden>
      {reply.demonstration && <p class="office-onepage-demonstration">{words.demonstration}</p>}
      <h2>{say(resultsWords.figure.title, { day: dayWords(release.due), wards: listWords(reply.wards) })}</h2>
      <p>
        {say(resultsWords.figure.forms, { forms, service, organisation })} {words.release.formsNote}
      </p>
      <p class="office-onepage-first">{words.release.first}</p>
      <p class="office-onepage-stem">{say(words.release.stem, { stem: evaluation.stem })}</p>
      <p>
        {say(resultsWords.onepage.reading, { n: base })}
        {hidden && ` ${resultsWords.onepage.hidden}`}
      </p>
      <Key columns={columns} hidden={hidden} />
      <table>
        <thead>
          <tr>
            <th scope="col">{words.release.statement}</th>
            {columns.map(column => (
              <th
                key={column}
                scope="col"
                class={isAnswer(column) ? 'office-number' : 'office-number office-less'}
              >
                {words.release.columns[column]}
              </th>
            ))}
            <th scope="col">{words.release.bar}</th>
            <th scope="col" class="office-number">
              {words.release.talk}
            </th>
          </tr>
        </thead>
        {evaluation.groups.map(group => (
          <tbody key={group.id}>
            <tr>
              <th scope="rowgroup" colSpan={columns.length + 3}>
                {group.label}
              </th>
            </tr>
            {rowsOf(release, group.items).map(row => (
              <tr key={row.id}>
                <th scope="row">
                  {row.n}. {row.text}
                </th>
                {columns.map(column => (
                  <td key={column} class="office-number">
                    {figureWords(column, cellOf(row.cells, column), base)}
                  </td>
                ))}
                <td>
                  <svg class="office-bar" width="100%" height={HIGH} aria-hidden="true" focusable="false">
                    <Parts columns={columns} cells={row.cells} base={base} high={HIGH} />
                  </svg>
                </td>
                <td class="office-number">{cellWords(row.topic)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <p>
        {say(resultsWords.onepage.cited, { citation: source.citation })}{' '}
        {say(words.release.licence, { name: source.licenceName })}. {words.release.ours}
      </p>
    </section>
  )
}

/** A figure and, for an answer that is shown exactly, its range. */
function figureWords(column: Figure, cell: Seen, base: number): string {
  if (cell.kind !== 'shown' || !isAnswer(column)) return cellWords(cell)
  const { from, to } = reading(cell.forms, base)
  return `${cell.forms} (${from}–${to})`
}
