// What the rules say of a chart, in sentences: which releases, and no word of good or bad.

import type { Finding } from '../../../results/rules.ts'
import { dayWords, listWords, resultsWords, say, sayCount } from '../../../wording/office.ts'
import { findingWords, type Step } from './along.ts'
import type { Kind } from './choose.tsx'

const said = resultsWords.over

/** Steps that the limits do not count, by the places of their two points. */
export type LeftOut = readonly (readonly [number, number])[]

/** Points under which a run chart's rules can find nothing. */
const LEAST = 6

interface FindingsProps {
  readonly kind: Kind
  readonly shown: number
  readonly findings: readonly Finding[]
  readonly leftOut: LeftOut
  readonly trial: boolean
  readonly steps: readonly Step[]
}

export function Findings({ kind, shown, findings, leftOut, trial, steps }: FindingsProps) {
  const day = (at: number) => dayWords(steps[at]?.day.day ?? '')
  const left = leftOut.map(([from, to]) => say(said.step, { from: day(from), until: day(to) }))
  return (
    <section class="office-findings" aria-labelledby="found">
      <h3 id="found">{said.found}</h3>
      {kind === 'xmr' && shown < 2 && <p>{said.notYet}</p>}
      {kind === 'run' && shown < LEAST && <p>{said.shortRun}</p>}
      {trial && <p>{said.trial}</p>}
      {findings.length > 0 ? (
        <>
          <ul>
            {findings.map(finding => (
              <li key={`${finding.rule} ${finding.at}`}>{findingWords(finding, steps)}</li>
            ))}
          </ul>
          <p>{said.means}</p>
        </>
      ) : (
        shown >= LEAST && <p>{said.foundNone}</p>
      )}
      {left.length > 0 && <p>{sayCount(said.leftOut, left.length, { steps: listWords(left) })}</p>}
      {shown < steps.length && <p>{said.gaps}</p>}
      {kind === 'xmr' && <p class="office-quiet">{said.method}</p>}
    </section>
  )
}
