// How forms were filled in, as far as a release may be broken down by it: who helped, in which words, read aloud or not.

import type { Helper, Manner } from '../form/form.ts'

/** What a payload says of it. Forms of which a part is not known stand in no breakdown, and there is none beside them. */
export interface Filled {
  readonly helper?: Helper
  readonly manner?: Pick<Manner, 'words' | 'aloud'>
  readonly wording?: { readonly id: string }
}

/** As much of it as is counted: size, colours, calm and switches are nobody's business but the person's. */
export interface How {
  readonly helper: Helper
  readonly words: 'original' | 'translated' | 'easy'
  readonly aloud: boolean
}

/** How a form was filled in; undefined where a part of it is not known. */
export function howOf({ helper, manner, wording }: Filled): How | undefined {
  if (!(helper && manner && wording)) return undefined
  const original = /(^|\/)original$/.test(wording.id)
  const words = manner.words === 'easy' ? 'easy' : original ? 'original' : 'translated'
  return { helper, words, aloud: manner.aloud }
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

/**
 * What is tried in this order, whatever the figures are: of each line the first that fits, the finest first. The order is part
 * of what a reader knows. Staff stand alone where they can: answers are read differently when they sat there.
 */
export const ladder: readonly (readonly Rung[])[] = [
  [
    rung(
      'supporter',
      ['nobody', 'advocate', 'interpreter', 'peer', 'family', 'staff', 'other'],
      ({ helper }) => helper,
    ),
    rung('supporter', ['nobody', 'staff', 'somebody else'], ({ helper }) =>
      helper === 'nobody' || helper === 'staff' ? helper : 'somebody else',
    ),
    rung('supporter', ['nobody', 'somebody'], ({ helper }) => (helper === 'nobody' ? helper : 'somebody')),
  ],
  [
    rung('wording', ['original', 'translated', 'easy'], ({ words }) => words),
    rung('wording', ['standard', 'easy'], ({ words }) => (words === 'easy' ? words : 'standard')),
    rung('wording', ['original', 'others'], ({ words }) => (words === 'original' ? words : 'others')),
  ],
  [rung('aloud', ['read aloud', 'not read aloud'], ({ aloud }) => (aloud ? 'read aloud' : 'not read aloud'))],
]
