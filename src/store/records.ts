// What lies in the database, record by record. No answer stands here in the clear, and no time of day.

import type { Bytes } from '../envelope/bytes.ts'
import type { Age } from './age.ts'

export const shapes = ['circle', 'square', 'triangle', 'diamond', 'star', 'moon'] as const
export const colours = ['blue', 'orange', 'purple', 'brown'] as const

/** The picture that stands for a draft: never anything that was said. */
export interface Picture {
  readonly shape: (typeof shapes)[number]
  readonly colour: (typeof colours)[number]
}

/** A draft: one half of its key, and the number of its last row. The other half is in a file. */
export interface DraftRecord {
  readonly id: string
  readonly picture: Picture
  readonly half: Bytes
  readonly last: number
  /** Wrong tries at its two pictures; absent where it has none. */
  readonly tries?: number
  /** How long it has waited; absent since it was last saved. */
  readonly age?: Age
}

/**
 * An envelope as it was sealed. `digest` is SHA-256 of its bytes (hex), `key` the id of the key it is sealed to. `slip`:
 * the mark of a slip that stands in its header, absent from envelopes of version 1.
 */
export interface Sealed {
  readonly digest: string
  readonly id: string
  readonly key: string
  readonly bytes: Bytes
  readonly slip?: string
}

/**
 * An envelope in the outbox. `tried`: its bytes may have left this tablet. `sentOn` is a day such as 2026-03-01; `problem`
 * the number of a refusal.
 */
export type Entry = Sealed &
  (
    | { readonly state: 'waiting'; readonly tried?: true }
    | { readonly state: 'sent'; readonly sentOn: string }
    | { readonly state: 'set-aside'; readonly problem: string }
  )

/**
 * A form that somebody took back, by the slow hash of its slip. `state`: 'asked' until the server has answered, then its
 * word, of the day `on`. `here`: its envelope lay in the outbox and went from there; 'alone' had never left the tablet.
 */
export interface Withdrawal {
  readonly slip: string
  /** What stands in the header of its envelope. */
  readonly mark: string
  /** The ward whose tablet it was asked on: another ward's server can't answer for it. */
  readonly ward: string
  readonly state: 'asked' | 'taken-out' | 'opened' | 'kept'
  readonly on?: string
  readonly here?: 'alone' | 'copy'
}

export interface Setting {
  readonly name: string
  readonly value: unknown
}
