// Why: a shift ends everywhere at the same time, and staff go home when all has arrived. Envelopes go from a tablet to a
// real server process, with receipts, digests and an audit row, in flushed commits; beside it what others replicate with,
// and what the engines do alone. Every contender proves what it stored. The tablet is the product's own loop (deliver,
// createSync, http) with Node's fetch, and its forms wait in memory. One tablet hashes and writes down each batch while
// the server has nothing to do; two at once are no tablet's time but the server's, which is put beside the engine's.

import type { Bench, Column, Row, Run, Table } from './harness/bench.ts'
import { percentile } from './harness/figures.ts'
import { inTurn, over, type Sample } from './harness/rounds.ts'
import { type Contender, rates, timed } from './send/contender.ts'
import { alone, copy, nowhere, ours, together } from './send/contenders.ts'
import { delayed } from './send/delay.ts'
import { envelopes, type Place, sealed } from './send/envelopes.ts'
import { type Ground, ground, onSqlite } from './send/ground.ts'
import type { Ours } from './send/ours.ts'
import { tabletOf } from './send/outbox.ts'
import { pouchdb, rxdb } from './send/peers.ts'

const BATCH = 500
/** Milliseconds that the long line takes in each direction. */
const FAR = 50

const SQLITE = 'Equal Voice on SQLite'
const POSTGRES = 'Equal Voice on PostgreSQL'
const SQLITE_TWO = 'Equal Voice on SQLite, from two wards at once'
const POSTGRES_TWO = 'Equal Voice on PostgreSQL, from two wards at once'
const SQLITE_ALONE = 'SQLite alone, 500 rows a statement'
const POSTGRES_ALONE = 'PostgreSQL alone, 500 rows a statement'
const NULL = 'Equal Voice, storing nothing'
const POUCHDB = 'PouchDB to a PouchDB server (leveldb, not flushed)'
const RXDB = 'RxDB to an endpoint on SQLite'
const COPY = 'PostgreSQL alone, COPY in one transaction'

const table = (
  title: string,
  to: string,
  columns: readonly Column[],
  of: Record<string, Sample[]>,
): Table => ({
  title,
  to,
  columns,
  rows: Object.entries(of).map(
    ([name, samples]): Row => ({ name, figures: columns.map(column => over(samples, column.name)) }),
  ),
})

const two = ({ url, enrolled, other }: Ours) => [tabletOf(url, enrolled), tabletOf(url, other.enrolled)]
const wards = ({ place, other }: Ours) => [place, other.place]

async function near(run: Run, at: Ground) {
  const { server } = at.sqlite
  const tablets = {
    sqlite: tabletOf(server.url, server.enrolled),
    postgres: tabletOf(at.postgres.server.url, at.postgres.server.enrolled),
    null: tabletOf(at.programs.null.url, server.enrolled),
  }
  const all: Record<string, { of: Contender; places: readonly Place[] }> = {
    [POUCHDB]: { of: await pouchdb(at.programs.pouchdb), places: [server.place] },
    [RXDB]: { of: await rxdb(at.programs.rows), places: [server.place] },
    [SQLITE]: { of: ours(tablets.sqlite, at.sqlite.look, BATCH), places: [server.place] },
    [SQLITE_TWO]: {
      of: together(two(at.sqliteTwo.server), at.sqliteTwo.look, BATCH),
      places: wards(at.sqliteTwo.server),
    },
    [SQLITE_ALONE]: { of: alone(at.alone.sqlite), places: [at.alone.sqlite.owner] },
    [POSTGRES]: {
      of: ours(tablets.postgres, at.postgres.look, BATCH),
      places: [at.postgres.server.place],
    },
    [POSTGRES_TWO]: {
      of: together(two(at.postgres.server), at.postgres.look, BATCH),
      places: wards(at.postgres.server),
    },
    [POSTGRES_ALONE]: { of: alone(at.alone.postgres), places: [at.alone.postgres.owner] },
    [COPY]: { of: copy(at.alone.postgres, at.programs.rows.folder), places: [at.alone.postgres.owner] },
    [NULL]: { of: nowhere(tablets.null, BATCH), places: [server.place] },
  }
  const amounts = run.quick ? [1000] : [1000, 10_000]
  const turns = Object.fromEntries(
    Object.entries(all).map(([name, { of, places }]) => [
      name,
      async (round: number) => {
        run.say(`round ${round + 1}: ${name}`)
        const made = (many: number) =>
          places.flatMap(place => envelopes(at.seals, place, many / places.length))
        return rates(of, made, round < 0 ? [1000] : amounts)
      },
    ]),
  )
  const found = await inTurn(turns, run.quick ? 1 : 4, 1, 1)
  const columns = amounts.map(many => ({ name: String(many), unit: 'a second' }))
  return { columns, found, most: String(amounts.at(-1)) }
}

