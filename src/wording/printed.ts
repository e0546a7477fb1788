// A wording as paper needs it: the instrument's own words, and of the screens what is as true on paper.

import { evaluation } from '../instrument/evaluation.ts'
import type { Wording } from './pack.ts'
import { type Known, wordingOf, wordings } from './provenance.ts'

/** Where in the screens' words stands what a booklet says too, by its name in office.json. */
const places = {
  title: ['welcome', 'title'],
  sub: ['welcome', 'lead'],
  what: ['card', 'what'],
  whatmore: ['card', 'whatmore'],
  free: ['card', 'free'],
  freemore: ['card', 'freemore'],
  today: ['help', 'today'],
  help: ['help', 'title'],
  safe: ['help', 'safe'],
  phone: ['help', 'phone'],
  advocate: ['help', 'advocate'],
  safeguarding: ['help', 'safeguarding'],
  complaints: ['help', 'complaints'],
  regulator: ['help', 'regulator'],
  emergency: ['help', 'emergency'],
  talk: ['topics', 'title'],
} as const
export type Place = keyof typeof places

/** A wording ready for the page; `told` has what its language says in its own words, and may lack any of it. */
export interface Printed {
  readonly known: Known
  readonly words: Wording
  readonly told: { readonly [place in Place]?: string }
}

const byId = (rows: readonly { readonly id: string; readonly text?: string; readonly label?: string }[]) =>
  Object.fromEntries(rows.map(({ id, text, label }) => [id, text ?? label ?? '']))
const label = (n: 0 | 1 | 2): string => evaluation.choices[n].label

/** The RRN's own words, character for character. They come with the page. */
export const ownWords: Printed = {
  known: own(),
  words: {
    stem: evaluation.stem,
    choices: { 'not-at-all': label(0), sometimes: label(1), 'all-the-time': label(2) },
    groups: byId(evaluation.groups),
    items: byId(evaluation.items),
  },
  told: {},
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
  const plainer = known.kind === 'easy' ? pack?.easy.screens : undefined
  return { known, words, told: toldIn([plainer, pack?.screens, pack?.first]) }
}

/** The first that has each; what is plainer stands before what is not. */
function toldIn(screens: readonly (object | undefined)[]): Printed['told'] {
  const found = Object.entries(places).flatMap(([place, [screen, key]]) => {
    const line = screens.map(one => at(at(one, screen), key)).find(one => typeof one === 'string')
    return line === undefined ? [] : [[place, line] as const]
  })
  return Object.fromEntries(found)
}

const at = (of: unknown, key: string): unknown =>
  typeof of === 'object' && of !== null ? Object.entries(of).find(([name]) => name === key)?.[1] : undefined

function own(): Known {
  const known = wordings.find(({ kind }) => kind === 'original')
  if (!known) throw new RangeError('no original')
  return known
}
