// What somebody can do where their form is, each with how often they do it; and what leads to what a kill aims at.

import type { Form } from '../../../src/form/form.ts'
import type { Chance } from '../chance.ts'

/** All that a kill can fall into. */
export const kinds = [
  'begin',
  'answer',
  'answer again',
  'skip',
  'continue',
  'back',
  'talk',
  'change',
  'stop',
  'go back',
  'pause',
  'keep',
  'two pictures',
  'no pictures',
  'carry on',
  'right pictures',
  'wrong pictures',
  'without pictures',
  'erase',
  'send what I have',
  'finish',
  'send',
  'take back',
] as const
export type Kind = (typeof kinds)[number]

/** A form that is on a screen. */
export type Open = Extract<Form, { state: 'answering' | 'stopping' }>

/** What can be tapped on the screen of a form. */
export function options(form: Open): Map<Kind, number> {
  const { sheet, place } = form
  if (form.state === 'stopping') {
    const some = Object.values(sheet.answers).some(given => given !== 'skipped')
    return new Map([
      ['go back', 1],
      ['keep', 1],
      ['erase', 0.2],
      ...(some ? [['send what I have', 1] as const] : []),
    ])
  }
  const always = [
    ['stop', 0.25],
    ['pause', 0.25],
  ] as const
  if (place.at === 'topics')
    return new Map([['talk', 2], ['continue', 3], ['skip', 0.5], ['back', 0.3], ...always])
  if (place.at === 'review') return new Map([['change', 0.6], ['finish', 3], ['back', 0.2], ...always])
  const item = sheet.outline.items[place.n - 1] ?? ''
  const back = place.n > 1 || place.changing ? ([['back', 0.5]] as const) : []
  if (sheet.answers[item] === undefined) return new Map([['answer', 6], ['skip', 1], ...back, ...always])
  return new Map([['answer again', 1], ['continue', 7], ['skip', 0.4], ...back, ...always])
}

/** What can be done once a form was put away, and at its gate; `shut` after five wrong tries. */
export const putting: ReadonlyMap<Kind, number> = new Map([
  ['two pictures', 1],
  ['no pictures', 1],
])
export const passing = (shut: boolean): ReadonlyMap<Kind, number> =>
  shut
    ? new Map([['without pictures', 1]])
    : new Map([
        ['right pictures', 2],
        ['wrong pictures', 0.6],
        ['without pictures', 0.4],
      ])

/** What is tapped first by somebody who is on the way to something else. */
const ways: Partial<Readonly<Record<Kind, readonly Kind[]>>> = {
  'go back': ['stop'],
  keep: ['stop'],
  erase: ['stop'],
  'send what I have': ['stop'],
  send: ['send what I have', 'stop', 'answer'],
  'take back': ['send what I have', 'stop', 'answer'],
  'two pictures': ['pause', 'keep'],
  'no pictures': ['pause', 'keep'],
  'carry on': ['pause', 'keep'],
  'right pictures': ['two pictures', 'pause', 'keep'],
  'wrong pictures': ['two pictures', 'pause', 'keep'],
  'without pictures': ['two pictures', 'pause', 'keep'],
  begin: ['pause', 'keep'],
}

/** How often each option is taken by somebody whom a kill at `aim` waits for. */
export function toward(aim: Kind, from: ReadonlyMap<Kind, number>): Map<Kind, number> {
  const on = ways[aim] ?? []
  const leaves: readonly Kind[] = ['stop', 'pause', 'keep', 'erase', 'send what I have', 'back', 'change']
  const weighed = [...from].map(([kind, often]) => {
    if (kind === aim) return [kind, often * 40] as const
    if (on.includes(kind)) return [kind, often * 20] as const
    return [kind, leaves.includes(kind) ? often * 0.15 : often] as const
  })
  return new Map(weighed)
}

/** One of these by chance, as often as its weight says. */
export function weighed(from: ReadonlyMap<Kind, number>, chance: Chance): Kind {
  let left = chance.next() * [...from.values()].reduce((a, b) => a + b, 0)
  for (const [kind, weight] of from) {
    left -= weight
    if (left <= 0) return kind
  }
  return chance.one([...from.keys()])
}
