// Codes, where each is from, and the code systems that explain them. All stand under the base that the caller gives.

import { answerSet } from '../../improve/readiness.ts'
import { evaluation } from '../../instrument/evaluation.ts'
import { readiness } from '../../instrument/readiness.ts'
import { figures } from '../figures.ts'
import { copyright, PUBLISHER } from './said.ts'
import type { Canonical, Coding, Concept } from './types.ts'

const published = {
  'rrn-evaluation-items': 'Statements of the RRN Coproduction Evaluation',
  'rrn-evaluation-answers': 'Answers of the RRN Coproduction Evaluation',
  'rrn-readiness-commitment': "A setting's commitment in the RRN Readiness Checker",
  'equal-voice-figures': 'What is counted beside the answers',
  'equal-voice-breakdowns': 'How forms are told apart',
  'equal-voice-readiness-answers':
    'Answers to the RRN Readiness Checker that are ours, and not in the booklet',
} as const
type System = keyof typeof published

const concepts: Readonly<Record<System, readonly { readonly code: string; readonly display: string }[]>> = {
  'rrn-evaluation-items': evaluation.items.map(({ id, text }) => ({ code: id, display: text })),
  'rrn-evaluation-answers': evaluation.choices.map(({ code, label }) => ({ code, display: label })),
  'rrn-readiness-commitment': readiness.dimensions.map(({ id, label }) => ({ code: id, display: label })),
  'equal-voice-figures': figures
    .filter(({ id }) => !evaluation.choices.some(({ code }) => code === id))
    .map(({ id, means }) => ({ code: id, display: means })),
  'equal-voice-breakdowns': [
    { code: 'supporter', display: 'who helped' },
    { code: 'wording', display: 'in which words' },
    { code: 'aloud', display: 'read aloud or not' },
  ],
  // No number belongs to them.
  'equal-voice-readiness-answers': answerSet.answers.map(({ code, label }) => ({ code, display: label })),
}

/** The address of a resource of ours. */
export const addressOf = (base: string, type: string, id: string): string => `${base}/${type}/${id}`

/** A code as we write it. Throws RangeError for one that its system does not have. */
export function coding(base: string, system: System, code: string): Required<Omit<Coding, '_display'>> {
  const found = concepts[system].find(one => one.code === code)
  if (!found) throw new RangeError(`no code ${code} in ${system}`)
  return { system: addressOf(base, 'CodeSystem', system), ...found }
}

/** What a population of a report counts: all forms, one of the answers, or a blank or topic of ours. */
export function population(base: string, id: string): Concept {
  if (id === 'initial-population')
    return { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/measure-population', code: id }] }
  const isChoice = evaluation.choices.some(({ code }) => code === id)
  return { coding: [coding(base, isChoice ? 'rrn-evaluation-answers' : 'equal-voice-figures', id)] }
}

/** What every resource under an address of its own begins with; its name is its id as one word. */
export const canonical = (
  base: string,
  type: string,
  id: string,
  version: string,
  words: { readonly title: string; readonly description: string },
): Canonical => ({
  id,
  url: addressOf(base, type, id),
  version,
  name: id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
  title: words.title,
  status: 'active',
  experimental: false,
  publisher: PUBLISHER,
  description: words.description,
})

/** Marks what is made up, to try the office out, as the standard's test data. */
export const madeUp = (demonstration: boolean): { meta?: { tag: readonly Coding[] } } =>
  demonstration
    ? { meta: { tag: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' }] } }
    : {}

/** A code system, whole. */
export interface CodeSystem extends Canonical {
  readonly resourceType: 'CodeSystem'
  readonly copyright: string
  readonly caseSensitive: true
  readonly content: 'complete'
  readonly concept: readonly { readonly code: string; readonly display: string }[]
}

/** The code systems that the other resources refer to. */
export const codeSystems = (base: string): readonly CodeSystem[] =>
  Object.entries(published).map(([id, title]) => ({
    resourceType: 'CodeSystem',
    ...canonical(base, 'CodeSystem', id, '1.0', {
      title,
      description: `${title}. Their order is no ranking.`,
    }),
    copyright,
    caseSensitive: true,
    content: 'complete',
    concept: concepts[id as System],
  }))
