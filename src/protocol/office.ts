// What an office and the server say to each other.

import * as v from 'valibot'
import type { Release } from '../results/release.ts'
import type { Signal } from '../results/signals.ts'
import type { Role } from './accounts.ts'
import { type Contacts, contacts } from './contacts.ts'
import type { ClosedBox } from './heard.ts'
import { type Opening, receipt, sendRequest, settings } from './tablet.ts'
import { USUAL_IDLE } from './usual.ts'

const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80))

export const signInRequest = v.strictObject({ token: v.pipe(v.string(), v.maxLength(100)) })

/** A new ward of a service, which is made if the organisation has none of that name. */
export const wardRequest = v.strictObject({ service: name, ward: name })

export const contactsRequest = contacts

/**
 * What an office settles about a ward: minutes without a touch before the curtain, its beds if somebody says, and where a
 * paper form goes back to: the advocacy provider, in a few lines.
 */
export const aboutRequest = v.strictObject({
  idle: v.unwrap(settings.entries.idle),
  beds: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500))),
  returnTo: v.pipe(v.string(), v.trim(), v.maxLength(300), v.regex(/^[^\p{Cc}]*(\r?\n[^\p{Cc}]*){0,6}$/u)),
})
export type About = v.InferOutput<typeof aboutRequest>

/** What is so about a ward of which nobody has said anything. */
export const plainAbout: About = { idle: USUAL_IDLE, beds: null, returnTo: '' }

/** A one-use code that enrols a tablet, as tapped and as a link; `until` is ISO 8601. */
export interface CodeReply {
  readonly code: string
  readonly link: string
  readonly until: string
}

/**
 * All that an office ever sees of a box; `asOf` is the day on which it was looked at. `move` says between which days its next
 * count may be moved to, and is null when its day stands.
 */
export interface BoxView {
  readonly standing: 'enough' | 'not yet enough'
  readonly asOf: string
  readonly nextCount: string
  readonly threshold: number
  readonly move: { readonly from: string; readonly to: string } | null
  /** Its day has come and is not done: it is being counted, or waits its turn. How far that is would tell how many there are. */
  readonly counting?: true
}

/**
 * What a tablet's counts do not explain by themselves; never about a person, never with a time. It says it sent more than
 * arrived here; what it sealed is not what it sent, gave back, erased and still has; its count began anew; nobody has heard
 * from it for long.
 */
export type Question =
  | { readonly is: 'fewer-arrived' | 'no-sum'; readonly forms: number }
  | { readonly is: 'began-anew' | 'not-heard' }

export interface TabletView {
  readonly id: string
  readonly name: string
  readonly heardOn: string
  readonly ended: boolean
  readonly questions: readonly Question[]
  /** With whom it still says that people are counted, where its ward is counted with others by now. */
  readonly still?: readonly string[]
}

/** A release that an advocate has not looked at yet; `since` is the day of its count. Why is told to an advocate alone. */
export interface HeldView {
  readonly id: string
  readonly due: string
  readonly since: string
  readonly why?: Signal
}

/** A release as it is listed; `waits` while nobody on the ward has been answered. */
interface ListedRelease {
  readonly id: string
  readonly due: string
  readonly base: number
  readonly waits?: true
}

export interface WardView {
  readonly id: string
  readonly name: string
  readonly countedWith: readonly string[]
  /** The same for all wards that are counted together now, and for no other. */
  readonly group: string
  readonly contacts: Contacts
  /** How Welcome opens there now. */
  readonly opening: Opening
  readonly about: About
  readonly box: BoxView
  readonly tablets: readonly TabletView[]
  /** The releases of every box that the ward has or had part in, newest first. */
  readonly releases: readonly ListedRelease[]
  /** Those that wait for an advocate, newest first. A leader learns no more of them than stands here. */
  readonly held: readonly HeldView[]
  /** What its tablets say of a box of it that stays closed; absent while there is nothing to say. */
  readonly closed?: ClosedBox
}

export interface ServiceView {
  readonly id: string
  readonly name: string
  /** What holds from the next day of each of its boxes on. */
  readonly threshold: number
  /** Ids of the wordings that its tablets may show beside the original. */
  readonly wordings: readonly string[]
  readonly wards: readonly WardView[]
}

export interface Overview {
  readonly organisation: string
  readonly demonstration: boolean
  readonly role: Role
  readonly services: readonly ServiceView[]
}

/** A release with the names of what it is about. */
export interface ReleaseReply {
  readonly organisation: string
  readonly demonstration: boolean
  readonly service: string
  readonly wards: readonly string[]
  /** Why it waits for an advocate, who alone sees it then; absent for one that everybody sees. */
  readonly held?: { readonly since: string; readonly why: Signal }
  readonly release: Release
}

/** The service's public key of today, to which an advocate's page seals a form that came on paper. */
export interface PaperKey {
  readonly key: { readonly id: string; readonly publicKey: string }
}

/** One form that came on paper, sealed; the reply is its receipt. */
export const paperRequest = sendRequest.entries.envelopes.item
export const paperReply = v.object({ receipt })

/**
 * Envelopes out of a rescue file, of any ward of the organisation; the receipts stand in their order. `tablet` is the one on
 * which the file was made, where it says so: its people were told with whom they are counted.
 */
export const rescueRequest = v.strictObject({
  ...sendRequest.entries,
  tablet: v.optional(v.pipe(v.string(), v.maxLength(64))),
})
export type RescueRequest = v.InferOutput<typeof rescueRequest>
export const rescueReply = v.object({ receipts: v.array(receipt) })
