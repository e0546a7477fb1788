// A wording as paper needs it: the instrument's own words, and of the first card what is as true on paper as on a screen.

import { evaluation } from '../instrument/evaluation.ts'
import type { Wording } from './pack.ts'
import { type Known, wordingOf, wordings } from './provenance.ts'

/** A wording ready for the page; `promises` are the first two of the first card, where its language has them. */
export interface Printed {
  readonly known: Known
  readonly words: Wording
  readonly promises: readonly { readonly say: string; readonly more: string }[]
}

const byId = (rows: readonly { readonly id: string; readonly text?: string; readonly label?: string }[]) =>
  Object.fromEntries(rows.map(({ id, text, label }) => [id, text ?? label ?? '']))

/** The RRN's own words, character for character. They come with the page. */
export const ownWords: Printed = {
  known: own(),
  words: {
    stem: evaluation.stem,
    choices: { 'not-at-all': label(0), sometimes: label(1), 'all-the-time': label(2) },
    groups: byId(evaluation.groups),
    items: byId(evaluation.items),
  },
  promises: [],
}

/** The original and the wordings that are switched on, in their order. */
export const printable = (on: readonly string[]): Known[] =>
  wordings.filter(({ kind, wording }) => kind === 'original' || on.includes(wording.id))

/** Brings a wording by its id. Rejects when this build does not hold it, or it can't be fetched. */
export async function printed(id: string): Promise<Printed> {
  const known = wordingOf(id)
  if (!known) throw new RangeError(`no wording ${id}`)
  if (known.kind === 'original') return ownWords
  const { packs } = await import('./packs.ts')
  const pack = await packs[known.language.language]?.()
  const words = known.kind === 'easy' ? pack?.easy : pack?.standard
  if (!words) throw new RangeError(`no words for ${id}`)
  const { what, whatmore, free, freemore } = pack?.first?.card ?? {}
  const lines = [
    { say: what, more: whatmore },
    { say: free, more: freemore },
  ]
  return {
    known,
    words,
    promises: lines.flatMap(({ say, more }) => (say && more ? [{ say, more }] : [])),
  }
}

function own(): Known {
  const known = wordings.find(({ kind }) => kind === 'original')
  if (!known) throw new RangeError('no original')
  return known
}

function label(n: 0 | 1 | 2): string {
  return evaluation.choices[n].label
}
