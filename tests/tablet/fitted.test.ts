// In whose words a person is asked, where the ward does not have on what they would like.

import { expect, it } from 'vitest'
import { plainManner } from '../../src/form/form.ts'
import { fitted } from '../../src/tablet/fitted.ts'
import { ward } from '../fakes/tablet.ts'

const easy = { language: 'pl', manner: { ...plainManner, words: 'easy', size: 'large' } } as const

it.each([
  ['what they chose', ['pl/standard', 'pl/easy'], 'pl', 'easy'],
  ['the language’s other words', ['pl/standard'], 'pl', 'standard'],
  ['the original, since nothing else of it is on', ['cy/easy'], 'en', 'standard'],
])('gives %s, and leaves everything else as they chose it', (_, wordings, language, words) => {
  const manner = { ...easy.manner, words }
  expect(fitted(ward({ wordings }), easy)).toEqual({ language, manner })
})
