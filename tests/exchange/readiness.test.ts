// The Readiness Checker as FHIR, its answers marked as ours, and the codes that both instruments refer to.

import { describe, expect, it } from 'vitest'
import { codeSystems } from '../../src/exchange/fhir/codes.ts'
import { structureDefinitions } from '../../src/exchange/fhir/extensions.ts'
import { evaluationQuestionnaire, readinessQuestionnaire } from '../../src/exchange/fhir/questionnaire.ts'
import { answerSet } from '../../src/improve/readiness.ts'
import { readiness } from '../../src/instrument/readiness.ts'
import { all, base, flat } from './items.ts'
import { faults, leaves } from './valid.ts'

describe('the Readiness Checker as a Questionnaire', () => {
  const found = readinessQuestionnaire(base)

  it('is valid R4, with the 21 questions character for character', () => {
    expect(faults(found)).toEqual([])
    expect(
      flat(found.item)
        .filter(({ type }) => type === 'choice')
        .map(({ linkId, text }) => [linkId, text]),
    ).toEqual(readiness.activities.flatMap(({ questions }) => questions.map(({ id, text }) => [id, text])))
    expect(flat(found.item).find(({ linkId }) => linkId === 'activities')?.text).toBe('Coproducton activity')
  })

  it('offers our answers as ours, since the booklet has none', () => {
    const [first] = flat(found.item).filter(({ type }) => type === 'choice')
    expect(first?.answerOption?.map(({ valueCoding }) => valueCoding)).toEqual(
      answerSet.answers.map(({ code, label }) => ({
        system: `${base}/CodeSystem/equal-voice-readiness-answers`,
        code,
        display: label,
      })),
    )
    expect(found.description).toContain('It defines no answers')
  })
})

describe('what both refer to', () => {
  const systems = codeSystems(base)

  it('is valid R4 and stands under the address that the caller gives', () => {
    for (const one of [...systems, ...structureDefinitions(base)]) {
      expect(faults(one)).toEqual([])
      expect(one.url).toBe(`${base}/${one.resourceType}/${one.id}`)
    }
  })

  it('has every code and extension that they use, so that no reader meets one unexplained', () => {
    const used = [evaluationQuestionnaire(base, all('approved')), readinessQuestionnaire(base)]
    const known = [...systems, ...structureDefinitions(base)].map(({ url }) => url)
    const ours = leaves(used).flatMap(([name, leaf]) =>
      (name === 'system' || name === 'url') && String(leaf).startsWith(base) ? [leaf] : [],
    )
    const apart = used.map(({ url }) => url)
    expect(ours.filter(url => !apart.includes(String(url)) && !known.includes(String(url)))).toEqual([])
    expect(ours.length).toBeGreaterThan(100)
  })
})
