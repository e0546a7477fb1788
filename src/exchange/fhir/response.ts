// What a setting says of itself in the Readiness Checker, as a FHIR QuestionnaireResponse: one voice, by its role.
//
// Several voices are several responses: whoever disagrees is not averaged away. No name of a person is in any.

import { readiness } from '../../instrument/readiness.ts'
import { coding, madeUp } from './codes.ts'
import { versioned } from './measure.ts'
import { evidenceOf } from './questionnaire.ts'
import type { Coding, QuestionnaireResponse, Reference, ResponseItem } from './types.ts'

/** What one role, or several together, say of a setting. */
export interface Said {
  readonly id: string
  /** Whether it is made up, to try the office out. */
  readonly demonstration: boolean
  readonly setting: string
  /** A role, never a name. */
  readonly by: string
  /** A day such as 2026-03-01, or a time of ISO 8601 with its zone. */
  readonly authoredOn: string
  readonly answers: readonly { readonly linkId: string; readonly code: string; readonly evidence?: string }[]
}

/** A response as we publish it. */
export interface Response extends QuestionnaireResponse {
  readonly id: string
  readonly meta?: { readonly tag: readonly Coding[] }
  readonly language: 'en-GB'
  readonly status: 'completed'
  readonly subject: Reference
  readonly authored: string
  readonly author: Reference
}

/** The response of a voice. Throws RangeError for a question or an answer that the checker does not have. */
export function readinessResponse(base: string, said: Said): Response {
  const questions = readiness.activities.flatMap(activity => activity.questions)
  const stray = said.answers.find(({ linkId }) => !questions.some(({ id }) => id === linkId))
  if (stray) throw new RangeError(`no question ${stray.linkId}`)
  const activities = readiness.activities.flatMap(({ id, label, questions }): ResponseItem[] => {
    const item = questions.flatMap(question =>
      said.answers
        .filter(({ linkId }) => linkId === question.id)
        .map(one => answered(base, question.text, one)),
    )
    return item.length > 0 ? [{ linkId: id, text: label, item }] : []
  })
  return {
    resourceType: 'QuestionnaireResponse',
    id: said.id,
    ...madeUp(said.demonstration),
    language: 'en-GB',
    questionnaire: versioned(base, 'Questionnaire', readiness),
    status: 'completed',
    subject: { type: 'HealthcareService', display: said.setting },
    authored: said.authoredOn,
    author: { display: said.by },
    ...(activities.length > 0 && {
      item: [{ linkId: 'activities', text: readiness.activityHeading, item: activities }],
    }),
  }
}

function answered(
  base: string,
  text: string,
  { linkId, code, evidence }: Said['answers'][number],
): ResponseItem {
  const shown: ResponseItem[] = evidence?.trim()
    ? [{ linkId: evidenceOf(linkId), text: 'Evidence', answer: [{ valueString: evidence }] }]
    : []
  const valueCoding = coding(base, 'equal-voice-readiness-answers', code)
  return { linkId, text, answer: [{ valueCoding, ...(shown.length > 0 && { item: shown }) }] }
}
