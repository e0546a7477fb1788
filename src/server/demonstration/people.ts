// Synthetic forms for a demonstration: nobody said any of this. Believable: moods differ, some stop, some skip.

import { type Payload, toPayload } from '../../envelope/payload.ts'
import { type Given, type Manner, plainManner } from '../../form/form.ts'
import { evaluation } from '../../instrument/evaluation.ts'

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** How things were when a form was filled in: the month of it, and how far a slow change has come (0 to 1). */
export interface Times {
  readonly month: Payload['month']
  readonly change: number
  /** Half were helped, and half of each heard it read aloud. */
  readonly halved?: true
}

// What this invented ward found easy or hard: a leaning for each statement, and which of them slowly changed.
const easy = new Set(['eval-15', 'eval-16', 'eval-18', 'eval-02'])
const hard = new Set(['eval-11', 'eval-13', 'eval-19', 'eval-20', 'eval-12'])
const changing = new Set(['eval-01', 'eval-03', 'eval-13', 'eval-14'])

const outline = {
  instrument: evaluation.id,
  version: evaluation.version,
  items: evaluation.items.map(item => item.id),
}

/** What one invented person said: the n-th of their month. */
export function invented(random: () => number, { month, change, halved }: Times, n = 0): Payload {
  const mood = random() - 0.5
  const stopsAfter = random() < 0.15 ? 3 + Math.floor(random() * 16) : outline.items.length
  const answers: Record<string, Given> = {}
  for (const item of outline.items.slice(0, stopsAfter)) answers[item] = given(item, mood, change, random)
  const finished = stopsAfter === outline.items.length
  const sheet = {
    outline,
    language: 'en',
    manner: { ...manner(random), ...(halved && { aloud: n % 4 < 2 }) },
    helper: (halved ? n % 2 === 0 : random() < 0.2) ? ('advocate' as const) : ('nobody' as const),
    answers,
    topics: finished && random() < 0.7 ? topics(random) : [],
  }
  const wording = { id: 'original', version: evaluation.version }
  return toPayload(sheet, finished ? 'finished' : 'stopped', wording, month)
}

function given(item: string, mood: number, change: number, random: () => number): Given {
  if (random() < 0.06) return 'skipped'
  const leaning =
    (easy.has(item) ? 0.2 : hard.has(item) ? -0.22 : 0) + (changing.has(item) ? change * 0.3 : 0)
  const point = random() + mood * 0.5 + leaning
  return point < 0.3 ? 'not-at-all' : point < 0.72 ? 'sometimes' : 'all-the-time'
}

const manner = (random: () => number): Manner => ({
  ...plainManner,
  size: random() < 0.3 ? 'large' : 'normal',
  aloud: random() < 0.2,
})

function topics(random: () => number): string[] {
  const likely = [...hard, ...changing, ...outline.items]
  const some = Array.from(
    { length: 1 + Math.floor(random() * 3) },
    () => likely[Math.floor(random() * likely.length)],
  )
  return [...new Set(some.filter(topic => topic !== undefined))]
}
