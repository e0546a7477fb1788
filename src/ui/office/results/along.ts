// One statement's one answer along the days of a history: the points of its chart, and each of them in words.

import { evaluation } from '../../../instrument/evaluation.ts'
import type { Choice } from '../../../instrument/instrument.ts'
import type { Day, History, Told } from '../../../results/history.ts'
import type { Finding } from '../../../results/rules.ts'
import { type Point, point } from '../../../results/series.ts'
import { dayWords, resultsWords, say, officeWords as words } from '../../../wording/office.ts'

const said = resultsWords.over

/** What somebody has chosen to look at. */
export interface Chosen {
  readonly item: string
  readonly answer: Choice
}

/** A day with what it shows of the chosen answer. */
export interface Step {
  readonly day: Day
  readonly told: Told
}

/** The chosen answer's days, oldest first. */
export function along({ days, series }: History, { item, answer }: Chosen): Step[] {
  const told = series.find(({ id }) => id === item)?.told[answer] ?? []
  return days.map((day, n) => ({ day, told: told[n] ?? null }))
}

/** The same as a series, in which whatever has no figure is a gap. */
export const pointsOf = (steps: readonly Step[]): Point[] =>
  steps.map(({ day, told }) => {
    if (day.is !== 'released' || told === null) return point(day.day)
    if (typeof told === 'string') return { day: day.day, kind: 'gap', why: told }
    return point(day.day, { cell: { kind: 'shown', forms: told }, base: day.base })
  })

/** A share as people read it: 70 (in 100). */
export const inHundred = (share: number): string => String(Math.round(share * 100))

/** A step as a sentence: how many said so, or why there is no figure. */
export function stepWords({ day, told }: Step, answer: Choice): string {
  if (day.is === 'released' && typeof told === 'number')
    return say(said.point, {
      day: dayWords(day.day),
      forms: told,
      base: day.base,
      answer: words.release.columns[answer],
      share: inHundred(told / day.base),
    })
  return say(said.gap, { day: dayWords(day.day), why: whyWords({ day, told }) })
}

/** Why a step has no figure. */
export function whyWords({ day, told }: Step): string {
  if (day.is !== 'released') return said.why[day.is]
  if (day.releases > 1) return said.why.added
  return told === 'suppressed' ? said.why.suppressed : said.why.banded
}

/** What the rules say of the point at a place, in short sentences; none where they say nothing. */
export const signals = (findings: readonly Finding[], at: number): string[] =>
  findings.filter(finding => finding.at.includes(at)).map(shortly)

const shortly = (finding: Finding): string =>
  finding.rule === 'trend' ? said.at.trend[finding.way] : said.at[finding.rule][finding.side]

/** A finding as a sentence with its days. */
export function findingWords(finding: Finding, steps: readonly Step[]): string {
  const named = finding.at.map(at => dayWords(steps[at]?.day.day ?? ''))
  const [first = '', last = ''] = [named[0], named.at(-1)]
  const days = named.length > 2 ? say(said.between, { from: first, until: last }) : named.join(', ')
  const sentence =
    finding.rule === 'trend' ? said.rule.trend[finding.way] : said.rule[finding.rule][finding.side]
  return say(sentence, { days, n: finding.at.length })
}

/** A statement's number in the booklet, and its words. */
export function statement(item: string): { readonly n: number; readonly text: string } {
  const n = evaluation.items.findIndex(({ id }) => id === item)
  return { n: n + 1, text: evaluation.items[n]?.text ?? '' }
}
