// One statement and one answer over time, as the reader chooses: a chart, what the rules say of it, and its figures.

import { useRef, useState } from 'preact/hooks'
import type { Shown } from '../../../office/outlets.ts'
import type { ResultsReply } from '../../../protocol/results.ts'
import type { History } from '../../../results/history.ts'
import type { Finding } from '../../../results/rules.ts'
import { runChart } from '../../../results/runchart.ts'
import { xmr } from '../../../results/xmr.ts'
import { resultsWords, say, officeWords as words } from '../../../wording/office.ts'
import { along, type Chosen, inHundred, pointsOf, signals, statement, stepWords } from './along.ts'
import { describe, type Level, TimeChart } from './chart.tsx'
import { Choose, type Kind } from './choose.tsx'
import { Findings, type LeftOut } from './findings.tsx'
import { Save } from './save.tsx'
import { StepTable } from './steps.tsx'

const said = resultsWords.over

/** From so many points on, limits are no longer on trial. */
const ENOUGH = 12

interface OverTimeProps {
  /** Whose results these are. */
  readonly shown: Shown
  readonly history: History
  readonly releases: ResultsReply['releases']
}

export function OverTime({ shown: place, history, releases }: OverTimeProps) {
  const [chosen, choose] = useState<Chosen>({ item: history.series[0]?.id ?? '', answer: 'not-at-all' })
  const steps = along(history, chosen)
  const points = pointsOf(steps)
  const shown = points.filter(({ kind }) => kind === 'shown').length
  const [kind, draw] = useState<Kind>()
  const drawn = readOf(kind ?? (shown < ENOUGH ? 'run' : 'xmr'), points)
  const drawing = useRef<SVGSVGElement>(null)
  const { n, text } = statement(chosen.item)
  const answer = words.release.columns[chosen.answer]
  const names = steps.map((step, at) =>
    [stepWords(step, chosen.answer), ...signals(drawn.findings, at)].join(' '),
  )
  return (
    <section aria-labelledby="over">
      <h2 id="over">{said.title}</h2>
      <p>{said.lead}</p>
      {history.days.some(day => day.is === 'released' && day.releases > 1) && <p>{said.added}</p>}
      <Choose chosen={chosen} choose={choose} kind={drawn.kind} draw={draw} />
      <TimeChart
        drawing={drawing}
        title={say(said.name, { text, answer })}
        description={describe(points, linesWords(drawn.levels))}
        points={points}
        names={names}
        marked={[...new Set(drawn.findings.flatMap(({ at }) => at))]}
        levels={drawn.levels}
      />
      <Save drawing={() => drawing.current} shown={place} name={say(resultsWords.save.chart, { n })} />
      <Findings {...drawn} steps={steps} />
      <StepTable steps={steps} answer={chosen.answer} findings={drawn.findings} releases={releases} />
    </section>
  )
}

/** What a chart of a kind has to show. */
export interface Drawn {
  readonly kind: Kind
  readonly shown: number
  readonly levels: readonly Level[]
  readonly findings: readonly Finding[]
  readonly leftOut: LeftOut
  readonly trial: boolean
}

function readOf(kind: Kind, points: Parameters<typeof xmr>[0]): Drawn {
  const none = { kind, levels: [], findings: [], leftOut: [], trial: false }
  if (kind === 'run') {
    const found = runChart(points)
    if (found.kind === 'none') return { ...none, shown: 0 }
    const label = say(said.median, { share: inHundred(found.median) })
    return { ...none, ...found, kind, levels: [{ is: 'middle', share: found.median, label }] }
  }
  const found = xmr(points)
  if (found.kind === 'none') return { ...none, shown: found.shown }
  const { mean, upper, lower, limits } = found
  const trial = limits === 'trial'
  const level = (is: Level['is'], label: string, share: number): Level => ({
    is,
    share,
    label: say(label, { share: inHundred(share) }),
  })
  const levels = [
    level('limit', trial ? said.trialUpper : said.upper, upper),
    level('middle', said.mean, mean),
    level('limit', trial ? said.trialLower : said.lower, lower),
  ]
  return { ...found, kind, trial, levels }
}

function linesWords(levels: readonly Level[]): string {
  const middle = levels.find(({ is }) => is === 'middle')
  if (!middle) return said.noLines
  const [upper, lower] = levels.filter(({ is }) => is === 'limit').map(({ share }) => inHundred(share))
  const range = upper !== undefined && lower !== undefined ? ` ${say(said.limits, { upper, lower })}` : ''
  return say(said.middle, { share: inHundred(middle.share) }) + range
}
