// A demonstration's Readiness Checker: one version that is finished, and one in which people and staff see things differently.

import { type Checker, step, type Voice } from '../../improve/readiness.ts'
import { plusDays } from '../clock.ts'
import type { House } from '../house.ts'
import { todayOf } from '../queries/organisations.ts'
import { type At, finishChecker, keepVoice, newChecker } from '../queries/readiness.ts'
import { newId } from '../secrets.ts'

type Said = Omit<Voice, 'id' | 'on' | 'together'> & { readonly together?: true }

const staff = { by: ['staff'] } as const
const leaders = { by: ['leader'] } as const
const ward = { by: ['person', 'peer'], together: true, through: 'advocate' } as const
const all = { by: ['person', 'staff', 'leader'], together: true } as const

// Nobody said any of this.
const before: readonly Said[] = [
  {
    question: 'ready-1o',
    answer: 'yes',
    evidence: 'The communication policy says it in its first line.',
    ...leaders,
  },
  {
    question: 'ready-1r',
    answer: 'partly',
    evidence: 'On days, yes. At night there are two of us.',
    ...staff,
  },
  { question: 'ready-2o', answer: 'yes', evidence: 'It is in the observation policy.', ...staff },
  { question: 'ready-2i', answer: 'no', evidence: 'The weekly meeting is often cancelled.', ...ward },
  {
    question: 'ready-3i',
    answer: 'yes',
    evidence: 'Art group on Tuesdays, talking mats, the garden.',
    ...all,
  },
  { question: 'ready-5r', answer: 'partly', evidence: '', ...leaders },
  { question: 'ready-6o', answer: 'not-known', evidence: '', ...staff },
]
const now: readonly Said[] = [
  {
    question: 'ready-1o',
    answer: 'yes',
    evidence: 'The communication policy, and induction covers it.',
    ...leaders,
  },
  {
    question: 'ready-1o',
    answer: 'partly',
    evidence: 'It is written down. Nobody has shown it to us.',
    ...ward,
  },
  { question: 'ready-2r', answer: 'yes', evidence: 'We keep an hour for it every afternoon.', ...staff },
  { question: 'ready-2r', answer: 'no', evidence: 'The hour is used for paperwork.', ...ward },
  {
    question: 'ready-3i',
    answer: 'yes',
    evidence: 'Art group, talking mats, the garden, a suggestion wall.',
    ...all,
  },
  { question: 'ready-7r', answer: 'not-known', evidence: '', ...staff },
]

/** Tells both versions of a service that has just been made. */
export async function tellReadiness(house: House, at: At): Promise<void> {
  const today = await todayOf(house, at.organisation)
  const finished = await tell(house, at, plusDays(today, -170), before)
  const on = plusDays(today, -130)
  const frozen = step(finished, { type: 'finish', on })
  if (frozen.state !== 'finished') throw new Error('nobody has said anything in the demonstration')
  await finishChecker(house.db, at.organisation, frozen.id, on)
  await tell(house, at, plusDays(today, -20), now, frozen)
}

async function tell(
  house: House,
  at: At,
  began: string,
  said: readonly Said[],
  after?: Extract<Checker, { state: 'finished' }>,
): Promise<Checker> {
  let checker = await newChecker(house, at, began, after)
  for (const [n, words] of said.entries()) {
    const on = plusDays(began, n)
    const voice: Voice = { together: false, ...words, id: newId(house.random), on }
    checker = step(checker, { type: 'say', voice })
    await keepVoice(house.db, at.organisation, checker.id, voice, 'the demonstration')
  }
  return checker
}
