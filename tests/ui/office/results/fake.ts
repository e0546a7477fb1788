// Results that stand in for the server's: the real telling of made-up releases over time.

import type { Results } from '../../../../src/office/results.ts'
import type { ResultsReply } from '../../../../src/protocol/results.ts'
import { histories, type Missed } from '../../../../src/results/history.ts'
import type { Release } from '../../../../src/results/release.ts'
import { madeUpForms, releaseReply } from '../fixtures.ts'
import { done } from '../outcome.ts'

/** The first day of the n-th month from July 2025. */
export const monthly = (n: number): string => new Date(Date.UTC(2025, 6 + n, 1)).toISOString().slice(0, 10)

/** A release of so many made-up forms. */
export const releaseOf = (due: string, forms = 24): Release => ({
  ...releaseReply(madeUpForms(forms)).release,
  due,
})

/** The same, of which so many of 24 forms said Not at all to the first statement. */
export function saying(due: string, forms: number): Release {
  const made = releaseOf(due)
  const shown = (n: number) => ({ kind: 'shown', forms: n }) as const
  return {
    ...made,
    items: made.items.map(({ id, cells }, n) =>
      n > 0
        ? { id, cells }
        : {
            id,
            cells: {
              'not-at-all': shown(forms),
              sometimes: shown(24 - forms),
              'all-the-time': shown(0),
              skipped: shown(0),
              unreached: shown(0),
            },
          },
    ),
  }
}

/** What the server would reply of a ward's releases. */
export const resultsReply = (
  releases: readonly Release[],
  missed: readonly Missed[] = [],
  more: Partial<ResultsReply> = {},
): ResultsReply => ({
  of: 'ward',
  name: 'Maple ward',
  services: [
    {
      id: 'adult',
      name: 'Adult mental health',
      wards: [
        { id: 'ash', name: 'Ash ward', releases: 2, last: '2026-01-01' },
        { id: 'maple', name: 'Maple ward', releases: releases.length, last: releases.at(-1)?.due ?? null },
      ],
    },
    {
      id: 'ld',
      name: 'Learning disability',
      wards: [{ id: 'oak', name: 'Oak ward', releases: 0, last: null }],
    },
  ],
  together: [],
  releases: releases.map(({ due }) => ({ id: `r-${due}`, day: due })),
  histories: histories(releases, missed),
  ...more,
})

/** Results that are there whatever is asked for. */
export const fakeResults = (
  reply = resultsReply([releaseOf('2026-01-01'), releaseOf('2026-02-01')]),
): Results => ({
  of: () => done(reply),
})
