// What lies in the database, record by record. No answer stands here in the clear, and no time of day.

import type { Bytes } from '../envelope/bytes.ts'

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
}

/** An envelope as it was sealed. `digest` is SHA-256 of its bytes (hex), `key` the id of the key it is sealed to. */
export interface Sealed {
  readonly digest: string
  readonly id: string
  readonly key: string
  readonly bytes: Bytes
}

/** An envelope in the outbox. `sentOn` is a day such as 2026-03-01; `problem` the number of a refusal. */
export type Entry = Sealed &
  (
    | { readonly state: 'waiting' }
    | { readonly state: 'sent'; readonly sentOn: string }
    | { readonly state: 'set-aside'; readonly problem: string }
  )

/** A slip with which somebody takes a form back, by its slow hash; `on` is the day of the server's answer. */
export interface Withdrawal {
  readonly slip: string
  readonly state: 'asked' | 'taken' | 'opened' | 'unknown' | 'tries'
  readonly on?: string
}

export interface Setting {
  readonly name: string
  readonly value: unknown
}