/** The sizes of batches on a long line, with as many forms as are worth the wait. */
const sizes = [
  { name: 'Equal Voice, one by one', size: 1, many: 40 },
  { name: 'Equal Voice, in hundreds', size: 100, many: 1000 },
  { name: 'Equal Voice, in five hundreds', size: 500, many: 1000 },
  { name: 'Equal Voice, as a tablet sends: from 50 up to 500', size: undefined, many: 1000 },
] as const

async function far(run: Run, { seals, sqlite: { server, look }, programs }: Ground) {
  const line = await delayed(server.url, FAR)
  const theirs = await delayed(programs.pouchdb.url, FAR)
  const other = await pouchdb({ ...programs.pouchdb, url: theirs.url }, 'far')
  const rate = async (of: Contender, many: number): Promise<Sample> => ({
    forms: (many / (await timed(of, envelopes(seals, server.place, many)))) * 1000,
  })
  const turns = Object.fromEntries([
    ...sizes.map(({ name, size, many }) => {
      // A new loop each time: what it has learned of the line would be another round's.
      const turn = () =>
        rate(ours(tabletOf(line.url, server.enrolled), look, size), run.quick ? many / 10 : many)
      return [name, turn] as const
    }),
    ['PouchDB, in five hundreds', () => rate(other, run.quick ? 100 : 1000)] as const,
  ])
  const found = await inTurn(turns, run.quick ? 1 : 3, run.quick ? 0 : 1)
  await line.stop()
  await theirs.stop()
  return found
}

export const send: Bench = {
  name: 'send',
  why: 'A shift ends everywhere at the same time, and staff go home when all has arrived.',
  limit:
    'the engine itself: each envelope is a row of 1.8 kB in three trees, at a random place in each, and flushed; for one tablet its own hashing and writing of each batch, while the server waits; and on SQLite that one thread reads batches and stores them by turns.',

  async run(run) {
    const at = await ground()
    try {
      const { columns, found, most } = await near(run, at)
      const long = await far(run, at)
      const of = (name: string) => over(found[name] ?? [], most)?.median ?? 0
      const away = (name: string) => over(long[name] ?? [], 'forms')?.median ?? 0
      const [one, hundreds, five, growing] = sizes.map(({ name }) => Math.round(away(name)))
      const times = (engine: string) => (of(engine) / of(POUCHDB)).toFixed(1)
      const held = (engine: string, by: string, limit: number) => ({
        says: `${engine}: at least ${limit} times as many a second as ${by}`,
        found: of(engine) / of(by),
        is: 'at least' as const,
        limit,
      })
      return {
        tables: [
          table(
            'Envelopes a second, from one tablet unless it says two wards, in batches of 500',
            POUCHDB,
            columns,
            found,
          ),
          table(
            'Envelopes a second through 100 ms of delay, to SQLite',
            sizes[0].name,
            [{ name: 'forms', unit: 'a second' }],
            long,
          ),
        ],
        reaches: [
          held(SQLITE, POUCHDB, 5),
          held(POSTGRES, POUCHDB, 5),
          held(SQLITE_TWO, SQLITE_ALONE, 0.6),
          held(POSTGRES_TWO, POSTGRES_ALONE, 0.6),
        ],
        learned: [
          `On a long line the size of a batch rules: ${one} a second one by one, ${hundreds} in hundreds, ${five} in five hundreds; a tablet that begins with 50 comes to ${growing}.`,
          `PouchDB flushes nothing and begins each round with empty databases; the engines alone, which flush each 500 rows into tables that fill, come to ${times(SQLITE_ALONE)} times as many on SQLite and ${times(POSTGRES_ALONE)} on PostgreSQL, over one connection: what stands before them takes its share of that.`,
          `Reading, checking and naming envelopes with nowhere to put them goes at ${Math.round(of(NULL))} a second: what the engine does is the rest.`,
        ],
      }
    } finally {
      await at.stop()
    }
  },

  async grow({ quick }) {
    const seals = await sealed()
    const { server, look } = await onSqlite()
    try {
      const of = ours(tabletOf(server.url, server.enrolled), look)
      const points = []
      await timed(of, envelopes(seals, server.place, 1000))
      for (const work of quick ? [10, 100, 1000] : [100, 1000, 10_000]) {
        const rounds = []
        for (let round = 0; round < 3; round += 1)
          rounds.push(await timed(of, envelopes(seals, server.place, work)))
        points.push({ work, took: percentile(rounds, 0.5) })
      }
      return { of: 'envelopes in one sending', unit: 'ms', points }
    } finally {
      await look.close()
      await server.stop()
      server.forget()
    }
  },
}
