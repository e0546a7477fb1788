// Opens the envelopes of a box one chunk after the other and keeps sums only. The one place where envelopes are opened.
//
//   chunk ─▶ look (spent? whole? of this box?) ─▶ pool (opened, on every core) ─▶ sums
//
// A few chunks are under way at once, however many there are, and requests are answered meanwhile.

import type { Payload } from '../../envelope/payload.ts'
import type { Instrument } from '../../instrument/instrument.ts'
import { shipped } from '../../instrument/instruments.ts'
import { isEnough } from '../../results/release.ts'
import { type Tally, type Totals, tally } from '../../results/tabulate.ts'
import type { Envelopes } from '../database/schema.ts'
import type { House } from '../house.ts'
import type { SpentForm } from '../ledger/entries.ts'
import { type Box, lastArrival } from '../queries/boxes.ts'
import { CHUNK, chunks } from '../queries/chunks.ts'
import { idsIn } from '../queries/counts.ts'
import { slipOf } from '../slip.ts'
import { ahead } from './ahead.ts'
import { type Form, looking } from './look.ts'
import { inPlace, threads } from './pool.ts'
import { progress } from './progress.ts'

/**
 * What lay in a box: sums of the forms of one version of an instrument, the envelopes they came in, those that were none, and those counted
 * before. `waiting` forms are of another version of it, which was not asked alike, or of a version that this program does not
 * know yet. `arrived`: the forms by the day of their arrival, but for those on paper.
 */
export interface Taken {
  readonly instrument: Instrument
  readonly waiting: number
  readonly totals: Totals
  readonly forms: readonly SpentForm[]
  readonly arrived: ReadonlyMap<string, number>
  readonly strange: readonly { readonly id: string; readonly problem: string }[]
  readonly again: readonly string[]
}

/** Opens what a count on a due day may take, of the oldest version of which there is enough. Throws KeyMissing and Ended. */
export async function take(
  house: House,
  box: Box,
  due: string,
  instruments: readonly Instrument[] = shipped,
): Promise<Taken> {
  const piles = instruments.map(
    (instrument): Pile => ({ instrument, sums: tally(instrument), forms: [], arrived: new Map() }),
  )
  const taken = { strange: [] as Taken['strange'][number][], again: [] as string[] }
  let newer = 0
  const { organisation, id } = box
  const ids = await idsIn(house.db, { organisation, box: id }, lastArrival(due))
  const show = progress(house, id, ids.length)
  const pool = ids.length > CHUNK ? threads(instruments, Math.ceil(ids.length / CHUNK)) : inPlace(instruments)
  try {
    let done = 0
    show(done)
    const look = await looking(house, box, pool)
    for await (const chunk of ahead(chunks(ids), pool.most, look)) {
      for (const { envelope, is } of chunk) {
        if (is === 'again') taken.again.push(envelope.id)
        else if (is === 'newer') newer += 1
        else if ('problem' in is) taken.strange.push({ id: envelope.id, ...is })
        else put(piles, is, envelope)
      }
      done += chunk.length
      show(done)
    }
  } finally {
    await pool.end()
  }
  return { ...chosen(piles, box, newer), ...taken }
}

interface Pile {
  readonly instrument: Instrument
  readonly sums: Tally
  readonly forms: SpentForm[]
  readonly arrived: Map<string, number>
}

// A form of no instrument that is asked about would have been put aside.
function put(
  piles: readonly Pile[],
  { payload, header }: Form,
  { id, digest, arrived_on }: Pick<Envelopes, 'id' | 'digest' | 'arrived_on'>,
): void {
  const pile = piles.find(({ instrument }) => isOf(instrument, payload))
  if (pile === undefined) return
  const { sums, forms, arrived } = pile
  sums.add(payload, header.paper && 'on paper')
  const slip = slipOf(header)
  forms.push(slip === null ? { id, digest } : { id, digest, slip })
  if (!header.paper) arrived.set(arrived_on, (arrived.get(arrived_on) ?? 0) + 1)
}

const isOf = ({ id, version }: Instrument, { instrument }: Payload): boolean =>
  instrument.id === id && instrument.version === version

// Where there is not enough of any, nothing is published of what is chosen.
function chosen(
  piles: readonly Pile[],
  box: Box,
  newer: number,
): Pick<Taken, 'instrument' | 'totals' | 'forms' | 'arrived' | 'waiting'> {
  const pile = piles.find(({ sums }) => isEnough(sums.totals(), box.threshold)) ?? piles.at(-1)
  if (pile === undefined) throw new RangeError('no instrument')
  const all = piles.reduce((sum, { forms }) => sum + forms.length, 0)
  const { instrument, sums, forms, arrived } = pile
  return { instrument, totals: sums.totals(), forms, arrived, waiting: all - forms.length + newer }
}
