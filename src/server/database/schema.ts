// The ballot box's tables. Every key leads with the organisation, so that a distributed database can divide by it.
// Days are text (2026-03-01) and instants ISO 8601 text: no time of day is kept of anything a person did.

import type { Role } from '../../protocol/accounts.ts'
import type { Ground } from '../../protocol/wordings.ts'
import type { Signal } from '../../results/signals.ts'
import type { Flag, Owned } from './columns.ts'
import type { BoxWards } from './estate.ts'
import type { ActionEntries, ApiTokens, Checkers, Deliveries, Voices, Webhooks } from './office.ts'
import type {
  Invitations,
  Members,
  Passkeys,
  People,
  Proofs,
  SecondFactors,
  Visits,
  WaysIn,
} from './people.ts'

export interface Organisations {
  id: string
  name: string
  demonstration: Flag
  /** Days by which a demonstration is ahead of the clock; 0 elsewhere. */
  days_ahead: number
}

export interface Services extends Owned {
  id: string
  name: string
  threshold: number
}

export interface Boxes extends Owned {
  id: string
  service: string
  next_count: string
  /** What offices see, looked at once a day: 1 enough, 0 not yet. */
  enough: Flag
  as_of: string
  /** Since when it has had forms in it that nobody has counted; null for none, and in a row of old. */
  closed_since: string | null
  /** What its people were told, until its next day; null where that is its service's. */
  threshold_until: number | null
  /** The day that was moved to a later one; null where none was since it was counted last. */
  moved_from: string | null
  /** When tablets and advocate were told that it stays closed; when its envelopes were erased last. */
  told_on: string | null
  erased_on: string | null
}

export interface Wards extends Owned {
  id: string
  service: string
  box: string
  name: string
  /** JSON of protocol's Contacts. */
  contacts: string
  /** JSON of protocol's Opening; null while nobody has settled it. */
  opening: string | null
  /** Minutes until the curtain falls; null where nobody has settled them. */
  idle: number | null
  /** Null where nobody has said how many. */
  beds: number | null
  /** Where paper forms go: the advocacy provider's address; null while nobody has settled it. */
  return_to: string | null
}

/** A wording that a service has switched on; `reference` names the permission where that is its ground. */
export interface Wordings extends Owned {
  service: string
  wording: string
  ground: Ground['is']
  reference: string
  on_day: string
}

/** Public keys; the private half is never in a database. */
export interface Keys extends Owned {
  id: string
  service: string
  public_key: string
  state: 'current' | 'old' | 'retired'
  /** The day until which a key that was put back is kept at least. */
  keep_until: string | null
}

export interface Codes extends Owned {
  hash: string
  ward: string
  until: string
}

export interface Tablets extends Owned {
  id: string
  ward: string
  name: string
  token_hash: string
  heard_on: string
  ended: Flag
  /** Batches of it that were ever stored: by a smaller number it notices a restored backup. */
  batches: number
  /**
   * Envelopes that it was given a good receipt for. Null while that is not known: in a row of old and after a restored
   * backup, until the tablet has sent everything and its own word is taken.
   */
  stored: number | null
  /**
   * The box that it was last told of, and into which what it sends goes: it learns of another only while nothing of it waits.
   * Null where it was never told of any but its ward's.
   */
  box: string | null
}

/** Which keys a tablet was ever given, and since when it reports none waiting under it. */
export interface TabletKeys extends Owned {
  tablet: string
  key: string
  clear_since: string | null
}

/** A sealed form in its box. */
export interface Envelopes extends Owned {
  id: string
  box: string
  key: string
  digest: string
  arrived_on: string
  bytes: Uint8Array
  /** By what it can be taken back (server/slip.ts); null in a form without a slip. */
  slip: string | null
  /** 1 for a form that came on paper; null elsewhere. */
  paper: Flag | null
}

/** Ids of forms that a count has opened, so that none is counted twice. */
export interface Spent extends Owned {
  id: string
  digest: string
  slip: string | null
}

/** A form that somebody took back, by its slip: out of the box, or not here yet (`kept`). Nothing with that slip comes in. */
export interface Withdrawals extends Owned {
  slip: string
  box: string
  state: 'taken-out' | 'kept'
  on_day: string
}

/** What a tablet has counted itself, as it last said; `anew_on` is the day on which it had begun anew. */
export interface Tallies extends Owned {
  tablet: string
  sealed: number
  sent: number
  withdrawn: number
  erased: number
  waiting: number
  set_aside: number
  anew_on: string | null
}

/** What could not be accepted, with its reason; never deleted, but by whoever takes the form back. */
export interface Quarantine extends Owned {
  digest: string
  problem: string
  tablet: string | null
  arrived_on: string
  bytes: Uint8Array
  slip: string | null
}

/** One row for each box and day on which it was due: at most one count, whatever happens. */
export interface Counts extends Owned {
  box: string
  due: string
  release: string | null
}

export interface Releases extends Owned {
  id: string
  box: string
  due: string
  base: number
  /** JSON of results' Release. */
  body: string
  /** Why an advocate is to look at it first; null when none is, or when one has let it go. */
  held: Signal | null
  /** The day on which it was held, also after it was let go. */
  held_on: string | null
  /** JSON of the names that its wards had then; null in a row of old. */
  wards: string | null
}

/** A link that signs in without an account; `role` is null in a row of old: a leader's. */
export interface SignIns extends Owned {
  hash: string
  until: string
  role: Role | null
}

export interface Sessions extends Owned {
  hash: string
  until: string
  role: Role | null
}

/** A batch, its size and its day; a change and who made it. Never an id of a form. */
export interface Audit extends Owned {
  id: string
  on_day: string
  what: string
  detail: string
  /** Whose doing it was, as a name with a role; null in a row of old, and where the server or a tablet did it. */
  who: string | null
}

/** Tries against a code or a link, by who tries and in which hour. */
export interface Tries {
  who: string
  hour: string
  tries: number
}

/** Single facts about this database: epoch, starts, the demonstration's ward. */
export interface Marks {
  name: string
  value: string
}

export interface Schema {
  organisations: Organisations
  services: Services
  boxes: Boxes
  box_wards: BoxWards
  wards: Wards
  wordings: Wordings
  keys: Keys
  codes: Codes
  tablets: Tablets
  tablet_keys: TabletKeys
  envelopes: Envelopes
  spent: Spent
  withdrawals: Withdrawals
  tallies: Tallies
  quarantine: Quarantine
  counts: Counts
  releases: Releases
  sign_ins: SignIns
  sessions: Sessions
  audit: Audit
  tries: Tries
  marks: Marks
  people: People
  visits: Visits
  ways_in: WaysIn
  proofs: Proofs
  second_factors: SecondFactors
  passkeys: Passkeys
  members: Members
  invitations: Invitations
  action_entries: ActionEntries
  checkers: Checkers
  voices: Voices
  api_tokens: ApiTokens
  webhooks: Webhooks
  deliveries: Deliveries
}
