// Opens some envelopes, one after the other: in a worker of the pool, or in turns with everybody else's requests.

import { EnvelopeError } from '../../envelope/header.ts'
import { type Opener, opener } from '../../envelope/open.ts'
import type { Payload } from '../../envelope/payload.ts'
import type { Instrument } from '../../instrument/instrument.ts'
import type { Steps } from '../../results/steps.ts'
import { native } from './native.ts'

/** Envelopes, each with the id of its key, and the private half of every one of these keys by its id. */
export interface Job {
  readonly sealed: readonly { readonly key: string; readonly bytes: Uint8Array }[]
  readonly halves: Readonly<Record<string, JsonWebKey>>
}

/** What came of an envelope: the form in it, or why there is none. */
export type Opened = Payload | { readonly problem: string }

/** Opens the envelopes of one job after the other, a step each; what came of them, in their order. */
export function opening(instruments: readonly Instrument[]): (job: Job) => Steps<Opened[]> {
  const openers = new Map<string, Opener>()
  return function* ({ sealed, halves }) {
    for (const [id, half] of Object.entries(halves))
      if (!openers.has(id)) openers.set(id, opener(native(half), instruments))
    const all: Opened[] = []
    for (const { key, bytes } of sealed) {
      all.push(openedBy(openers.get(key), bytes))
      yield
    }
    return all
  }
}

function openedBy(known: Opener | undefined, bytes: Uint8Array): Opened {
  if (known === undefined) throw new Error('a job without a key of its envelopes')
  try {
    return known.open(bytes)
  } catch (error) {
    if (error instanceof EnvelopeError) return { problem: error.message }
    throw error
  }
}
