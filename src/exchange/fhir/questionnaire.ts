// The two instruments as FHIR Questionnaires, in the RRN's own words, with the approved wordings beside them.

import { answerSet } from '../../improve/readiness.ts'
import { evaluation } from '../../instrument/evaluation.ts'
import type { Instrument } from '../../instrument/instrument.ts'
import { readiness } from '../../instrument/readiness.ts'
import { wordings } from '../../wording/provenance.ts'
import type { Translated } from '../../wording/translations.ts'
import { askedOf } from '../columns.ts'
import { canonical, coding } from './codes.ts'
import { BLANKS, copyright } from './said.ts'
import type { Canonical, Extension, QuestionnaireItem } from './types.ts'
import { approved, provenance, translations } from './wordings.ts'

/** An instrument as we publish it. */
export interface Published extends Canonical {
  readonly resourceType: 'Questionnaire'
  readonly language: 'en-GB'
  readonly extension: readonly Extension[]
  readonly copyright: string
  readonly item: readonly QuestionnaireItem[]
}

/** An intro is the booklet's, in the original alone. */
const intro = (texts: readonly string[]): QuestionnaireItem[] =>
  texts.map((text, n) => ({ linkId: `intro-${n + 1}`, text, type: 'display' }))

/** Words with their translations, where there are any. */
function worded(
  text: string,
  all: readonly Translated[],
  say: (words: Translated['words']) => string | undefined,
) {
  const _text = translations(all, say)
  return { text, ...(_text && { _text }) }
}

/** The Evaluation: its stem over the five groups, the 23 statements and the three answers. */
export function evaluationQuestionnaire(base: string, all: readonly Translated[]): Published {
  const instrument: Instrument = evaluation
  const answerOption = instrument.choices.map(({ code }) => {
    const _display = translations(all, ({ choices }) => choices[code])
    return { valueCoding: { ...coding(base, 'rrn-evaluation-answers', code), ...(_display && { _display }) } }
  })
  const statement = (id: string): QuestionnaireItem => ({
    linkId: id,
    code: [coding(base, 'rrn-evaluation-items', id)],
    ...worded(askedOf(instrument, id).item.text, all, ({ items }) => items[id]),
    type: 'choice',
    required: false,
    repeats: false,
    answerOption,
  })
  const groups = instrument.groups.map(
    ({ id, label, items }): QuestionnaireItem => ({
      linkId: id,
      ...worded(label, all, ({ groups }) => groups[id]),
      type: 'group',
      item: items.map(statement),
    }),
  )
  return {
    resourceType: 'Questionnaire',
    language: 'en-GB',
    extension: whose(base, all),
    ...canonical(base, 'Questionnaire', instrument.id, instrument.version, {
      title: instrument.title,
      description: BLANKS,
    }),
    copyright,
    item: [
      ...intro(instrument.intro),
      { linkId: 'stem', ...worded(instrument.stem, all, ({ stem }) => stem), type: 'group', item: groups },
    ],
  }
}

/** The linkId of the evidence to a question of the Readiness Checker. */
export const evidenceOf = (question: string): string => `${question}-evidence`

/** The Readiness Checker: 21 questions by activity and commitment. The booklet has no answers to them: these are ours. */
export function readinessQuestionnaire(base: string): Published {
  const answerOption = answerSet.answers.map(({ code }) => ({
    valueCoding: coding(base, 'equal-voice-readiness-answers', code),
  }))
  const activities = readiness.activities.map(
    ({ id, label, questions }): QuestionnaireItem => ({
      linkId: id,
      text: label,
      type: 'group',
      item: questions.map(question => ({
        linkId: question.id,
        code: [coding(base, 'rrn-readiness-commitment', question.dimension)],
        text: question.text,
        type: 'choice',
        required: false,
        repeats: false,
        answerOption,
        item: [
          {
            linkId: evidenceOf(question.id),
            text: 'Evidence',
            type: 'text',
            required: false,
            repeats: false,
          },
        ],
      })),
    }),
  )
  const { id, version, title, activityHeading: text } = readiness
  return {
    resourceType: 'Questionnaire',
    language: 'en-GB',
    extension: whose(base, []),
    ...canonical(base, 'Questionnaire', id, version, {
      title,
      description:
        "The booklet's questions to leaders of a setting, by activity and commitment. It defines no answers: *Yes, Partly, No, We don't know* and the place for evidence are those of Equal Voice. No number belongs to an answer, and nothing is added up.",
    }),
    copyright,
    item: [...intro([readiness.intro]), { linkId: 'activities', text, type: 'group', item: activities }],
  }
}

/** Whose words stand in the resource: the original's, and each approved wording's. */
const whose = (base: string, all: readonly Translated[]): readonly Extension[] =>
  [...wordings.filter(({ kind }) => kind === 'original'), ...approved(all).map(({ known }) => known)].map(
    known => provenance(base, known),
  )
