// The figures of a chart as a table: each release with its forms, how many said so, and what the rules say of it.

import type { Choice } from '../../../instrument/instrument.ts'
import type { ResultsReply } from '../../../protocol/results.ts'
import type { Finding } from '../../../results/rules.ts'
import { dayWords, resultsWords, say, officeWords as words } from '../../../wording/office.ts'
import { rangeWords } from '../cell.ts'
import { Link } from '../link.tsx'
import { paths } from '../route.ts'
import { inHundred, type Step, signals, whyWords } from './along.ts'

const said = resultsWords.over

/** So many rows are read at a glance; more wait until somebody opens them. */
const FEW = 24

interface StepTableProps {
  readonly steps: readonly Step[]
  readonly answer: Choice
  readonly findings: readonly Finding[]
  readonly releases: ResultsReply['releases']
}

export function StepTable({ steps, answer, findings, releases }: StepTableProps) {
  const heads = [said.base, say(said.said, { answer: words.release.columns[answer] }), said.share, said.range]
  return (
    <details class="office-steps-table" open={steps.length <= FEW}>
      <summary>{said.table}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{said.day}</th>
            {heads.map(head => (
              <th key={head} scope="col" class="office-number">
                {head}
              </th>
            ))}
            <th scope="col">{said.says}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, at) => (
            <tr key={step.day.day}>
              <th scope="row">
                <DayLink day={step.day.day} releases={releases} />
              </th>
              <Figures step={step} heads={heads} />
              <td class="office-wide">{signals(findings, at).join(' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function DayLink({ day, releases }: { day: string; releases: ResultsReply['releases'] }) {
  const release = releases.find(one => one.day === day)
  return release ? <Link to={paths.release(release.id)}>{dayWords(day)}</Link> : dayWords(day)
}

/** The figures of a step; one that has none says why instead. */
function Figures({ step, heads }: { step: Step; heads: readonly string[] }) {
  const { day, told } = step
  const base = day.is === 'released' ? day.base : undefined
  if (base === undefined || typeof told !== 'number')
    return (
      <>
        <td class="office-number" data-label={base === undefined ? undefined : said.base}>
          {base}
        </td>
        <td colSpan={3} class="office-wide">
          {whyWords(step)}
        </td>
      </>
    )
  const figures = [base, told, inHundred(told / base), rangeWords({ kind: 'shown', forms: told }, base)]
  return (
    <>
      {heads.map((head, n) => (
        <td key={head} class="office-number" data-label={head}>
          {figures[n]}
        </td>
      ))}
    </>
  )
}
