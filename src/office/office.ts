// All that an office screen may ask for. The screens know these shapes and nothing behind them.

import type { Contacts } from '../protocol/contacts.ts'
import type { CodeReply, Overview, ReleaseReply } from '../protocol/office.ts'
import type { ProblemNumber } from '../protocol/problems.ts'
import type { Opening } from '../protocol/tablet.ts'
import type { Ground, WordingsReply } from '../protocol/wordings.ts'

/** Why something was refused: the server's number, no server at all, or something that is no server of ours. */
export type Refusal = ProblemNumber | 'no-signal' | 'not-ours'

/** What came of a request. Nothing here throws: a screen always has something to say. */
export type Outcome<T> =
  | { readonly done: true; readonly value: T }
  | { readonly done: false; readonly refusal: Refusal }

/** Who is here. The session itself is a cookie that no script can read. */
export interface Session {
  /** Takes the token of a one-time link. */
  signIn(token: string): Promise<Outcome<undefined>>
  signOut(): Promise<Outcome<undefined>>
}

/** What each language costs a tablet to hold, by its tag; a language that the app was built without is missing. */
export type Packs = Readonly<Record<string, { readonly bytes: number }>>

/** What can be looked at. */
export interface Looking {
  overview(): Promise<Outcome<Overview>>
  release(id: string): Promise<Outcome<ReleaseReply>>
  wordings(service: string): Promise<Outcome<WordingsReply>>
  packs(): Promise<Outcome<Packs>>
}

/** What can be done for a ward. */
export interface Keeping {
  addWard(service: string, ward: string): Promise<Outcome<undefined>>
  setContacts(ward: string, contacts: Contacts): Promise<Outcome<undefined>>
  makeCode(ward: string): Promise<Outcome<CodeReply>>
  endTablet(tablet: string): Promise<Outcome<undefined>>
  /** In a demonstration only: fills the ward's box with made-up forms and lets its day come. */
  demonstrate(ward: string): Promise<Outcome<undefined>>
}

/** In whose words the tablets speak. */
export interface Wordings {
  /** Switches a service's wording on, on a ground, or off for null. */
  set(service: string, wording: string, ground: Ground | null): Promise<Outcome<undefined>>
  setOpening(ward: string, opening: Opening): Promise<Outcome<undefined>>
}

export interface Office {
  readonly session: Session
  readonly look: Looking
  readonly keep: Keeping
  readonly wordings: Wordings
}
