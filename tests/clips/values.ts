// What can stand in a placeholder, where that is a short list: everything else has no clip and needs a voice.

import { evaluation } from '../../src/instrument/evaluation.ts'

/** All the words of one language by their keys, such as `card.title`. */
export type Strings = ReadonlyMap<string, string>

type Values = Readonly<Record<string, string | number>>

const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, n) => from + n)

const colours = ['blue', 'orange', 'purple', 'brown']
const shapes = ['circle', 'square', 'triangle', 'diamond', 'star', 'moon']

/** Forms waiting that a service may ask for before it counts: ten, or from eight on. */
const least = numbers(8, 12).map(n => ({ n }))

const drafts = (strings: Strings): Values[] =>
  colours.flatMap(colour =>
    shapes.map(shape => ({
      colour: strings.get(`curtain.${colour}`) ?? '',
      shape: strings.get(`curtain.${shape}`) ?? '',
    })),
  )

const short: Readonly<Record<string, (strings: Strings) => Values[]>> = {
  'statement.progress': () =>
    evaluation.items.map((_, before) => ({ n: before + 1, of: evaluation.items.length })),
  'topics.count': () => numbers(0, 3).map(n => ({ n, of: 3 })),
  'gate.count': () => numbers(0, 2).map(n => ({ n })),
  'takeback.count': () => numbers(0, 6).map(n => ({ n })),
  'more.least': () => least,
  'thanks.enough': () => least,
  'curtain.form': drafts,
  'curtain.sure': drafts,
}

const COUNTED = /_(zero|one|two|few|many|other)$/

/** The counts for which i18next takes this plural form. */
function counts(tag: string, key: string): Values[] {
  const form = COUNTED.exec(key)?.[1]
  const rules = new Intl.PluralRules(tag)
  // Where what has changed counts, it is the forms of a release that is small enough for bands.
  const many = key.startsWith('heard.') ? numbers(8, 19) : numbers(0, 10)
  return many
    .filter(count => form === rules.select(count) || (form === 'zero' && count === 0))
    .map(count => ({ count }))
}

/** A text with everything that can stand in its placeholders; as it is when that has no end. */
export function filled(tag: string, key: string, text: string, strings: Strings): string[] {
  if (!text.includes('{{')) return [text]
  const values = COUNTED.test(key) ? counts(tag, key) : (short[key]?.(strings) ?? [{}])
  return values.map(one => text.replace(/\{\{(\w+)\}\}/g, (found, name) => String(one[name] ?? found)))
}
