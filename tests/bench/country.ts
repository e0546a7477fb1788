// Why: at eight in the evening every ward of a country ends its shift. Nothing may be lost, the server must not fall over, and
// whoever is let in must be answered as soon as ever. Two thousand tablets send twenty forms each within a second, by the
// product's own loop, over lines that break, to one and then two real server processes on one PostgreSQL.

import { startPostgres } from '../fixtures/postgres.ts'
import { type Shift, type Size, shift } from './country/country.ts'
import type { Wave } from './country/wave.ts'
import type { Bench, Reach, Row } from './harness/bench.ts'
import { exactly, percentile, spread } from './harness/figures.ts'

const whole: Size = { tablets: 2_000, forms: 20, calm: 5 }
const little: Size = { tablets: 80, forms: 5, calm: 1 }

/** Envelopes of a fleet that only grows. */
const EACH = 2

export const country: Bench = {
  name: 'country',
  why: 'At the end of a shift all tablets of a country send at once: nothing may be lost, and nobody slowed down.',
  limit:
    "The processor: a tablet's round is four requests and some thirty queries, and the database, the servers and the fleet share " +
    'the cores of this machine. The last tablets wait by their own doubled pauses, not for the server.',
  async run(run) {
    const size = run.quick ? little : whole
    const cluster = await startPostgres()
    try {
      run.say(`${size.tablets} tablets at one server`)
      const one = await shift(cluster, 1, size, false)
      run.say(`${size.tablets} tablets at two servers, which then count`)
      const two = await shift(cluster, 2, size, true)
      return {
        tables: [tableOf(size, one, two)],
        reaches: reaches(size, one, two),
        learned: learned(one, two),
      }
    } finally {
      await cluster.stop()
    }
  },
  async grow(run) {
    const works = run.quick ? [2, 20, 200] : [10, 100, 1_000]
    const cluster = await startPostgres()
    try {
      const points: { work: number; took: number }[] = []
      for (const work of works) {
        const { storm } = await shift(
          cluster,
          1,
          { tablets: work, forms: EACH, calm: 0, weather: 'fine' },
          false,
        )
        points.push({ work, took: until(storm, 0.5) / 2 })
      }
      return { of: 'tablets at once, until half have receipts', unit: 's', points }
    } finally {
      await cluster.stop()
    }
  },
}

const receiptsOf = (waves: readonly Wave[]): number[] => waves.flatMap(({ seen }) => seen.receipts)

const columns = [
  { name: 'a receipt', unit: 'ms' },
  { name: 'the slowest in a hundred', unit: 'ms' },
  { name: 'envelopes', unit: 'a second' },
  { name: 'until half have all', unit: 's' },
  { name: 'until the last has all', unit: 's' },
  { name: 'sent away', unit: 'times' },
  { name: 'until sent away', unit: 'ms' },
]

function tableOf({ tablets, forms }: Size, one: Shift, two: Shift) {
  const few = one.calm[0]?.sent.length ?? 0
  const rows: Row[] = [
    rowOf(`${few} tablets at once, one server`, one.calm),
    rowOf(`${few} tablets at once, two servers`, two.calm),
    rowOf(`${tablets} tablets at once, one server`, [one.storm]),
    rowOf(`${tablets} tablets at once, two servers`, [two.storm]),
  ]
  const title = `Receipts for ${forms} forms of each tablet; of those let in, from asking to receipt`
  return { title, to: rows[0]?.name ?? '', columns, rows }
}

function rowOf(name: string, waves: readonly Wave[]): Row {
  const receipts = receiptsOf(waves)
  const away = waves.flatMap(({ seen }) => seen.away)
  const sent = waves.flatMap(wave => wave.sent)
  const times = sent.map(({ took }) => took / 1000)
  const rates = waves.map(wave => wave.sent.flatMap(({ digests }) => digests).length / until(wave, 0.9))
  return {
    name,
    figures: [
      spread(receipts),
      exactly(percentile(receipts, 0.99)),
      spread(rates),
      exactly(percentile(times, 0.5)),
      exactly(Math.max(...times)),
      exactly(away.length),
      away.length > 0 ? spread(away) : undefined,
    ],
  }
}

/** Seconds until so many of a wave's tablets, at the least, have all their receipts. */
const until = ({ sent }: Wave, share: number): number =>
  percentile(
    sent.map(({ took }) => took / 1000),
    share,
  ) / share

/** The last third of a server's memory over its first, where it is most. */
const grown = ({ storm }: Shift): number =>
  Math.max(
    ...storm.memory.map(samples => {
      const third = Math.ceil(samples.length / 3)
      return percentile(samples.slice(-third), 0.5) / percentile(samples.slice(0, third), 0.5)
    }),
  )

function reaches({ tablets, forms, calm }: Size, one: Shift, two: Shift): Reach[] {
  const sent = (tablets + calm * (one.calm[0]?.sent.length ?? 0)) * forms
  const slowest = (waves: readonly Wave[]) => percentile(receiptsOf(waves), 0.99)
  const { releases = 0, boxes = 0 } = two.counted ?? {}
  return [
    ...[one, two].map(
      ({ envelopes }, n): Reach => ({
        says: `envelopes in the database to envelopes sent, ${n + 1} of 2 runs`,
        found: envelopes / sent,
        is: 'at least',
        limit: 1,
      }),
    ),
    {
      says: 'it sheds before it slows: the slowest receipt in a hundred of a storm to that of a wave that is let in',
      found: slowest([one.storm]) / slowest(one.calm),
      is: 'at most',
      limit: 3,
    },
    {
      says: 'memory flat: the last third of a storm to its first',
      found: Math.max(grown(one), grown(two)),
      is: 'at most',
      limit: 1.25,
    },
    {
      says: 'releases to boxes where two servers count the same boxes at once',
      found: releases / boxes,
      is: 'at most',
      limit: 1,
    },
  ]
}

function learned(one: Shift, two: Shift): string[] {
  const again = ({ storm }: Shift) => storm.sent.reduce((sum, sent) => sum + sent.again, 0)
  const memory = ({ storm }: Shift) => Math.max(...storm.memory.flat()).toFixed(0)
  const { boxes, seconds } = two.counted ?? { boxes: 0, seconds: 0 }
  const rate = until(one.storm, 0.9) / until(two.storm, 0.9)
  return [
    `Of ${one.storm.seen.cut + two.storm.seen.cut} requests and replies that were cut off or thrown away none lost a form: ` +
      `${again(one) + again(two)} forms were offered again and were known.`,
    `${one.storm.seen.away.length} times somebody was sent away where there was one server, and ` +
      `${two.storm.seen.away.length} times where there were two; ${one.storm.seen.forms} and ${two.storm.seen.forms} of ` +
      'them had forms to send, the others had only said hello.',
    `A server had ${memory(one)} MB at most where it was alone, and ${memory(two)} where they were two.`,
    `Two servers were ${rate.toFixed(2)} times as fast as one, on a machine where they share the cores with the database ` +
      'and the fleet.',
    `Two servers that woke up together counted ${boxes} boxes in ${seconds.toFixed(1)} s, with their start: one release each.`,
  ]
}
