// One batch from the outbox to the server. An envelope leaves the waiting list only against a receipt
// that repeats the digest of the tablet's own bytes; whatever has none simply waits on.

import { type Bytes, digest, toBase64 } from '../envelope/bytes.ts'
import { tabletPaths } from '../protocol/paths.ts'
import { type Receipt, sendReply } from '../protocol/tablet.ts'
import type { Http, Reply } from './http.ts'
import type { Standing } from './standing.ts'

/** Why nothing goes out. */
export type Stuck = 'no-signal' | 'sign-in-page' | 'resting' | 'permission-ended' | 'other-tab'

/** The part of the outbox that sending needs. */
export interface Outbox {
  /** Envelopes that are about to leave: they are marked as tried on disk before they are given. */
  attempt(limit: number): Promise<readonly { readonly digest: string; readonly bytes: Bytes }[]>
  /** Commits the receipts of envelopes that left; resolves to what came of them. */
  settle(receipts: readonly Receipt[], day: string): Promise<Settled>
}

/** How many were stored, were set aside, and are gone since the person has taken the form back. */
interface Settled {
  readonly arrived: number
  readonly setAside: number
  readonly withdrawn: number
}

export type Delivery =
  | { readonly is: 'empty' }
  | { readonly is: 'sent'; readonly arrived: number; readonly setAside: number; readonly standing: Standing }
  | { readonly is: 'set-aside'; readonly setAside: number }
  | { readonly is: 'halve' }
  | ({ readonly is: 'stuck' } & Held)

/** Why, and the seconds for which the server wants to be left alone, where it said so. */
export interface Held {
  readonly why: Stuck
  readonly after?: number | undefined
}

/** Sends up to `size` envelopes in an order that tells nothing. `random` gives numbers in [0, 1). */
export async function deliver(
  outbox: Outbox,
  http: Http,
  token: string,
  size: number,
  random: () => number,
): Promise<Delivery> {
  const batch = shuffle(await outbox.attempt(size), random)
  if (batch.length === 0) return { is: 'empty' }
  const whole = await Promise.all(batch.map(isWhole))
  const damaged = batch.filter((_, n) => !whole[n])
  // One that a disk has spoilt would be refused under another digest for ever, or stop the whole batch.
  if (damaged.length > 0) return asideOf(outbox, damaged, DAMAGED)
  const envelopes = batch.map(({ digest, bytes }) => ({ digest, bytes: toBase64(bytes) }))
  const reply = await http.post(tabletPaths.envelopes, { envelopes }, sendReply, token)
  switch (reply.is) {
    case 'ok': {
      const { receipts, ...standing } = reply.body
      const left = new Set(batch.map(({ digest }) => digest))
      const ours = receipts.filter(one => settles(one) && left.has(one.digest))
      const { arrived, setAside, withdrawn } = await outbox.settle(ours, standing.now.slice(0, 10))
      // A reply that settles nothing would be asked for again at once, for ever.
      if (arrived + setAside + withdrawn === 0) return { is: 'stuck', why: 'resting' }
      return { is: 'sent', arrived, setAside, standing }
    }
    case 'refused':
      // That a form was taken back is believed of a receipt alone, which names its bytes.
      if (!setsAside(reply.problem) || reply.problem === TAKEN_BACK) return { is: 'stuck', ...stuckOn(reply) }
      return refused(outbox, batch, reply.problem)
    case 'too-large':
      return batch.length > 1 ? { is: 'halve' } : { is: 'stuck', why: 'resting' }
    default:
      return { is: 'stuck', ...stuckOn(reply) }
  }
}

/** The envelope is damaged. */
const DAMAGED = '422.4'

/** Whether the bytes are there and are those that were sealed. What can't be found out is the server's to say. */
async function isWhole(one: { digest: string; bytes: unknown }): Promise<boolean> {
  if (!(one.bytes instanceof Uint8Array)) return false
  const bytes = new Uint8Array(one.bytes)
  const name = await (async () => digest(bytes, crypto.subtle))().catch(() => one.digest)
  return name === one.digest
}

/** The form was taken back. */
const TAKEN_BACK = '422.5'

/** Whether our server speaks of the envelope itself: its id is taken, or its bytes, ward or key can't be placed. */
const setsAside = (problem: string): boolean => problem === '409.1' || problem.startsWith('422.')

const settles = (receipt: Receipt): boolean => receipt.state !== 'refused' || setsAside(receipt.problem)

/** Why a reply that is none leaves the envelopes where they are. */
export function stuckOn(reply: Exclude<Reply<unknown>, { is: 'ok' }>): Held {
  if (reply.is === 'ended') return { why: 'permission-ended' }
  if (reply.is === 'no-signal' || reply.is === 'sign-in-page') return { why: reply.is }
  return { why: 'resting', after: reply.after }
}

/** A batch that our server refuses whole is halved until the one envelope is found that it can't take. */
async function refused(
  outbox: Outbox,
  batch: readonly { digest: string }[],
  problem: string,
): Promise<Delivery> {
  const [only, ...others] = batch
  if (!only || others.length > 0) return { is: 'halve' }
  return asideOf(outbox, [only], problem)
}

async function asideOf(
  outbox: Outbox,
  those: readonly { digest: string }[],
  problem: string,
): Promise<Delivery> {
  const refusals = those.map(({ digest }) => ({ state: 'refused' as const, digest, problem }))
  return { is: 'set-aside', setAside: (await outbox.settle(refusals, '')).setAside }
}

function shuffle<T>(things: readonly T[], random: () => number): T[] {
  const left = [...things]
  const out: T[] = []
  while (left.length > 0) out.push(...left.splice(Math.floor(random() * left.length), 1))
  return out
}
