// When more tablets send at once than can be taken in soon, some are sent away at once, and told when to come back.
// Otherwise a wave at the end of a shift would slow everybody down: those who came first, and the office.
//
//   asks ─▶ coming (its body is being read) ─▶ in line ─▶ at work ─▶ answered
//    │        └─▶ slow: a bad line holds no place │
//    │ no place left                              │ has waited too long
//    └────────────────▶ 503.1, Retry-After ◀──────┘

import type { Context, MiddlewareHandler } from 'hono'
import { type Refusal, refuse } from './refusal.ts'

/** How much is taken in at once. Each process sheds for itself. */
export interface Limits {
  /** Requests that work with the database at once. */
  readonly atWork: number
  /** Requests that have come, or are coming quickly, and wait for those: with forms, and any others. */
  readonly inLine: number
  readonly others: number
  /** Milliseconds after which a request that is still coming gives its place up. */
  readonly slow: number
  /** Requests that come slowly. */
  readonly slowly: number
  /** Milliseconds that a request stands in line at most. */
  readonly patience: number
}

/** Connections to the database that tablets leave to the office, to health checks and to the work of the day. */
const SPARE = 3

/** SQLite has one connection: while one request is in it, another is read and checked. */
const ON_SQLITE = 2

/** The limits of a process with so many connections to PostgreSQL, or with SQLite. */
export const limitsOf = (connections: number | undefined): Limits => ({
  atWork: connections === undefined ? ON_SQLITE : Math.max(1, connections - SPARE),
  // A few more than the forty of bench country, the slowest of whom waits for a third of a second when nobody else comes:
  // each place more is a longer wait for all behind it.
  inLine: 60,
  // A tablet says hello first: who was let in with that finds room for the forms, or all would only ever say hello.
  others: 35,
  slow: 1_000,
  // Twenty forms are 50 kB: so many are 50 MB.
  slowly: 1_000,
  // Only a database that is held up lets anybody stand for so long. A tablet itself waits for thirty seconds.
  patience: 3_000,
})

// Whoever is sent away comes back after so many seconds at the earliest, and within so many from then: a few within
// ten, and as many as a process answers each second when they are many.
const LEAST = 2
const SPREAD = 10
const A_SECOND = 100
const MOST = 120

/** Seconds after which somebody is to come back, where so many were sent away of late: not everybody's. */
export function comeBack(crowd: number, random: () => number = Math.random): number {
  const spread = Math.min(MOST - LEAST, SPREAD + crowd / A_SECOND)
  return LEAST + Math.round(random() * spread)
}

/** The refusal of a server that has too much to do. */
export const resting = (crowd = 0): Refusal =>
  refuse('503.1', undefined, { 'retry-after': String(comeBack(crowd)) })

/** Milliseconds in which two thirds of those who were sent away are forgotten. */
const OF_LATE = 10_000

/** Counts those who are sent away; how many they were of late. */
function crowds(): () => number {
  let [crowd, at] = [0, performance.now()]
  return () => {
    const now = performance.now()
    crowd = crowd * Math.exp((at - now) / OF_LATE) + 1
    at = now
    return crowd
  }
}

/** One request on its way. */
export interface Turn {
  /** Its body has come; resolves when it may work. Refuses with 503.1. */
  begin(): Promise<void>
  /** It has been answered, or was given up. */
  end(): void
}

/** What a request brings. */
export type Brings = 'forms' | 'others'

/** Lets a request in for its turn. Refuses with 503.1. */
export type Enter = (brings: Brings) => Turn

/** Lets requests in as far as there is room. */
export function turnstile({ atWork, inLine, others, slow, slowly, patience }: Limits): Enter {
  const many = { coming: 0, slow: 0, working: 0 }
  const line = new Set<() => void>()
  const sentAway = crowds()

  function waited(): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const go = () => {
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(() => {
      line.delete(go)
      reject(resting(sentAway()))
    }, patience)
    line.add(go)
    return promise
  }

  return brings => {
    const places = atWork + (brings === 'forms' ? inLine : others)
    if (many.coming + line.size + many.working >= places || many.slow >= slowly) throw resting(sentAway())
    let is: keyof typeof many | 'gone' = 'coming'
    const become = (next: typeof is) => {
      if (is !== 'gone') many[is] -= 1
      if (next !== 'gone') many[next] += 1
      is = next
    }
    many.coming += 1
    const late = setTimeout(() => become('slow'), slow)
    return {
      async begin() {
        clearTimeout(late)
        if (many.working < atWork) return become('working')
        become('gone')
        await waited()
        // Whoever made room has left it to this one.
        is = 'working'
      },
      end() {
        clearTimeout(late)
        const [next] = line
        if (is !== 'working' || next === undefined) return become('gone')
        is = 'gone'
        line.delete(next)
        next()
      },
    }
  }
}

const turns = new WeakMap<Context, Turn>()

/** Keeps requests to a turnstile, before anything of their bodies is read. */
export function shed(enter: Enter, brings: Brings): MiddlewareHandler {
  return async (context, next) => {
    const turn = enter(brings)
    turns.set(context, turn)
    try {
      await next()
    } finally {
      turn.end()
    }
  }
}

/** Waits for the turn of a request whose body has come; those that are not kept to a turnstile need none. Refuses with 503.1. */
export const itsTurn = async (context: Context): Promise<void> => turns.get(context)?.begin()
