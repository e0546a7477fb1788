// What a tablet and the server say to each other. Both sides parse with these.

import * as v from 'valibot'
import { contacts } from './contacts.ts'
import { MOST_ENVELOPES } from './paths.ts'
import { USUAL_IDLE } from './usual.ts'

const text = v.pipe(v.string(), v.maxLength(200))
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** A day as it is written, such as 2026-03-01; whoever keeps one asks `isDay` too, since 2026-02-30 is none. */
export const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))

/**
 * How Welcome opens on a ward: the language of its screens, in whose words, how large, read aloud or not, calm or not.
 * Every person may choose otherwise, and the next one finds this again.
 */
export const opening = v.object({
  language: text,
  words: v.picklist(['standard', 'easy']),
  size: v.picklist(['normal', 'large', 'larger', 'largest']),
  aloud: v.boolean(),
  calm: v.boolean(),
})
export type Opening = v.InferOutput<typeof opening>

/** How Welcome opens where nobody has settled it. */
export const plainOpening: Opening = {
  language: 'en',
  words: 'standard',
  size: 'normal',
  aloud: false,
  calm: false,
}

/**
 * What a tablet needs to know of its ward. `countedWith` names the wards that share its box. A tablet that learned them
 * an earlier version has stored settings without what is optional here, and does not parse them again.
 */
export const settings = v.object({
  demonstration: v.boolean(),
  organisation: text,
  service: text,
  ward: v.object({ id: text, name: text, countedWith: v.array(text) }),
  key: v.object({ id: text, publicKey: text }),
  contacts,
  nextCount: day,
  /** Forms with which a box is counted at least. */
  threshold: v.number(),
  /** The day of the latest release while nobody has answered it; null before the first, and once somebody has. */
  told: v.nullable(day),
  /** What is shown of releases and answers, and of a box that stays closed: parsed with heard.ts by the page that shows it. */
  heard: v.optional(v.unknown()),
  closed: v.optional(v.unknown()),
  /**
   * Ids of the wordings that the service has switched on, such as pl/standard and en/easy. The original is always on and
   * not among them; an id that this version does not know stays as it is, for the next version.
   */
  wordings: v.optional(v.array(text), []),
  opening: v.optional(opening, plainOpening),
  /** Minutes without a touch after which the curtain falls; twice as many beside a helper and while scanning. */
  idle: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(120)), USUAL_IDLE),
  /** The newest version of an envelope that the server takes; a tablet seals no newer one. */
  envelopes: v.optional(v.number(), 1),
})
export type Settings = v.InferOutput<typeof settings>

/**
 * In every reply to a tablet: the server's time (ISO 8601), its epoch, and how many batches of this tablet it has ever
 * stored. A new epoch, or a smaller `batches`, means a server restored from a backup: sent envelopes are offered again.
 */
const standing = { epoch: text, batches: v.number(), now: v.pipe(v.string(), v.isoTimestamp()) }

/**
 * A code, and the ward that the tablet must stay with because something of it waits there: a code of another is then
 * refused before it is spent. A server of an earlier version does not know `ward` and refuses the request with 400.1.
 */
export const enrolRequest = v.strictObject({
  code: v.pipe(v.string(), v.maxLength(20)),
  ward: v.optional(text),
})
export const enrolReply = v.object({ token: text, tablet: text, settings, ...standing })
export type EnrolReply = v.InferOutput<typeof enrolReply>

/**
 * How many envelopes still wait on the tablet, and forms that were begun there, by the id of the key they are sealed to, and the key that it seals to
 * now: only what it no longer seals to can be done with. A tablet that does not say keeps every key it was given.
 */
export const checkInRequest = v.strictObject({
  sealsTo: v.optional(v.pipe(v.string(), v.maxLength(64))),
  waiting: v.record(v.pipe(v.string(), v.maxLength(64)), v.pipe(v.number(), v.integer(), v.minValue(0))),
})
export const checkInReply = v.object({ settings, ...standing })
export type CheckInReply = v.InferOutput<typeof checkInReply>

/** Each envelope with its SHA-256 (hex) and its bytes (base64url). */
export const sendRequest = v.strictObject({
  envelopes: v.pipe(
    v.array(v.strictObject({ digest: hash, bytes: v.pipe(v.string(), v.maxLength(16_384)) })),
    v.minLength(1),
    v.maxLength(MOST_ENVELOPES),
  ),
})
export type SendRequest = v.InferOutput<typeof sendRequest>

/** The server's word for one envelope; `digest` is of the bytes that arrived. */
export const receipt = v.variant('state', [
  v.object({ state: v.literal('stored'), digest: hash }),
  v.object({ state: v.literal('duplicate'), digest: hash }),
  v.object({ state: v.literal('refused'), digest: hash, problem: text }),
])
export type Receipt = v.InferOutput<typeof receipt>

export const sendReply = v.object({ receipts: v.array(receipt), ...standing })
export type SendReply = v.InferOutput<typeof sendReply>

const slip = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))

/** Slips in one request at most. */
export const MOST_SLIPS = 20

/**
 * The slow hashes of the slips with which people take their forms back; the same ones may be asked for again. Envelopes
 * have their marks alone (markOf), which ask for nothing.
 */
export const withdrawRequest = v.strictObject({
  slips: v.pipe(v.array(slip), v.minLength(1), v.maxLength(MOST_SLIPS)),
})

/**
 * The server's word for one slip: its form is out of the box, was opened with the others, or is not here yet (`kept`: it
 * is taken out when it comes). `too-many` is no word on the form: five unknown slips a tablet and hour, ask again later.
 */
export const withdrawal = v.object({
  slip,
  is: v.picklist(['taken-out', 'opened', 'kept', 'too-many']),
})
export type Withdrawal = v.InferOutput<typeof withdrawal>

export const withdrawReply = v.object({ withdrawals: v.array(withdrawal), ...standing })
export type WithdrawReply = v.InferOutput<typeof withdrawReply>

const forms = v.pipe(v.number(), v.integer(), v.minValue(0))

/**
 * What a tablet has counted since it was enrolled: forms sealed on it, with a receipt, taken back before they left,
 * erased after their hours; and how many wait or are set aside now.
 */
export const tallyRequest = v.strictObject({
  sealed: forms,
  sent: forms,
  withdrawn: forms,
  erased: forms,
  waiting: forms,
  setAside: forms,
})
export type Tally = v.InferOutput<typeof tallyRequest>

export const tallyReply = v.object(standing)
