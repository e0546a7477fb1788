// The words of one language and manner, as the tests look for them on its screens.

import type { Choice } from '../../../src/instrument/instrument.ts'
import { packs } from '../../../src/wording/packs.ts'
import { original } from '../../../src/wording/words.ts'
import { over, words } from '../../fixtures/words.ts'

export interface Tongue {
  readonly words: typeof words
  readonly stem: string
  /** The statements in their order. */
  readonly items: readonly string[]
  readonly choices: Readonly<Record<Choice, string>>
}

/** The RRN's English. */
export const english: Tongue = { ...original, words, items: Object.values(original.items) }

/** Throws for a language without a pack. */
export async function tongueOf(tag: string, how: 'standard' | 'easy'): Promise<Tongue> {
  const pack = await packs[tag]?.()
  if (!pack) throw new RangeError(`no pack of ${tag}`)
  const parts = [pack.first, pack.screens, pack.modes, pack.gate]
  const own = parts.reduce((under: typeof words, part) => over(under, part ?? {}), words)
  const { stem, choices, items } = pack[how] ?? original
  return {
    words: how === 'easy' ? over(own, pack.easy.screens ?? {}) : own,
    stem,
    choices,
    items: Object.keys(original.items).map(id => items[id] ?? ''),
  }
}
