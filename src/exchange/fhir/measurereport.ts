// A release, or releases rolled up, as a FHIR MeasureReport: a group a statement, a population a figure.
//
// A figure that is not shown has no count at all: its place says *masked*, and beside it what may be said of it in words.

import type { Figure } from '../../results/distribution.ts'
import { instrumentOf } from '../columns.ts'
import type { Figured, Seen } from '../figures.ts'
import type { Named, NamedRollUp } from '../tables.ts'
import { coding, madeUp, population } from './codes.ts'
import { extensionOf } from './extensions.ts'
import { statement, versioned } from './measure.ts'
import { FIRST } from './said.ts'
import type { Coding, Concept, Element, Extension, Population, Reference } from './types.ts'

interface Told extends Figured {
  readonly instrument: Named['release']['instrument']
  readonly columns: readonly Figure[]
  readonly breakdowns?: readonly {
    readonly by: string
    readonly parts: readonly (Figured & { readonly is: string })[]
  }[]
}

interface Stratifier {
  readonly code: readonly Concept[]
  readonly stratum: readonly { readonly value: Concept; readonly population: readonly Population[] }[]
}

/** A report as we publish it. */
export interface MeasureReport {
  readonly resourceType: 'MeasureReport'
  readonly id?: string
  readonly meta?: { readonly tag: readonly Coding[] }
  readonly language: 'en-GB'
  readonly text: { readonly status: 'additional'; readonly div: string }
  readonly status: 'complete'
  readonly type: 'summary'
  readonly measure: string
  /** When its figures were made: the day of the count. A roll-up is made whenever it is asked for, and says none. */
  readonly date?: string
  readonly subject: Reference
  readonly reporter: Reference
  readonly period: { readonly start?: string; readonly end: string }
  readonly group: readonly {
    readonly code: Concept
    readonly population: readonly Population[]
    readonly stratifier?: readonly Stratifier[]
  }[]
}

/**
 * The report of a release; its period ends on the day of its count, and nobody keeps when its forms began. Throws RangeError
 * for an instrument that this version never shipped.
 */
export const measureReport = (base: string, named: Named): MeasureReport & { readonly id: string } => ({
  ...madeUp(named.demonstration),
  ...report(base, named.release, `${named.service}: ${named.wards.join(' + ')}`, named.organisation),
  id: named.id,
  date: named.release.due,
  period: { end: named.release.due },
})

/** The report of a roll-up, from the earliest of its counts to the latest. Throws as `measureReport` does. */
export const rollUpReport = (
  base: string,
  { demonstration, organisation, of, rollUp }: NamedRollUp,
): MeasureReport => ({
  ...madeUp(demonstration),
  ...report(base, rollUp, of, organisation),
  period: { start: rollUp.first, end: rollUp.last },
})

function report(base: string, told: Told, of: string, organisation: string): Omit<MeasureReport, 'period'> {
  const instrument = instrumentOf(told.instrument)
  return {
    resourceType: 'MeasureReport',
    language: 'en-GB',
    text: { status: 'additional', div: `<div xmlns="http://www.w3.org/1999/xhtml"><p>${FIRST}</p></div>` },
    status: 'complete',
    type: 'summary',
    measure: versioned(base, 'Measure', instrument),
    subject: { type: 'Location', display: of },
    reporter: { type: 'Organization', display: organisation },
    group: told.items.map(({ id }) => {
      const stratifier = (told.breakdowns ?? []).map(({ by, parts }) => ({
        code: [{ coding: [coding(base, 'equal-voice-breakdowns', by)] }],
        stratum: parts.map(part => ({
          value: { text: part.is },
          population: populations(base, part, id, told.columns),
        })),
      }))
      return {
        code: statement(base, id),
        population: populations(base, told, id, told.columns),
        ...(stratifier.length > 0 && { stratifier }),
      }
    }),
  }
}

function populations(base: string, of: Figured, id: string, columns: readonly Figure[]): Population[] {
  const cells = of.items.find(item => item.id === id)?.cells
  const topic = of.topics.find(one => one.id === id)?.cell
  return [
    { code: population(base, 'initial-population'), count: of.base },
    ...columns.map(column => ({ code: population(base, column), ...counted(base, cells?.[column]) })),
    { code: population(base, 'topic'), ...counted(base, topic) },
  ]
}

/** A count, or why there is none. A cell that is missing is as hidden as a suppressed one. */
function counted(base: string, cell: Seen | undefined): { count: number } | { _count: Element } {
  if (cell?.kind === 'shown') return { count: cell.forms }
  const masked = { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' }
  const seen = cell && hint(base, cell)
  return { _count: { extension: seen ? [masked, seen] : [masked] } }
}

/** What is published of a cell without a count: its band, or what a roll-up leaves it between. */
function hint(base: string, cell: Exclude<Seen, { kind: 'shown' }>): Extension | undefined {
  if (cell.kind === 'banded') return { url: extensionOf(base, 'band'), valueString: cell.band }
  if (cell.kind === 'suppressed') return undefined
  return {
    url: extensionOf(base, 'between'),
    valueRange: { low: { value: cell.least }, high: { value: cell.most } },
  }
}
