// The three answers as tiles: their words from the wording, their symbols by quantity.

import { h } from 'preact'
import { evaluation } from '../../instrument/evaluation.ts'
import type { Choice } from '../../instrument/instrument.ts'
import { choiceLabel } from '../../wording/words.ts'
import { Quantity } from '../components/icons.tsx'
import type { Option } from '../components/options.tsx'

const quantities = { 'not-at-all': 'empty', sometimes: 'half', 'all-the-time': 'full' } as const

export const answerOptions = (): Option[] =>
  evaluation.choices.map(({ code }) => ({
    code,
    label: choiceLabel(code),
    picture: h(Quantity, { of: quantities[code] }),
  }))

/** The choice that a tile stands for. Throws RangeError for any other code. */
export function choiceOf(code: string): Choice {
  const found = evaluation.choices.find(choice => choice.code === code)
  if (!found) throw new RangeError(`no choice ${code}`)
  return found.code
}
