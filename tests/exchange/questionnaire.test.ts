// The Evaluation as FHIR, so that other systems ask what the booklet asks, in its words, and say whose every word is.

import { describe, expect, it } from 'vitest'
import { evaluationQuestionnaire } from '../../src/exchange/fhir/questionnaire.ts'
import type { Extension } from '../../src/exchange/fhir/types.ts'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { source } from '../../src/instrument/source.ts'
import { wordings } from '../../src/wording/provenance.ts'
import { translated } from '../../src/wording/translations.ts'
import { all, base, flat } from './items.ts'
import { faults, leaves } from './valid.ts'

/** What a translation says, by its language. */
const said = (extensions: readonly Extension[] = []): Record<string, string> =>
  Object.fromEntries(
    extensions.map(({ extension = [] }) => [extension[0]?.valueCode ?? '', extension[1]?.valueString ?? '']),
  )

describe('the Evaluation as a Questionnaire', () => {
  const own = evaluationQuestionnaire(base, translated)
  const whole = evaluationQuestionnaire(base, all('approved'))

  it('is valid R4, with the original alone and with every wording', () => {
    expect(faults(own)).toEqual([])
    expect(faults(whole)).toEqual([])
  })

  it('asks the 23 statements under their stem, in the five groups, character for character', () => {
    const items = flat(whole.item)
    expect(items.filter(({ type }) => type === 'choice').map(({ linkId, text }) => [linkId, text])).toEqual(
      evaluation.items.map(({ id, text }) => [id, text]),
    )
    const [stem] = whole.item.filter(({ linkId }) => linkId === 'stem')
    expect(stem?.text).toBe(evaluation.stem)
    expect(stem?.item?.map(({ text, item }) => [text, item?.length])).toEqual(
      evaluation.groups.map(({ label, items }) => [label, items.length]),
    )
    expect(new Set(items.map(({ linkId }) => linkId)).size).toBe(items.length)
  })

  it('offers the three answers in their printed order, none of them required and none with a number', () => {
    for (const item of flat(whole.item).filter(({ type }) => type === 'choice')) {
      expect(item.required).toBe(false)
      expect(item.answerOption?.map(({ valueCoding }) => valueCoding.display)).toEqual(
        evaluation.choices.map(({ label }) => label),
      )
    }
    expect(leaves(whole).filter(([, leaf]) => typeof leaf === 'number')).toEqual([])
    expect(JSON.stringify(whole)).not.toMatch(/ordinalValue|itemWeight|score/i)
  })

  it('says what skipped and unreached are, since neither is an answer', () => {
    expect(own.description).toMatch(/\*Skipped\*.+\*Unreached\*/)
  })

  it('carries every approved wording as a translation, plainer words as a simplified form', () => {
    for (const item of flat(whole.item).filter(({ type }) => type !== 'display')) {
      const words = said(item._text?.extension)
      expect(Object.keys(words).length).toBe(23)
      if (item.linkId === 'eval-14') expect(words).toMatchObject({ pl: 'Personel dotrzymuje obietnic' })
      if (item.linkId === 'eval-14') expect(words['en-simple']).toBe('Staff do what they promise.')
    }
    const [option] = flat(whole.item).find(({ type }) => type === 'choice')?.answerOption ?? []
    expect(said(option?.valueCoding._display?.extension).pl).toBe('Nigdy')
    for (const lang of Object.keys(said(whole.item.at(-1)?._text?.extension)))
      expect(Intl.getCanonicalLocales(lang)).toEqual([lang])
  })

  it('says of every wording whose it is and each step that was taken, of the original first', () => {
    const ids = whole.extension.map(
      ({ extension = [] }) => extension.find(({ url }) => url === 'id')?.valueString,
    )
    expect(ids).toEqual(wordings.map(({ wording }) => wording.id))
    const told = leaves(whole.extension).map(([, leaf]) => leaf)
    for (const { known } of translated)
      for (const { by, capacity, permission } of known.wording.steps)
        expect(told).toEqual(expect.arrayContaining([by, capacity, permission]))
  })

  it('hands no wording on that is not approved: a draft elsewhere would be taken for the instrument', () => {
    for (const state of [
      'draft',
      'forward-translated',
      'back-translated',
      'debriefed',
      'withdrawn',
    ] as const) {
      const found = evaluationQuestionnaire(base, all(state))
      expect(JSON.stringify(found)).not.toContain('StructureDefinition/translation')
      expect(found.extension.length).toBe(1)
    }
  })

  it('names its author and licence, and claims nobody’s blessing', () => {
    for (const part of [source.citation, source.licence, 'has not endorsed'])
      expect(own.copyright).toContain(part)
  })
})
