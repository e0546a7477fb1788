// What an office and the server say to each other.

import * as v from 'valibot'
import type { Release } from '../results/release.ts'
import { type Contacts, contacts } from './contacts.ts'
import type { Opening } from './tablet.ts'

const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80))

export const signInRequest = v.strictObject({ token: v.pipe(v.string(), v.maxLength(100)) })

/** A new ward of a service, which is made if the organisation has none of that name. */
export const wardRequest = v.strictObject({ service: name, ward: name })

export const contactsRequest = contacts

/** A one-use code that enrols a tablet, as tapped and as a link; `until` is ISO 8601. */
export interface CodeReply {
  readonly code: string
  readonly link: string
  readonly until: string
}

/** All that an office ever sees of a box; `asOf` is the day on which it was looked at. */
export interface BoxView {
  readonly standing: 'enough' | 'not yet enough'
  readonly asOf: string
  readonly nextCount: string
  readonly threshold: number
}

export interface TabletView {
  readonly id: string
  readonly name: string
  readonly heardOn: string
  readonly ended: boolean
}

export interface WardView {
  readonly id: string
  readonly name: string
  readonly countedWith: readonly string[]
  readonly contacts: Contacts
  /** How Welcome opens there now. */
  readonly opening: Opening
  readonly box: BoxView
  readonly tablets: readonly TabletView[]
  /** The releases of the ward's box, newest first. */
  readonly releases: readonly { readonly id: string; readonly due: string; readonly base: number }[]
}

export interface ServiceView {
  readonly id: string
  readonly name: string
  /** Ids of the wordings that its tablets may show beside the original. */
  readonly wordings: readonly string[]
  readonly wards: readonly WardView[]
}

export interface Overview {
  readonly organisation: string
  readonly demonstration: boolean
  readonly services: readonly ServiceView[]
}

/** A release with the names of what it is about. */
export interface ReleaseReply {
  readonly organisation: string
  readonly demonstration: boolean
  readonly service: string
  readonly wards: readonly string[]
  readonly release: Release
}
