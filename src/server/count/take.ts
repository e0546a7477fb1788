// Opens the envelopes of a box one chunk after the other and keeps sums only. The one place where envelopes are opened.

import { digest } from '../../envelope/bytes.ts'
import { EnvelopeError, type Header, readHeader } from '../../envelope/header.ts'
import { type Opener, opener } from '../../envelope/open.ts'
import type { Payload } from '../../envelope/payload.ts'
import type { Instrument } from '../../instrument/instrument.ts'
import { shipped } from '../../instrument/instruments.ts'
import { isEnough } from '../../results/release.ts'
import { type Tally, type Totals, tally } from '../../results/tabulate.ts'
import type { Envelopes } from '../database/schema.ts'
import type { House } from '../house.ts'
import { privateKey } from '../keyfiles.ts'
import type { SpentForm } from '../ledger/entries.ts'
import { type Box, lastArrival, lying, wardsIn } from '../queries/boxes.ts'
import { envelopesIn, isSpent } from '../queries/counts.ts'
import { slipOf } from '../slip.ts'
import { progress } from './progress.ts'

/** A private key that is not here. Its envelopes are whole, so the count waits for the key; nothing is put aside. */
export class KeyMissing extends Error {
  override name = 'KeyMissing'
  readonly key: string

  constructor(key: string) {
    super('a private key is not here')
    this.key = key
  }
}

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
  readonly strange: readonly { readonly envelope: Envelopes; readonly problem: string }[]
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
  let newer = 0
  const wards = new Set((await wardsIn(house.db, box)).map(({ id }) => id))
  const open = openers(house, instruments)
  const taken = { strange: [] as Taken['strange'][number][], again: [] as string[] }
  const at = { organisation: box.organisation, box: box.id, due }
  const show = progress(house, box.id, await lying(house.db, box, lastArrival(due)))
  let done = 0
  for (let after: string | undefined; ; ) {
    show(done)
    const envelopes = await envelopesIn(house.db, at, lastArrival(due), after)
    const last = envelopes.at(-1)
    if (last === undefined) return { ...chosen(piles, box, newer), ...taken }
    after = last.id
    done += envelopes.length
    const spent = await isSpent(
      house.db,
      box.organisation,
      envelopes.map(envelope => envelope.id),
    )
    for (const envelope of envelopes) {
      const { id, digest, arrived_on } = envelope
      if (spent.get(id) === digest) taken.again.push(id)
      else if (spent.has(id))
        taken.strange.push({ envelope, problem: 'a form with this id was counted before' })
      else {
        const form = await read(envelope, wards, open)
        if (form === 'newer') newer += 1
        else if ('problem' in form) taken.strange.push({ envelope, ...form })
        else {
          const { payload, header } = form
          const pile = piles.find(({ instrument }) => isOf(instrument, payload))
          if (pile) put(pile, payload, header, { id, digest, arrived_on })
        }
      }
    }
  }
}

interface Pile {
  readonly instrument: Instrument
  readonly sums: Tally
  readonly forms: SpentForm[]
  readonly arrived: Map<string, number>
}

function put(
  { sums, forms, arrived }: Pile,
  payload: Payload,
  header: Header,
  { id, digest, arrived_on }: Pick<Envelopes, 'id' | 'digest' | 'arrived_on'>,
): void {
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

type Openers = (key: string) => Promise<Opener>

function openers(house: House, instruments: readonly Instrument[]): Openers {
  const known = new Map<string, Opener>()
  return async key => {
    const found = known.get(key)
    if (found) return found
    const half = privateKey(house, key)
    if (half === undefined) throw new KeyMissing(key)
    // A half that can't be imported is as good as none, and may come back from its backup.
    const made = await opener(half, instruments).catch(() => Promise.reject(new KeyMissing(key)))
    known.set(key, made)
    return made
  }
}

async function read(
  envelope: Envelopes,
  wards: ReadonlySet<string>,
  open: Openers,
): Promise<{ readonly payload: Payload; readonly header: Header } | { readonly problem: string } | 'newer'> {
  const bytes = new Uint8Array(envelope.bytes)
  try {
    if ((await digest(bytes, crypto.subtle)) !== envelope.digest) return { problem: 'its bytes have changed' }
    const { header } = readHeader(bytes)
    if (header.id !== envelope.id) return { problem: 'it names another form' }
    if (!wards.has(header.ward)) return { problem: 'its ward is not counted in this box' }
    return { payload: await (await open(header.key)).open(bytes), header }
  } catch (error) {
    if (error instanceof EnvelopeError) return error.newer ? 'newer' : { problem: error.message }
    throw error
  }
}
