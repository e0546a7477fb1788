// What a setting says of itself beside what people experience: two columns, and nothing between them is worked out.

import { evaluation } from '../instrument/evaluation.ts'
import { type Activity, readiness } from '../instrument/readiness.ts'
import type { Release } from '../results/release.ts'
import { type Checker, type Standing, standing } from './readiness.ts'

/**
 * Which statements of the Evaluation are read beside which activity of the Readiness Checker. The booklet links none: these
 * links are ours and must be shown as ours. Every statement has a place; one that speaks of two has both.
 */
export const links = {
  id: 'links/readiness-evaluation',
  version: '1',
  whose: 'Equal Voice',
  statements: {
    'activity-1': ['eval-05', 'eval-16', 'eval-17', 'eval-18'],
    'activity-2': ['eval-03', 'eval-04', 'eval-09'],
    'activity-3': ['eval-01', 'eval-02', 'eval-12'],
    'activity-4': ['eval-13', 'eval-14', 'eval-15', 'eval-21'],
    'activity-5': ['eval-06', 'eval-07', 'eval-08', 'eval-10'],
    'activity-6': ['eval-11', 'eval-19'],
    'activity-7': ['eval-11', 'eval-20', 'eval-22', 'eval-23'],
  } as Readonly<Record<string, readonly string[]>>,
} as const

/** One activity: where its questions stand, and the release's own rows of the statements that are linked to it. */
export interface Pair {
  readonly activity: Activity
  readonly questions: readonly { readonly id: string; readonly standing: Standing }[]
  readonly statements: Release['items']
}

/** The two columns, in the booklet's order, which is no ranking. Without a release of the Evaluation the second is empty. */
export function beside(checker: Checker, release?: Release): readonly Pair[] {
  const items = release?.instrument.id === evaluation.id ? release.items : []
  return readiness.activities.map(activity => ({
    activity,
    questions: activity.questions.map(({ id }) => ({ id, standing: standing(checker, id) })),
    statements: items.filter(({ id }) => links.statements[activity.id]?.includes(id)),
  }))
}
