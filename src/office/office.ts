// All that an office screen may ask for. The screens know these shapes and nothing behind them.

import type { End, Manner } from '../form/form.ts'
import type { Choice } from '../instrument/instrument.ts'
import type { Contacts } from '../protocol/contacts.ts'
import type { About, CodeReply, Overview, ReleaseReply } from '../protocol/office.ts'
import type { Unrescued } from '../protocol/rescue.ts'
import type { Opening, Receipt } from '../protocol/tablet.ts'
import type { Ground, WordingsReply } from '../protocol/wordings.ts'
import type { Accounts } from './accounts.ts'
import type { Actions } from './actions.ts'
import type { Estate } from './estate.ts'
import type { Outcome, Refusal } from './outcome.ts'
import type { Outlets } from './outlets.ts'
import type { Readiness } from './readiness.ts'
import type { Results } from './results.ts'

export type { Outcome, Refusal } from './outcome.ts'

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
interface Keeping {
  addWard(service: string, ward: string): Promise<Outcome<undefined>>
  setContacts(ward: string, contacts: Contacts): Promise<Outcome<undefined>>
  setAbout(ward: string, about: About): Promise<Outcome<undefined>>
  /** In a demonstration only: fills the ward's box with made-up forms and lets its day come. */
  demonstrate(ward: string): Promise<Outcome<undefined>>
}

/** What can be done for a ward's tablets. */
export interface Tablets {
  makeCode(ward: string): Promise<Outcome<CodeReply>>
  endTablet(tablet: string): Promise<Outcome<undefined>>
  /** Brings in what is whole in the text of a rescue file, part by part. */
  bringIn(text: string, going?: Going): Promise<Outcome<Brought>>
}

/** Long work that shows itself, and that somebody may stop between two parts of it. */
export interface Going {
  readonly stop: AbortSignal
  tell(done: number, of: number): void
}

/**
 * What came of a rescue file: it is none, it is of a newer version, or each of its envelopes met its receipt, but for those
 * that are `left` because it was stopped or broke off.
 */
export type Brought =
  | { readonly is: 'no-rescue' | 'newer' }
  | {
      readonly is: 'brought'
      readonly receipts: readonly Receipt[]
      readonly unreadable: readonly Unrescued[]
      readonly complete: boolean
      readonly left: number
      /** Why it broke off; absent where it was stopped, or came to its end. */
      readonly refusal?: Refusal
    }

/** A form on paper as an advocate types it: what was marked, and nothing that was not. */
export interface PaperForm {
  readonly wording: { readonly id: string; readonly version: string }
  readonly language: string
  readonly words: Manner['words']
  readonly marks: Readonly<Record<string, Choice | undefined>>
  readonly topics: readonly string[]
  readonly end: End
}

/** A paper form's envelope, made once: sent again, it is the same one. `bytes` is base64url. */
export interface SealedPaper {
  readonly digest: string
  readonly bytes: string
}

/** What an independent advocate alone may do. */
export interface Advocacy {
  /** Lets a release go that waited for an advocate. */
  letGo(release: string): Promise<Outcome<undefined>>
  /** Seals a paper form to the key that its ward's service has today. Sends nothing of it. */
  seal(ward: string, form: PaperForm): Promise<Outcome<SealedPaper>>
  send(ward: string, sealed: SealedPaper): Promise<Outcome<Receipt>>
}

/** In whose words the tablets speak. */
export interface Wordings {
  /** Switches a service's wording on, on a ground, or off for null. */
  set(service: string, wording: string, ground: Ground | null): Promise<Outcome<undefined>>
  setOpening(ward: string, opening: Opening): Promise<Outcome<undefined>>
}

export interface Office {
  readonly session: Session
  readonly accounts: Accounts
  readonly look: Looking
  readonly keep: Keeping
  readonly tablets: Tablets
  readonly advocacy: Advocacy
  readonly wordings: Wordings
  readonly estate: Estate
  readonly readiness: Readiness
  readonly actions: Actions
  readonly results: Results
  readonly outlets: Outlets
}
