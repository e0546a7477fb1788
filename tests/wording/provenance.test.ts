// Every wording says whose it is and how far it has been checked, in the shape that the code believes.

import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { languages, states, stepKinds, wordingOf, wordings } from '../../src/wording/provenance.ts'

const said = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))

const step = v.strictObject({
  step: v.picklist(stepKinds),
  by: said,
  capacity: said,
  when: v.pipe(v.string(), v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/)),
  permission: said,
})

const wording = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z]{2}\/(original|standard|easy)$/)),
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+$/)),
  state: v.picklist(states),
  steps: v.pipe(v.array(step), v.minLength(1)),
})

const shared = {
  language: v.pipe(v.string(), v.regex(/^[a-z]{2}$/)),
  name: said,
  english: said,
  direction: v.picklist(['ltr', 'rtl']),
  script: v.picklist(['Latn', 'Cyrl', 'Guru', 'Arab', 'Beng', 'Gujr']),
  digits: v.literal('latn'),
  aloud: v.picklist(['computer', 'none']),
}
const english = v.strictObject({
  ...shared,
  wordings: v.strictObject({ original: wording, easy: wording }),
})
const other = v.strictObject({ ...shared, wordings: v.strictObject({ standard: wording, easy: wording }) })

describe('every wording', () => {
  it.each(languages.map(one => [one.english, one] as const))(
    'in %s has the shape that the code believes',
    (_, one) => {
      expect(v.safeParse(one.language === 'en' ? english : other, one).issues).toBeUndefined()
    },
  )

  it('is called by its own language and kind, so that no form is sealed under the name of another', () => {
    for (const { language, kind, wording } of wordings)
      expect(wording.id).toBe(`${language.language}/${kind}`)
    expect(wordingOf('pl/easy')?.language.english).toBe('Polish')
    expect(wordingOf('tlh/easy')).toBeUndefined()
  })

  it('is a draft unless it is the original or somebody debriefed and approved it: a machine approves nothing', () => {
    for (const { kind, wording } of wordings) {
      expect([wording.id, wording.state === 'original']).toEqual([wording.id, kind === 'original'])
      const taken = new Set(wording.steps.map(one => one.step))
      if (wording.state === 'approved')
        expect([...taken]).toEqual(expect.arrayContaining(['debriefed', 'approved']))
      const byMachine = wording.steps.filter(one =>
        /machine|computer|model/i.test(`${one.by} ${one.capacity}`),
      )
      expect(byMachine.map(one => one.step)).not.toContain('approved')
      expect(byMachine.map(one => one.step)).not.toContain('debriefed')
    }
  })

  it('of the original is the version of the instrument that people answer', () => {
    expect(wordingOf('en/original')?.wording.version).toBe(evaluation.version)
  })

  it('comes in the twelve languages, each under its own name, with right-to-left where it is so written', () => {
    expect(languages.map(one => one.name)).toEqual([
      'English',
      'Cymraeg',
      'Polski',
      'Română',
      'ਪੰਜਾਬੀ',
      'اردو',
      'বাংলা',
      'ગુજરાતી',
      'العربية',
      'Português',
      'Soomaali',
      'Українська',
    ])
    expect(languages.filter(one => one.direction === 'rtl').map(one => one.language)).toEqual(['ur', 'ar'])
    expect(languages.filter(one => one.script === 'Arab').map(one => one.language)).toEqual(['ur', 'ar'])
  })
})
