// How often each of the long proofs is done: a few times in `npm test`, in earnest in `npm run faults`. The code is the same.

/** A few, and in earnest. */
const amounts = {
  /** Kills of a browser at random moments of whole forms. */
  kills: [23, 500],
  /** Rounds of a real browser and a real server that are both killed, for each of the two databases. */
  rounds: [2, 100],
  /** Whole forms through which every tap's flush is counted. */
  flushes: [1, 5],
  /** Handovers from one person to the next in a real browser. */
  handovers: [39, 1000],
  /** Schedules of faults between tablets, network and server, on SQLite and on PostgreSQL. */
  schedules: [150, 10_000],
  schedulesOnPostgres: [8, 200],
  /** Things of each kind that nobody ever meant to send. */
  bad: [200, 10_000],
} as const satisfies Readonly<Record<string, readonly [number, number]>>

/** Whether this is `npm run faults`. */
export const long = process.env.FAULTS === 'long'

/** How often to do it now. */
export const amount = (what: keyof typeof amounts): number => amounts[what][long ? 1 : 0]

/** What every generator begins with; FAULTS_SEED gives another. */
export const seed = Number(process.env.FAULTS_SEED ?? 4)
