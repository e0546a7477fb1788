// The Measure that a release answers to: how it is to be read, and no better or worse.

import { describe, expect, it } from 'vitest'
import office from '../../locales/en/office.json' with { type: 'json' }
import { measure } from '../../src/exchange/fhir/measure.ts'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { base } from './items.ts'
import { faults, leaves } from './valid.ts'

describe('the Measure', () => {
  const found = measure(base, evaluation)

  it('is valid R4 and says first how a release is to be read, in the words of the office', () => {
    expect(faults(found)).toEqual([])
    expect(found.disclaimer).toBe(office.release.first)
  })

  it('has no better and no worse: the model knows no hierarchy', () => {
    expect(Object.keys(found)).not.toContain('improvementNotation')
    expect(leaves(found).filter(([, leaf]) => typeof leaf === 'number')).toEqual([])
  })
})
