// What comes of asking, whatever was asked: apart from all that may be, so that each area knows this alone.

import type { ProblemNumber } from '../protocol/problems.ts'

/** Why something was refused: the server's number, no server, something that is no server of ours, this page, or a passkey. */
export type Refusal = ProblemNumber | 'no-signal' | 'not-ours' | 'other' | NoPasskey

/** A passkey was left aside, is on this device already, or is not possible here. */
type NoPasskey = 'passkey-left' | 'passkey-twice' | 'passkey-never'

/** What came of a request. Nothing here throws: a screen always has something to say. */
export type Outcome<T> =
  | { readonly done: true; readonly value: T }
  | { readonly done: false; readonly refusal: Refusal }
