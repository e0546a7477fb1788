// A batch of envelopes: each is stored, known already or refused, and all of it in one transaction.

import { type Bytes, digest } from '../envelope/bytes.ts'
import { EnvelopeError, type Header, readHeader } from '../envelope/header.ts'
import { SEALED_SIZE } from '../envelope/payload.ts'
import type { ProblemNumber } from '../protocol/problems.ts'
import type { Receipt, SendRequest } from '../protocol/tablet.ts'
import type { House } from './house.ts'
import { audit } from './queries/audit.ts'
import { isSpent, takeOut } from './queries/counts.ts'
import { type Arrival, digestsOf, putIn, quarantine } from './queries/envelopes.ts'
import { openableKeys } from './queries/keys.ts'
import { countBatch, type EnrolledTablet } from './queries/tablets.ts'
import { wardOf } from './queries/wards.ts'
import { refuse } from './refusal.ts'

interface Refused {
  readonly digest: string
  readonly bytes: Uint8Array
  readonly problem: ProblemNumber
}

type Read = Arrival | Refused

/** Takes a batch in, in the transaction of `house`. The receipts stand in the order of the envelopes. */
export async function ingest(
  house: House,
  tablet: EnrolledTablet,
  envelopes: SendRequest['envelopes'],
): Promise<Receipt[]> {
  const { organisation } = tablet
  const ward = await wardOf(house.db, organisation, tablet.ward)
  if (!ward) throw refuse('401.1')
  const keys = await openableKeys(house.db, organisation, ward.service)
  const read = await Promise.all(envelopes.map(one => examine(one, header => whyNot(header, ward.id, keys))))
  const stored = await store(house, organisation, ward.box, read)
  const judged = read.map(one => judge(one, stored))
  const refused = judged.flatMap(([one, { state }]) => (state === 'refused' && 'problem' in one ? [one] : []))
  await quarantine(house, tablet, firsts(refused.filter(one => one.problem !== '422.4')))
  await audit(house, organisation, 'envelopes', String(envelopes.length))
  await countBatch(house.db, tablet)
  return judged.map(([, receipt]) => receipt)
}

async function examine(
  sent: SendRequest['envelopes'][number],
  whyNot: (header: Header) => ProblemNumber | undefined,
): Promise<Read> {
  const bytes: Bytes = new Uint8Array(Buffer.from(sent.bytes, 'base64url'))
  const arrived = { digest: await digest(bytes, crypto.subtle), bytes }
  if (arrived.digest !== sent.digest) return { ...arrived, problem: '422.4' }
  const header = headerOf(bytes)
  const problem = header === undefined ? '422.1' : whyNot(header)
  if (header === undefined || problem !== undefined) return { ...arrived, problem: problem ?? '422.1' }
  return { ...arrived, id: header.id, key: header.key }
}

function headerOf(bytes: Bytes): Header | undefined {
  try {
    const { header, clear } = readHeader(bytes)
    // What is shorter or longer than every form is none, and its length could say something.
    return bytes.length === clear + SEALED_SIZE ? header : undefined
  } catch (error) {
    if (error instanceof EnvelopeError) return undefined
    throw error
  }
}

const whyNot = (header: Header, ward: string, keys: Set<string>): ProblemNumber | undefined =>
  header.ward !== ward ? '422.2' : keys.has(header.key) ? undefined : '422.3'

/** By id: the digest that counts, and whether it came in just now. */
type Stored = Map<string, { digest: string; fresh: boolean }>

// Spent ids are looked up after the insert: a count that commits meanwhile has then either left the envelope
// in the box, where the insert meets it, or made its id spent, where this lookup does.
async function store(
  house: House,
  organisation: string,
  box: string,
  read: readonly Read[],
): Promise<Stored> {
  const arrivals = [
    ...new Map(read.flatMap(one => ('id' in one ? [[one.id, one] as const] : [])).toReversed()).values(),
  ]
  const ids = arrivals.map(one => one.id)
  const fresh = await putIn(house, organisation, box, arrivals)
  const spent = await isSpent(house.db, organisation, ids)
  await takeOut(
    house.db,
    organisation,
    ids.filter(id => fresh.has(id) && spent.has(id)),
  )
  const lying = await digestsOf(house.db, organisation, ids)
  return new Map(
    [...lying, ...spent].map(([id, digest]) => [id, { digest, fresh: fresh.has(id) && !spent.has(id) }]),
  )
}

// The first of an id in a batch is the one that was stored; another of the same bytes is its duplicate.
function judge(one: Read, stored: Stored): [Read | Refused, Receipt] {
  const { digest } = one
  if ('problem' in one) return [one, { state: 'refused', digest, problem: one.problem }]
  const found = stored.get(one.id)
  if (found?.digest !== digest) {
    const refused: Refused = { digest, bytes: one.bytes, problem: '409.1' }
    return [refused, { state: 'refused', digest, problem: refused.problem }]
  }
  stored.set(one.id, { digest, fresh: false })
  return [one, { state: found.fresh ? 'stored' : 'duplicate', digest }]
}

const firsts = (refused: readonly Refused[]): Refused[] => [
  ...new Map(refused.map(one => [one.digest, one])).values(),
]
