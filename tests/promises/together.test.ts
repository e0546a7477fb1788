import { describe, expect, it } from 'vitest'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { missingContacts } from '../../src/protocol/contacts.ts'
import { release } from '../../src/results/release.ts'
import { columns, tabulate } from '../../src/results/tabulate.ts'
import { outline } from '../fixtures/people.ts'
import booklet from '../fixtures/rrn/instruments.json' with { type: 'json' }

const said = (choice: 'sometimes' | 'skipped') => ({ given: outline.items.map(() => choice), topics: [] })
const forms = (times: number, choice: 'sometimes' | 'skipped' = 'sometimes') =>
  Array(times).fill(said(choice))
const published = (all: ReturnType<typeof forms>, threshold: number) =>
  release(evaluation, tabulate(evaluation, all), '2026-03-01', threshold)

describe('forms are opened only together', () => {
  it('publishes nothing under eight forms, whatever a service has set', () => {
    expect(published(forms(7), 5)).toBeUndefined()
    expect(published(forms(8), 5)).toBeDefined()
  })

  it("publishes nothing under the service's own threshold", () => {
    expect(published(forms(9), 10)).toBeUndefined()
    expect(published(forms(10), 10)).toBeDefined()
  })

  it('takes only forms that carry an answer for its ten, so that empty ones hide nobody', () => {
    expect(published([...forms(9), ...forms(5, 'skipped')], 10)).toBeUndefined()
  })

  it('does not say of ten people that all ten said one thing', () => {
    const shown = published(forms(10), 10)?.items[0]?.cells
    expect(shown?.sometimes.kind).not.toBe('shown')
  })
})

describe('nobody is ranked', () => {
  it('gives the three answers a code and words, and no number', () => {
    for (const choice of evaluation.choices) expect(Object.keys(choice).sort()).toEqual(['code', 'label'])
  })

  it('publishes counts of forms and no figure made from answers beside them', () => {
    const whole = published(forms(20), 10)
    expect(Object.keys(whole ?? {}).sort()).toEqual([
      'base',
      'columns',
      'due',
      'instrument',
      'items',
      'topics',
      'v',
    ])
    for (const item of whole?.items ?? []) {
      expect(Object.keys(item).sort()).toEqual(['cells', 'id'])
      expect(Object.keys(item.cells).sort()).toEqual([...columns].sort())
    }
  })
})

describe('their words', () => {
  it("are the booklet's own, character for character", () => {
    expect(evaluation.items.map(item => item.text)).toEqual(booklet.evaluation.items.map(item => item.text))
    expect(evaluation.stem).toBe(booklet.evaluation.stem)
  })
})

describe('it is safe to be here', () => {
  it('misses a telephone number as much as a name, because Help must reach somebody', () => {
    const known = { name: 'Voices', phone: '020 7946 0000' }
    const mute = { name: 'Safeguarding', phone: '' }
    const given = {
      advocate: known,
      complaints: known,
      regulator: known,
      emergency: known,
      safeguarding: mute,
    }
    expect(missingContacts(given)).toEqual(['safeguarding'])
  })
})
