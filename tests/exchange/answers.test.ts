// Whether a response answers what was asked: what no schema tells.

import { describe, expect, it } from 'vitest'
import { problems } from '../../src/exchange/fhir/answers.ts'
import { evaluationQuestionnaire } from '../../src/exchange/fhir/questionnaire.ts'
import type {
  Answer,
  Questionnaire,
  QuestionnaireResponse,
  ResponseItem,
} from '../../src/exchange/fhir/types.ts'
import { base } from './items.ts'

const option = (code: string) => ({ valueCoding: { system: 'urn:answers', code } })
const form: Questionnaire = {
  resourceType: 'Questionnaire',
  url: 'urn:form',
  version: '1',
  item: [
    { linkId: 'intro', type: 'display', text: 'Read this' },
    {
      linkId: 'group',
      type: 'group',
      item: [
        {
          linkId: 'choice',
          type: 'choice',
          required: true,
          answerOption: [option('yes'), option('no')],
          item: [{ linkId: 'why', type: 'text' }],
        },
        { linkId: 'several', type: 'choice', repeats: true, answerOption: [option('a'), option('b')] },
      ],
    },
    { linkId: 'many', type: 'integer' },
    { linkId: 'odd', type: 'attachment' },
  ],
}
const yes: ResponseItem = { linkId: 'choice', answer: [option('yes')] }
const filled = (item: readonly ResponseItem[], more: object = {}): QuestionnaireResponse => ({
  resourceType: 'QuestionnaireResponse',
  questionnaire: 'urn:form|1',
  status: 'completed',
  item,
  ...more,
})
const inGroup = (...item: ResponseItem[]): QuestionnaireResponse => filled([{ linkId: 'group', item }])
const answer = (linkId: string, ...answer: Answer[]): ResponseItem => ({ linkId, answer })

describe('the check of answers', () => {
  it.each<[string, QuestionnaireResponse]>([
    ['nothing at all, where nothing has to be answered', filled([])],
    [
      'all that it asks',
      inGroup({
        linkId: 'choice',
        answer: [{ ...option('no'), item: [answer('why', { valueString: 'x' })] }],
      }),
    ],
    ['several answers where it says so', inGroup(yes, answer('several', option('a'), option('b')))],
    ['a form that is still being answered', { ...inGroup(), status: 'in-progress' }],
    ['words to read', filled([{ linkId: 'intro' }])],
  ])('takes %s', (_, given) => {
    expect(problems(form, given)).toEqual([])
  })

  it.each<[string, string, QuestionnaireResponse]>([
    ['another questionnaire', '', filled([], { questionnaire: 'urn:form|2' })],
    ['not in the questionnaire', 'other', filled([answer('other')])],
    ['not in its place', 'choice', filled([yes])],
    ['not in its place', 'why', inGroup({ ...yes, item: [answer('why', { valueString: 'x' })] })],
    ['answered twice', 'choice', inGroup(yes, yes)],
    ['more than one answer', 'choice', inGroup(answer('choice', option('yes'), option('no')))],
    ['not one of the options', 'choice', inGroup(answer('choice', option('perhaps')))],
    [
      'not one of the options',
      'choice',
      inGroup(answer('choice', { valueCoding: { system: 'urn:x', code: 'yes' } })),
    ],
    ['not of its type', 'choice', inGroup(answer('choice', { valueString: 'yes' }))],
    ['not of its type', 'many', filled([answer('many', { valueInteger: 1.5 })])],
    ['not of its type', 'many', filled([answer('many', { valueInteger: 1, valueString: 'one' })])],
    ['an answer where none is asked for', 'intro', filled([answer('intro', { valueString: 'x' })])],
    ['of a type that is not checked', 'odd', filled([answer('odd', { valueString: 'x' })])],
    ['missing', 'choice', inGroup()],
    ['missing', 'choice', inGroup({ linkId: 'choice', answer: [] })],
  ])('finds what is %s: %s', (is, linkId, given) => {
    expect(problems(form, given)).toEqual([{ linkId, is }])
  })

  it('finds a linkId that a questionnaire has twice, since nobody knows which was answered', () => {
    const twice = { ...form, item: [...(form.item ?? []), { linkId: 'many', type: 'string' }] }
    expect(problems(twice, filled([]))).toEqual([{ linkId: 'many', is: 'twice in the questionnaire' }])
  })

  it('takes a zero and a no for answers', () => {
    const item = [
      { linkId: 'n', type: 'integer', required: true },
      { linkId: 'b', type: 'boolean', required: true },
    ]
    const given = filled([answer('n', { valueInteger: 0 }), answer('b', { valueBoolean: false })])
    expect(problems({ ...form, item }, given)).toEqual([])
  })

  it('finds any answer to a statement that is none of the three', () => {
    const evaluation = evaluationQuestionnaire(base, [])
    const stem = (valueCoding: Answer['valueCoding'] = {}) => ({
      ...filled([
        {
          linkId: 'stem',
          item: [{ linkId: 'trust', item: [answer('eval-14', { valueCoding })] }],
        },
      ]),
      questionnaire: evaluation.url,
    })
    const system = `${base}/CodeSystem/rrn-evaluation-answers`
    expect(problems(evaluation, stem({ system, code: 'sometimes' }))).toEqual([])
    expect(problems(evaluation, stem({ system, code: 'skipped' }))).toEqual([
      { linkId: 'eval-14', is: 'not one of the options' },
    ])
  })
})
