// The validator that the tests of FHIR rely on finds faults that were planted, so that it is known to look.

import { describe, expect, it } from 'vitest'
import { measureReport } from '../../src/exchange/fhir/measurereport.ts'
import { named, small } from './releases.ts'
import { faults } from './valid.ts'

describe('the validator of these tests', () => {
  const plant = (change: (report: Record<string, unknown>) => void): string[] => {
    const copy: Record<string, unknown> = structuredClone({
      ...measureReport('https://voice.example/fhir', named(small)),
    })
    change(copy)
    return faults(copy)
  }

  it.each<[string, (report: Record<string, unknown>) => void]>([
    ['a status that there is none of', report => Object.assign(report, { status: 'finished' })],
    ['a report without its measure', report => delete report.measure],
    ['a report of no period', report => delete report.period],
    ['a figure in words', report => Object.assign(report, { group: [{ population: [{ count: 'three' }] }] })],
    ['half a form', report => Object.assign(report, { group: [{ population: [{ count: 1.5 }] }] })],
    ['a property of our own', report => Object.assign(report, { average: 2 })],
    ['a day that is none', report => Object.assign(report, { period: { end: '1 March 2026' } })],
    ['a list of nothing', report => Object.assign(report, { group: [] })],
    ['words that say nothing', report => Object.assign(report, { reporter: { display: '' } })],
    ['groups that are no list', report => Object.assign(report, { group: {} })],
  ])('finds %s, so that it is known to look', (_, change) => {
    expect(plant(change).length).toBeGreaterThan(0)
  })

  it('finds faults in a Questionnaire and a response too', () => {
    expect(faults({ resourceType: 'Questionnaire', status: 'active', item: [{ linkId: 'a' }] })).not.toEqual(
      [],
    )
    expect(
      faults({ resourceType: 'Questionnaire', status: 'active', item: [{ type: 'choice' }] }),
    ).not.toEqual([])
    expect(faults({ resourceType: 'QuestionnaireResponse', status: 'sent' })).not.toEqual([])
    expect(faults({ resourceType: 'Nothing' })).not.toEqual([])
  })
})
