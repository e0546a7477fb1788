// A service's Readiness Checker as its server would keep it: by improve's own steps, in memory.

import { begin, type Checker, next, step, type Voice } from '../../../../src/improve/readiness.ts'
import type { Outcome } from '../../../../src/office/office.ts'
import type { Readiness } from '../../../../src/office/readiness.ts'
import { done } from '../outcome.ts'

/** Voices of a service, said in one version and, changed or not yet again, in the next. */
export const voice = (more: Partial<Voice> = {}): Voice => ({
  id: 'a'.repeat(32),
  question: 'ready-1o',
  answer: 'yes',
  evidence: 'Policy 12 says so.',
  by: ['staff'],
  together: false,
  on: '2026-02-03',
  ...more,
})

/** What people told Rosa, the advocate. */
export const people = voice({
  id: 'b'.repeat(32),
  answer: 'no',
  evidence: 'We hear about changes after they are made.',
  by: ['person', 'peer'],
  together: true,
  through: 'advocate',
})

/** A version with what was said in it; finished, if a day is given. */
export function version(voices: readonly Voice[], finished?: string, after?: Checker, id = 'one'): Checker {
  const fresh = after?.state === 'finished' ? next(after, id, '2026-02-01') : begin(id, 'adult', '2025-08-01')
  const said = voices.reduce<Checker>((now, one) => step(now, { type: 'say', voice: one }), fresh)
  return finished ? step(said, { type: 'finish', on: finished }) : said
}

/** Its office: the newest version first. `as` is through whom what is said here comes, `mine` what may be struck out. */
export function fakeReadiness(
  all: readonly Checker[] = [],
  as: Pick<Voice, 'through'> = {},
  mine: readonly string[] = [],
): Readiness {
  let checkers = all
  let ids = 0
  const change = async (event: Parameters<typeof step>[1]): Promise<Outcome<Checker>> => {
    const [now, ...older] = checkers
    const after = now && step(now, event)
    if (!after || after === now) return { done: false, refusal: '409.16' }
    checkers = [after, ...older]
    return done(after)
  }
  return {
    of: () =>
      done({ organisation: 'Northern Moors NHS Trust', service: 'Adult mental health', checkers, mine }),
    begin: service => {
      const [last] = checkers
      const made =
        last?.state === 'finished' ? next(last, 'new', '2026-02-11') : begin('new', service, '2026-02-11')
      checkers = [made, ...checkers]
      return done(made)
    },
    say: (_, said) => change({ type: 'say', voice: { ...said, ...as, on: '2026-02-11' } }),
    finish: () => change({ type: 'finish', on: '2026-02-11' }),
    async strike(id, voice) {
      const now = checkers.find(one => one.id === id)
      const after = now && step(now, { type: 'strike', voice, on: '2026-02-11' })
      if (!after || after === now) return { done: false, refusal: '404.1' }
      checkers = checkers.map(one => (one.id === id ? after : one))
      return done(after)
    },
    newId() {
      ids += 1
      return String(ids).padStart(32, '0')
    },
  }
}
