// How forms were filled in, as far as a release may be broken down by it: who helped, in which words, read aloud or not.

import type { Helper, Manner } from '../form/form.ts'

/** What a payload says of it. There is no breakdown beside a form of which a part is missing: no payload lacks one. */
export interface Filled {
  readonly helper?: Helper
  readonly manner?: Pick<Manner, 'words' | 'aloud'>
  readonly wording?: { readonly id: string }
}

/** As much of it as is counted: size, colours, calm and switches are nobody's business but the person's. */
export interface How {
  readonly helper: Helper | 'not known'
  readonly words: 'original' | 'translated' | 'easy'
  readonly aloud: boolean | 'not known'
}

/**
 * How a form was filled in; undefined where a part of it was not told. Whoever types a form that came on paper knows in which
 * words it was, and neither who helped nor who read it aloud: whatever stands in its payload, that is not known.
 */
export function howOf({ helper, manner, wording }: Filled, paper?: 'on paper'): How | undefined {
  if (!(helper && manner && wording)) return undefined
  const original = /(^|\/)original$/.test(wording.id)
  const words = manner.words === 'easy' ? 'easy' : original ? 'original' : 'translated'
  return paper ? { helper: 'not known', words, aloud: 'not known' } : { helper, words, aloud: manner.aloud }
}

/** By what a release may be broken down. */
export type By = 'supporter' | 'wording' | 'aloud'

/** One way of telling forms apart: the part of every form is one of its parts. */
export interface Rung {
  readonly by: By
  readonly parts: readonly string[]
  partOf(how: How): string
}

const rung = <Part extends string>(
  by: By,
  parts: readonly Part[],
  partOf: (how: How) => NoInfer<Part>,
): Rung => ({ by, parts, partOf })

const alone = 'nobody or not known'
const unread = 'not read aloud or not known'

/** A part by the name it has now: earlier versions named two of them as if everything in them were known. */
export const partName = (is: string): string =>
  is === 'nobody' ? alone : is === 'not read aloud' ? unread : is

const isHelped = (helper: How['helper']): helper is Exclude<Helper, 'nobody'> =>
  helper !== 'nobody' && helper !== 'not known'

/**
 * What is tried in this order, whatever the figures are: of each line the first that fits, the finest first. The order is part
 * of what a reader knows. Staff stand alone where they can: answers are read differently when they sat there. What is not known
 * has no part to itself: forms on paper are few, and left out they would be what the parts lack. Its part is named so in every
 * release, so that the name does not tell where there was paper.
 */
export const ladder: readonly (readonly Rung[])[] = [
  [
    rung('supporter', [alone, 'advocate', 'interpreter', 'peer', 'family', 'staff', 'other'], ({ helper }) =>
      isHelped(helper) ? helper : alone,
    ),
    rung('supporter', [alone, 'staff', 'somebody else'], ({ helper }) =>
      helper === 'staff' ? helper : isHelped(helper) ? 'somebody else' : alone,
    ),
    rung('supporter', [alone, 'somebody'], ({ helper }) => (isHelped(helper) ? 'somebody' : alone)),
  ],
  [
    rung('wording', ['original', 'translated', 'easy'], ({ words }) => words),
    rung('wording', ['standard', 'easy'], ({ words }) => (words === 'easy' ? words : 'standard')),
    rung('wording', ['original', 'others'], ({ words }) => (words === 'original' ? words : 'others')),
  ],
  [rung('aloud', ['read aloud', unread], ({ aloud }) => (aloud === true ? 'read aloud' : unread))],
]
