// A batch of envelopes: each is stored, known already or refused, and all of it in one transaction.

import { EnvelopeError, type Header, readHeader } from '../envelope/header.ts'
import { SEALED_SIZE } from '../envelope/payload.ts'
import type { ProblemNumber } from '../protocol/problems.ts'
import type { Receipt, SendRequest } from '../protocol/tablet.ts'
import type { Database } from './database/database.ts'
import type { House } from './house.ts'
import { audit } from './queries/audit.ts'
import { lockBoxes } from './queries/boxes.ts'
import { isSpent, takeOut } from './queries/counts.ts'
import {
  type Arriving,
  digestsOf,
  type Placed,
  putIn,
  quarantine,
  type Refused,
} from './queries/envelopes.ts'
import { todayOf } from './queries/organisations.ts'
import { countBatch, type EnrolledTablet } from './queries/tablets.ts'
import { cameOut, withdrawn } from './queries/withdrawals.ts'
import { digestOf } from './secrets.ts'
import { type Sender, tabletSender } from './senders.ts'
import { slipOf } from './slip.ts'

type Read = Placed | Refused

// What waits elsewhere, and what a person took back, is not for us to keep.
const notOurs: ReadonlySet<ProblemNumber> = new Set(['422.4', '422.5', '422.6'])

/** Takes a tablet's batch in, in the transaction of `house`. The receipts stand in the order of the envelopes. */
export async function ingest(
  house: House,
  tablet: EnrolledTablet,
  envelopes: SendRequest['envelopes'],
): Promise<Receipt[]> {
  const receipts = await ingestFrom(house, await tabletSender(house, tablet), envelopes)
  await countBatch(house.db, tablet, receipts.filter(({ state }) => state !== 'refused').length)
  return receipts
}

/** Takes in what any sender sends, as `ingest` does. */
export async function ingestFrom(
  house: House,
  sender: Sender,
  envelopes: SendRequest['envelopes'],
): Promise<Receipt[]> {
  const { organisation } = sender
  const read = envelopes.map(one => examine(one, sender))
  const arrived_on = await todayOf(house, organisation)
  const stored = await store(house.db, { organisation, arrived_on }, read)
  const judged = read.map(one => judge(one, stored))
  const refused = judged.flatMap(([one, { state }]) => (state === 'refused' && 'problem' in one ? [one] : []))
  const aside = firsts(refused.filter(one => !notOurs.has(one.problem)))
  await quarantine(house.db, { organisation, arrived_on, tablet: sender.tablet }, aside)
  await audit(house, organisation, 'envelopes', String(envelopes.length), arrived_on)
  return judged.map(([, receipt]) => receipt)
}

function examine(sent: SendRequest['envelopes'][number], sender: Sender): Read {
  const bytes = Buffer.from(sent.bytes, 'base64url')
  const arrived = { digest: digestOf(bytes), bytes, slip: null }
  if (arrived.digest !== sent.digest) return { ...arrived, problem: '422.4' }
  const header = headerOf(bytes)
  if (typeof header === 'string') return { ...arrived, problem: header }
  const { id, key, paper } = header
  const known = { ...arrived, slip: slipOf(header) }
  const place = sender.place(header)
  return 'problem' in place
    ? { ...known, ...place }
    : { ...known, ...place, id, key, paper: paper ? 1 : null }
}

function headerOf(bytes: Uint8Array): Header | ProblemNumber {
  try {
    const { header, clear } = readHeader(bytes)
    // What is shorter or longer than every form is none, and its length could say something.
    return bytes.length === clear + SEALED_SIZE ? header : '422.1'
  } catch (error) {
    if (error instanceof EnvelopeError) return error.newer ? '422.6' : '422.1'
    throw error
  }
}

/** By id: the digest that counts, and whether it came in just now, was here, or was taken back. */
type Stored = Map<string, { digest: string; is: 'fresh' | 'known' | 'taken back' }>

// Spent ids are looked up after the insert: a count that commits meanwhile has then either left the envelope
// in the box, where the insert meets it, or made its id spent, where this lookup does.
async function store(db: Database, at: Arriving, read: readonly Read[]): Promise<Stored> {
  const { organisation } = at
  const arrivals = [
    ...new Map(read.flatMap(one => ('id' in one ? [[one.id, one] as const] : [])).toReversed()).values(),
  ]
  await lockBoxes(
    db,
    organisation,
    arrivals.map(one => one.box),
  )
  const back = await takenBack(db, organisation, arrivals)
  const coming = arrivals.filter(one => !back.includes(one))
  const ids = coming.map(one => one.id)
  const fresh = await putIn(db, at, coming)
  const spent = await isSpent(db, organisation, ids)
  await takeOut(
    db,
    organisation,
    ids.filter(id => fresh.has(id) && spent.has(id)),
  )
  // What came in just now lies here under the digest that it came with.
  const lying = await digestsOf(
    db,
    organisation,
    ids.filter(id => !fresh.has(id)),
  )
  const stored: Stored = new Map(back.map(({ id, digest }) => [id, { digest, is: 'taken back' }]))
  for (const { id, digest } of coming) if (fresh.has(id)) stored.set(id, { digest, is: 'fresh' })
  for (const [id, digest] of [...lying, ...spent]) stored.set(id, { digest, is: 'known' })
  return stored
}

/** Those with a slip that was asked for before they came; what is here already was not. */
async function takenBack(db: Database, organisation: string, arrivals: readonly Placed[]): Promise<Placed[]> {
  const slips = arrivals.flatMap(one => one.slip ?? [])
  const asked = await withdrawn(db, organisation, slips)
  const met = arrivals.filter(one => one.slip !== null && asked.has(one.slip))
  const ids = met.map(one => one.id)
  const [spent, lying] = [await isSpent(db, organisation, ids), await digestsOf(db, organisation, ids)]
  const back = met.filter(one => !spent.has(one.id) && !lying.has(one.id))
  await cameOut(
    db,
    organisation,
    back.flatMap(one => one.slip ?? []),
  )
  return back
}

// The first of an id in a batch is the one that was stored; another of the same bytes is its duplicate.
function judge(one: Read, stored: Stored): [Read | Refused, Receipt] {
  const { digest } = one
  if ('problem' in one) return [one, { state: 'refused', digest, problem: one.problem }]
  const found = stored.get(one.id)
  const problem = found?.digest !== digest ? '409.1' : found.is === 'taken back' ? '422.5' : undefined
  if (problem !== undefined) {
    const { bytes, slip } = one
    return [
      { digest, bytes, slip, problem },
      { state: 'refused', digest, problem },
    ]
  }
  stored.set(one.id, { digest, is: 'known' })
  return [one, { state: found?.is === 'fresh' ? 'stored' : 'duplicate', digest }]
}

const firsts = (refused: readonly Refused[]): Refused[] => [
  ...new Map(refused.map(one => [one.digest, one])).values(),
]
