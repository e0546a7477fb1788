// A release's forms told apart by how they were filled in, where that tells nothing of fewer than twenty of them.

import { evaluation } from '../../../instrument/evaluation.ts'
import type { Figure } from '../../../results/release.ts'
import { resultsWords, say, sayCount, officeWords as words } from '../../../wording/office.ts'
import { Bar } from '../bar.tsx'
import { answers, type Cells, cellOf, cellWords, rangeWords } from '../cell.ts'
import { rove } from '../rove.ts'

const said = resultsWords.parts
const ways = ['supporter', 'wording', 'aloud'] as const
type Way = (typeof ways)[number]

/** The forms of one part. */
interface PartOf {
  readonly is: string
  readonly base: number
  readonly items: readonly { readonly id: string; readonly cells: Cells }[]
}

interface PartsProps {
  readonly breakdowns: readonly { readonly by: Way; readonly parts: readonly PartOf[] }[]
  readonly columns: readonly Figure[]
  /** What is said where there is none. */
  readonly none: string
}

export function HowFilledIn({ breakdowns, columns, none }: PartsProps) {
  const missing = ways.filter(way => !breakdowns.some(({ by }) => by === way))
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">{said.title}</h2>
      {breakdowns.length === 0 ? (
        <p>{none}</p>
      ) : (
        <>
          <p>{said.lead}</p>
          {missing.length > 0 && <p>{say(said.some, { by: eitherWords(missing) })}</p>}
          {breakdowns.map(({ by, parts }) => (
            <details key={by} class="office-parts">
              <summary>{said.open[by]}</summary>
              {evaluation.groups.map(group => (
                <Group key={group.id} by={by} group={group} parts={parts} columns={columns} />
              ))}
            </details>
          ))}
        </>
      )}
    </section>
  )
}

/** By who helped, by wording or by reading aloud. */
const eitherWords = (missing: readonly Way[]): string =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(missing.map(way => said.by[way]))

const names: Readonly<Record<string, string>> = said.is

const partWords = ({ is, base }: PartOf): string =>
  say(said.part, { is: names[is] ?? is, forms: sayCount(words.release.forms, base) })

interface GroupProps {
  readonly by: Way
  readonly group: { readonly id: string; readonly label: string; readonly items: readonly string[] }
  readonly parts: readonly PartOf[]
  readonly columns: readonly Figure[]
}

/** A group's statements, each with a row for every part. */
function Group({ by, group, parts, columns }: GroupProps) {
  return (
    <table class="office-partfigures" onKeyDown={rove}>
      <caption>{group.label}</caption>
      <thead>
        <tr>
          <th scope="col">{said.column}</th>
          {answers.map(answer => (
            <th key={answer} scope="col" class="office-number">
              {words.release.columns[answer]}
            </th>
          ))}
          <th scope="col" class="office-chart">
            {words.release.bar}
          </th>
        </tr>
      </thead>
      {group.items.map((item, at) => {
        const n = evaluation.items.findIndex(one => one.id === item)
        return (
          <tbody key={item}>
            <tr>
              <th scope="rowgroup" colSpan={5} class="office-partof">
                {n + 1}. {evaluation.items[n]?.text}
              </th>
            </tr>
            {parts.map((part, row) => {
              const cells = part.items.find(({ id }) => id === item)?.cells ?? {}
              return (
                <tr key={part.is}>
                  <th scope="row">{partWords(part)}</th>
                  {answers.map(answer => {
                    const cell = cellOf(cells, answer)
                    const range = rangeWords(cell, part.base)
                    return (
                      <td key={answer} class="office-number" data-label={words.release.columns[answer]}>
                        <span class="office-figure">{cellWords(cell)}</span>
                        {range && <small class="office-range">{range}</small>}
                      </td>
                    )
                  })}
                  <td class="office-chart">
                    <Bar
                      id={`${by}-${row}-${item}`}
                      title={say(said.barTitle, { n: n + 1, part: names[part.is] ?? part.is })}
                      first={at === 0 && row === 0}
                      columns={columns}
                      cells={cells}
                      base={part.base}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        )
      })}
    </table>
  )
}
