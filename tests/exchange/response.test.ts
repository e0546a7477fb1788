// What a setting says of itself, as FHIR: a voice by its role, with its evidence, and nothing added up.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { problems } from '../../src/exchange/fhir/answers.ts'
import { readinessQuestionnaire } from '../../src/exchange/fhir/questionnaire.ts'
import { readinessResponse, type Said } from '../../src/exchange/fhir/response.ts'
import { answerSet } from '../../src/improve/readiness.ts'
import { readiness } from '../../src/instrument/readiness.ts'
import { base } from './items.ts'
import { faults } from './valid.ts'

const asked = readinessQuestionnaire(base)
const questions = readiness.activities.flatMap(activity => activity.questions.map(({ id }) => id))
const codes = answerSet.answers.map(({ code }) => code)

const answers = fc.uniqueArray(fc.constantFrom(...questions)).chain(linkIds =>
  fc.tuple(
    ...linkIds.map(linkId =>
      fc.record(
        {
          linkId: fc.constant(linkId),
          code: fc.constantFrom(...codes),
          evidence: fc.constantFrom('', ' ', 'Policy 4'),
        },
        { requiredKeys: ['linkId', 'code'] },
      ),
    ),
  ),
)
const said = (all: Said['answers']): Said => ({
  id: 'voice-1',
  demonstration: false,
  setting: 'Acute',
  by: 'leader and advocate, together',
  authoredOn: '2026-03-01',
  answers: all,
})
const response = (all: Said['answers']) => readinessResponse(base, said(all))

describe('a Readiness Checker as a QuestionnaireResponse', () => {
  it('is valid R4 and answers its Questionnaire, however much was said', () => {
    fc.assert(
      fc.property(answers, all => {
        const found = response(all)
        expect(faults(found)).toEqual([])
        expect(problems(asked, found)).toEqual([])
      }),
    )
  })

  it('says who speaks by their role, and keeps evidence beside its answer', () => {
    const found = response([{ linkId: 'ready-2r', code: 'partly', evidence: 'The minutes of May' }])
    expect(found.author).toEqual({ display: 'leader and advocate, together' })
    const answer = found.item?.[0]?.item?.[0]?.item?.[0]?.answer?.[0]
    expect(answer?.valueCoding?.display).toBe('Partly')
    expect(answer?.item?.[0]?.answer).toEqual([{ valueString: 'The minutes of May' }])
  })

  it('adds nothing up: there is no number in it', () => {
    const found = response(questions.map(linkId => ({ linkId, code: 'yes' })))
    expect(JSON.stringify(found)).not.toMatch(/:\s*\d/)
  })

  it('refuses what the checker does not ask or offer', () => {
    expect(() => response([{ linkId: 'ready-9o', code: 'yes' }])).toThrow(RangeError)
    expect(() => response([{ linkId: 'ready-1o', code: 'mostly' }])).toThrow(RangeError)
  })
})
