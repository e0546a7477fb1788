// The Measure that a release answers to: what is counted of each statement, and what is not made of it.

import type { Instrument } from '../../instrument/instrument.ts'
import { source } from '../../instrument/source.ts'
import { askedOf } from '../columns.ts'
import { figures } from '../figures.ts'
import { addressOf, canonical, coding, population } from './codes.ts'
import { copyright, FIRST, GUIDANCE } from './said.ts'
import type { Canonical, Concept } from './types.ts'

/** What is counted of a statement; it is a sentence, since no program of ours counts forms for others. */
interface Counted {
  readonly code: Concept
  readonly criteria: { readonly language: 'text/plain'; readonly expression: string }
}

/** A measure as we publish it. */
export interface Measure extends Canonical {
  readonly resourceType: 'Measure'
  readonly language: 'en-GB'
  readonly copyright: string
  readonly disclaimer: string
  readonly guidance: string
  readonly relatedArtifact: readonly (
    | { readonly type: 'citation'; readonly citation: string }
    | { readonly type: 'depends-on'; readonly resource: string }
  )[]
  readonly scoring: Concept
  readonly group: readonly {
    readonly code: Concept
    readonly description: string
    readonly population: readonly Counted[]
    readonly stratifier: readonly Counted[]
  }[]
}

/** The ways of telling forms apart, in the order in which they are tried. */
const told = ['supporter', 'wording', 'aloud'] as const

/** The measure of an instrument: a group a statement. It has no score, no type of outcome, no better and no worse. */
export const measure = (base: string, instrument: Instrument): Measure => ({
  resourceType: 'Measure',
  language: 'en-GB',
  ...canonical(base, 'Measure', instrument.id, instrument.version, {
    title: `${instrument.title}: what forms say`,
    description:
      'How many forms gave each of the three answers to each statement, skipped it or stopped before it, and how many want it talked about.',
  }),
  copyright,
  disclaimer: FIRST,
  guidance: GUIDANCE,
  relatedArtifact: [
    { type: 'depends-on', resource: versioned(base, 'Questionnaire', instrument) },
    { type: 'citation', citation: source.citation },
  ],
  scoring: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/measure-scoring', code: 'cohort' }] },
  group: instrument.items.map(({ id }) => ({
    code: statement(base, id),
    description: askedOf(instrument, id).group?.label ?? id,
    population: [
      counted(population(base, 'initial-population'), 'forms that carry an answer to any statement'),
      ...figures.map(figure => counted(population(base, figure.id), figure.means)),
    ],
    stratifier: told.map(by => {
      const code = coding(base, 'equal-voice-breakdowns', by)
      return counted({ coding: [code] }, `${code.display}, where every group has enough forms`)
    }),
  })),
})

/** The code of a statement. */
export const statement = (base: string, id: string): Concept => ({
  coding: [coding(base, 'rrn-evaluation-items', id)],
})

/** The address of one version of a resource. */
export const versioned = (
  base: string,
  type: string,
  { id, version }: { readonly id: string; readonly version: string },
): string => `${addressOf(base, type, id)}|${version}`

const counted = (code: Concept, expression: string): Counted => ({
  code,
  criteria: { language: 'text/plain', expression },
})
