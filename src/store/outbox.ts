// Sealed envelopes on their way. They are keyed by the digest of their bytes, so that their order tells nothing
// of who came first. One leaves the waiting list only against a receipt, or with its slip; none is ever thrown away unsent.

import { readHeader } from '../envelope/header.ts'
import type { Receipt } from '../protocol/tablet.ts'
import type { Database } from './database.ts'
import { fate } from './days.ts'
import type { Entry, Sealed } from './records.ts'
import { LAST_SENT } from './settings.ts'
import { count } from './tally.ts'

/** The server's word that a person has taken this form back. */
const TAKEN_BACK = '422.5'

/** What the server may say of an envelope that is newer than itself. */
const TOO_NEW = ['422.1', '422.6']

export interface Counts {
  readonly waiting: number
  readonly setAside: number
  /** The day on which anything was last stored, such as 2026-03-01. */
  readonly lastSent: string | undefined
}

/** What came of receipts: stored, set aside, or gone since the person has taken the form back. */
export interface Settled {
  readonly arrived: number
  readonly setAside: number
  readonly withdrawn: number
}

/** The outbox. Days are such as 2026-03-01. */
export interface Outbox {
  waiting(limit: number): Promise<readonly Sealed[]>
  /** Envelopes that are about to leave: marked as tried, flushed, and only then given. */
  attempt(limit: number): Promise<readonly Sealed[]>
  /** How many wait, by the id of the key they are sealed to. */
  waitingByKey(): Promise<Record<string, number>>
  counts(): Promise<Counts>
  /**
   * Commits the receipts of envelopes that left: stored or duplicate is sent, refused is set aside and kept. What the
   * person has taken back, here meanwhile or on another tablet, is kept no longer.
   */
  settle(receipts: readonly Receipt[], day: string): Promise<Settled>
  /** Removes what was sent 35 days ago. After an absurd jump of the clock it only begins the days anew. */
  prune(today: string): Promise<void>
  /**
   * For a server that was restored from a backup: makes every sent envelope wait again, with the same bytes, and every
   * one set aside for what the server lacked (422: a ward or a key that it may know now). It may set them aside again.
   * And it is asked again for every form that was taken back, which the backup may have brought back. With a `ward`, only
   * what was sealed on it: a tablet that has moved on can't offer what is of another.
   */
  offerAgain(ward?: string): Promise<void>
  /** For a server that has grown: makes every envelope wait again that was too new for it. */
  offerNewer(): Promise<void>
}

const sealed = ({ digest, id, key, bytes, slip }: Entry): Sealed => ({
  digest,
  id,
  key,
  bytes,
  ...(slip !== undefined && { slip }),
})

/** The ward in an envelope's header; undefined where there is none that can be read. */
function wardOf({ bytes }: Entry): string | undefined {
  try {
    return readHeader(bytes).header.ward
  } catch {
    return undefined
  }
}

/** A key that the disk has spoilt is named as none: the server would refuse to hear how many forms wait. */
const keyOf = ({ key }: { readonly key: unknown }): string =>
  typeof key === 'string' && /^[\w-]{1,64}$/.test(key) ? key : ''

/** What may have left once is never again an envelope that has not. */
const again = (entry: Entry): Entry => ({ ...sealed(entry), state: 'waiting', tried: true })

export function createOutbox(database: Database): Outbox {
  const { outbox, settings, withdrawals, read, write } = database
  const by = (state: Entry['state']) => outbox.where('state').equals(state)

  return {
    waiting: async limit => (await read(() => by('waiting').limit(limit).toArray())).map(sealed),

    attempt: limit =>
      write(async () => {
        const batch = await by('waiting').limit(limit).toArray()
        await outbox.bulkPut(batch.filter(entry => !('tried' in entry)).map(again))
        return batch.map(sealed)
      }),

    async waitingByKey() {
      const counted: Record<string, number> = {}
      for (const entry of await read(() => by('waiting').toArray())) {
        const key = keyOf(entry)
        counted[key] = (counted[key] ?? 0) + 1
      }
      return counted
    },

    async counts() {
      const [waiting, setAside, last] = await read(() =>
        Promise.all([by('waiting').count(), by('set-aside').count(), settings.get(LAST_SENT)]),
      )
      return { waiting, setAside, lastSent: last?.value as string | undefined }
    },

    settle(receipts, day) {
      // Kept over both runs: after a commit of which nobody heard, the second finds nothing waiting.
      const settled = new Map<string, keyof Settled>()
      const all = (which: keyof Settled) => [...settled.values()].filter(one => one === which).length
      return write(async () => {
        for (const receipt of receipts) {
          const { digest } = receipt
          const entry = await outbox.get(digest)
          if (!entry && !settled.has(digest)) settled.set(digest, 'withdrawn')
          if (entry?.state !== 'waiting') continue
          if (receipt.state !== 'refused') {
            await outbox.put({ ...sealed(entry), state: 'sent', sentOn: day })
            await count(database, 'sent')
            settled.set(digest, 'arrived')
          } else if (receipt.problem === TAKEN_BACK) {
            await outbox.delete(digest)
            await count(database, 'withdrawn')
            settled.set(digest, 'withdrawn')
          } else {
            await outbox.put({ ...sealed(entry), state: 'set-aside', problem: receipt.problem })
            settled.set(digest, 'setAside')
          }
        }
        if (all('arrived') > 0) await settings.put({ name: LAST_SENT, value: day })
        return { arrived: all('arrived'), setAside: all('setAside'), withdrawn: all('withdrawn') }
      })
    },

    prune: today =>
      write(async () => {
        for (const entry of await by('sent').toArray()) {
          if (entry.state !== 'sent') continue
          const what = fate(entry.sentOn, today)
          if (what === 'anew') await outbox.put({ ...entry, sentOn: today })
          else if (what === 'go') await outbox.delete(entry.digest)
        }
      }),

    offerAgain: ward =>
      write(async () => {
        const ours = (entry: Entry) => ward === undefined || [ward, undefined].includes(wardOf(entry))
        const sent = (await by('sent').toArray()).filter(ours)
        const kept = [...sent, ...(await by('set-aside').toArray()).filter(ours)]
        // They have no receipt any more.
        await count(database, 'sent', -sent.length)
        await outbox.bulkPut(
          kept.filter(one => !('problem' in one) || String(one.problem).startsWith('422')).map(again),
        )
        const asked = (await withdrawals.toArray()).filter(one => ward === undefined || one.ward === ward)
        await withdrawals.bulkPut(asked.map(({ on, ...row }) => ({ ...row, state: 'asked' as const })))
      }),

    offerNewer: () =>
      write(async () => {
        const kept = await by('set-aside').toArray()
        await outbox.bulkPut(kept.filter(one => 'problem' in one && TOO_NEW.includes(one.problem)).map(again))
      }),
  }
}
