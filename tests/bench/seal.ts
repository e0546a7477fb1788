// Why: the last thing a tired person waits for is the seal of their form; and a count that can't keep up with what a country
// sends would keep its answers unheard, or its server from answering tablets. Sealing and opening are the two costs of both.

import { availableParallelism } from 'node:os'
import { newKeyPair } from '../../src/envelope/keys.ts'
import { opener } from '../../src/envelope/open.ts'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { native } from '../../src/server/count/native.ts'
import { sealerFor } from '../server/count/full.ts'
import type { Bench, Row } from './harness/bench.ts'
import type { Spread } from './harness/figures.ts'
import { inTurn, over, type Sample } from './harness/rounds.ts'
import { type Counted, counted } from './seal/count.ts'
import { openersOf, openings } from './seal/openers.ts'
import { payload, sealersTo, sealing, timed } from './seal/sealers.ts'
import { onTablet } from './seal/tablet.ts'

const sealed = { bare: 'WebCrypto itself', library: '@hpke/core alone', ours: 'Equal Voice' } as const
const opened = {
  bare: "node:crypto's calls alone",
  library: '@hpke/core alone, one after the other',
  many: '@hpke/core alone, fifty at once',
  ours: 'Equal Voice: header and answers checked too',
} as const

const ms = { name: 'a form', unit: 'ms' }
const rate = { name: 'forms', unit: 'a second' }

const rows = <Name extends string>(
  names: Readonly<Record<Name, string>>,
  order: readonly Name[],
  of: (name: Name) => Row['figures'],
): Row[] => order.map(name => ({ name: names[name], figures: of(name) }))

const beside = (one: Spread | undefined, other: Spread | undefined): number =>
  (one?.median ?? Number.NaN) / (other?.median ?? Number.NaN)

const turns = <Name extends string>(
  names: readonly Name[],
  turn: (name: Name) => Promise<Sample>,
): Record<Name, () => Promise<Sample>> =>
  Object.fromEntries(names.map(name => [name, () => turn(name)])) as Record<Name, () => Promise<Sample>>

/** How long a seal takes, how many are opened on one core, and how many a count takes in on all of them. */
export const seal: Bench = {
  name: 'seal',
  why: 'Nobody may have to wait for the seal, and no count may be so slow that forms stay unheard or tablets unanswered.',
  limit:
    'One multiplication on the curve a form, for whoever seals and whoever opens: more cores open more. From about ' +
    '30,000 a second on it would be the one thread that reads the rows and adds up.',

  async run({ quick, say }) {
    const pair = await newKeyPair(crypto.subtle)
    const box = opener(native(pair.privateKey), [evaluation])
    const prove = (last: Uint8Array) => {
      if (JSON.stringify(box.open(last)) !== JSON.stringify(payload))
        throw new Error('a seal of something else')
    }

    say('Sealing on a slowed tablet')
    const tablet = await onTablet(pair, seals =>
      inTurn(
        turns(sealing, async name => {
          const { ms, last } = await seals(name, 20)
          prove(last)
          return { ms }
        }),
        quick ? 3 : 60,
        2,
      ),
    )
    say('Sealing in Node')
    const sealers = await sealersTo(pair)
    const node = await inTurn(
      turns(sealing, async name => {
        const { ms, last } = await timed(sealers[name], 50)
        prove(last)
        return { ms }
      }),
      quick ? 3 : 15,
      2,
    )

    say('Opening on one core')
    const make = sealerFor(pair.privateKey)
    const header = { ward: 'rowan', key: pair.id, slip: 'f'.repeat(32) }
    const envelopes = Array.from({ length: quick ? 100 : 500 }, (_, n) =>
      make({ id: n.toString(16).padStart(32, '0'), ...header }, n),
    )
    const openers = await openersOf(pair)
    const one = await inTurn(
      turns(openings, async name => {
        const began = performance.now()
        if ((await openers[name](envelopes)) !== envelopes.length)
          throw new Error(`${name} has not opened all`)
        return { rate: (envelopes.length / (performance.now() - began)) * 1000 }
      }),
      quick ? 3 : 10,
      1,
    )

    const forms = quick ? 2000 : 20_000
    say(`Counting ${forms} forms`)
    const counts = await inTurn(
      {
        async count() {
          const took: Counted = await counted(forms)
          return { ...took, rate: forms / took.seconds, open: forms / took.opening }
        },
      },
      quick ? 1 : 3,
      quick ? 0 : 1,
    )
    const count = (figure: string) => over(counts.count, figure)

    const sealsOn = (samples: typeof tablet, title: string) => ({
      title,
      to: sealed.bare,
      columns: [ms],
      rows: rows(sealed, sealing, name => [over(samples[name], 'ms')]),
    })
    const library = over(one.library, 'rate')
    const all = `Equal Voice: a whole count, on ${availableParallelism()} cores`
    return {
      tables: [
        sealsOn(tablet, 'Sealing one form, in Chromium six times slowed'),
        sealsOn(node, 'Sealing one form, in Node'),
        {
          title: 'Opening on one core, in Node',
          to: opened.bare,
          columns: [rate],
          rows: rows(opened, openings, name => [over(one[name], 'rate')]),
        },
        {
          title: `Counting a box of ${forms.toLocaleString('en')} forms, on SQLite`,
          to: opened.library,
          columns: [
            rate,
            { name: 'read and opened', unit: 'a second' },
            { name: 'longest that nobody else had a turn', unit: 'ms' },
            { name: 'held when all are opened', unit: 'MB' },
            { name: 'heap at most, beyond what was there', unit: 'MB' },
          ],
          rows: [
            { name: opened.library, figures: [library, library, undefined, undefined, undefined] },
            { name: all, figures: ['rate', 'open', 'longest', 'held', 'heap'].map(count) },
          ],
        },
      ],
      reaches: [
        {
          says: 'Sealing a form on a slowed tablet, beside the library alone',
          found: beside(over(tablet.ours, 'ms'), over(tablet.library, 'ms')),
          is: 'at most',
          limit: 1.1,
        },
        {
          says: "A whole count on every core, beside the library's opening on one",
          found: beside(count('rate'), library),
          is: 'at least',
          limit: 3,
        },
      ],
      learned: [
        `On one core ours opens ${beside(over(one.ours, 'rate'), library).toFixed(1)} times what the library opens through WebCrypto one after the other, and looks at every answer besides; asked for fifty at once the library opens ${beside(over(one.many, 'rate'), library).toFixed(1)} times as many.`,
        `A count keeps sums, and of each form its id, its digest and its slip: ${(((count('held')?.median ?? Number.NaN) * 1e6) / forms).toFixed(0)} bytes a form in memory, and no more of what it has opened.`,
        `From the last form opened to the commit it took ${(((count('seconds')?.median ?? Number.NaN) - (count('opening')?.median ?? Number.NaN)) / (forms / 1e6)).toFixed(0)} microseconds a form: SQLite is held that long, and who sends meanwhile waits or is told to try again.`,
      ],
    }
  },

  async grow({ quick, say }) {
    const points = []
    for (const work of quick ? [50, 500, 5000] : [1000, 10_000, 100_000]) {
      say(`${work} forms`)
      points.push({ work, took: (await counted(work)).seconds })
    }
    return { of: 'forms in a box that is counted', unit: 's', points }
  },
}
