// What somebody who signs in to the office and the server say to each other: invitations, members, ways to sign in.

import * as v from 'valibot'

/**
 * Who is signed in. An administrator keeps everything and who may come in; a leader keeps wards and tablets; an advocate, of
 * an independent provider, lets releases go and types paper forms; a reader reads releases.
 */
export const roles = ['administrator', 'leader', 'advocate', 'reader'] as const
export type Role = (typeof roles)[number]

/** Whether a role keeps wards and tablets. */
export const keeps = (role: Role): boolean => role === 'administrator' || role === 'leader'

/** Of which services somebody sees anything: all that there are and will be, or these ids. */
export type Services = 'all' | readonly string[]

/** The fewest letters of a password. There is no other rule for one: rules make people write them down. */
export const SHORTEST_PASSWORD = 15

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100))
const token = v.pipe(v.string(), v.maxLength(100))
const email = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.email(), v.maxLength(200))
const password = v.pipe(v.string(), v.minLength(SHORTEST_PASSWORD), v.maxLength(128))
const typed = v.pipe(v.string(), v.minLength(1), v.maxLength(128))
const code = v.pipe(v.string(), v.trim(), v.regex(/^\d{6}$/))

const services = v.union([v.literal('all'), v.pipe(v.array(id), v.minLength(1), v.maxLength(200))])

/** As whom somebody may come in; an administrator has all services, whatever is said. */
export const memberRequest = v.strictObject({ role: v.picklist(roles), services })
export type MemberRequest = v.InferOutput<typeof memberRequest>

/** An invitation for whoever holds its link, or for one e-mail address alone. */
export const inviteRequest = v.strictObject({ ...memberRequest.entries, email: v.nullable(email) })

/** The link of an invitation, which is shown once; `until` is ISO 8601. */
export interface InviteReply {
  readonly invitation: string
  readonly link: string
  readonly until: string
}

export const lookRequest = v.strictObject({ token })

/**
 * What an invitation says to whoever holds it. `by` is who made it and `services` are names; `secret` is for an app that makes
 * codes, and so is `uri`.
 */
export interface LookReply {
  readonly organisation: string
  readonly by: string
  readonly role: Role
  readonly services: Services
  readonly email: string | null
  readonly until: string
  readonly secret: string
  readonly uri: string
}

/** Takes an invitation up, to sign in with a passkey that is made next, or with a password and a code each time. */
export const acceptRequest = v.strictObject({
  token,
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80), v.regex(/^[^\p{Cc}]+$/u)),
  email,
  password: v.nullable(v.strictObject({ password, code })),
})

/** Codes for when the app that makes codes is lost, each good once; none without a password. */
export interface AcceptReply {
  readonly spare: readonly string[]
}

export const passwordRequest = v.strictObject({ email, password: typed })
export const codeRequest = v.strictObject({ code })
export const spareRequest = v.strictObject({ code: v.pipe(v.string(), v.trim(), v.maxLength(40)) })
export const newPasswordRequest = v.strictObject({ current: typed, password })

const said = v.pipe(v.string(), v.minLength(1), v.maxLength(20_000))

/** What a browser's passkey says, as WebAuthn has it: so much at least must be there to be looked at. */
const credential = v.looseObject({
  id: said,
  rawId: said,
  type: v.literal('public-key'),
  response: v.looseObject({ clientDataJSON: said }),
  clientExtensionResults: v.looseObject({}),
})
export const passkeyRequest = v.strictObject({ response: credential })
export const newPasskeyRequest = v.strictObject({
  response: credential,
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
})
export const endPasskeyRequest = v.strictObject({ id })

/** Which ways in there are besides passkeys and passwords: the name of the organisation's own sign-in, or null. */
export interface WaysReply {
  readonly elsewhere: string | null
}

/** A passkey of whoever asks. */
export interface PasskeyView {
  readonly id: string
  readonly name: string
}

/** With what whoever asks can sign in: their passkeys, and whether by a password or the organisation's own sign-in too. */
export interface PasskeysReply {
  readonly passkeys: readonly PasskeyView[]
  readonly password: boolean
  readonly elsewhere: boolean
}

/** Who is signed in, until when in any case; no `person` where a link signed somebody in without an account. */
export interface Me {
  readonly organisation: string
  readonly demonstration: boolean
  readonly role: Role
  readonly services: Services
  readonly until: string
  readonly person?: { readonly id: string; readonly name: string }
}

/** Somebody who may come in. */
export interface MemberView {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly services: Services
}

/** An invitation that nobody has taken up yet; `by` is who made it. */
export interface InvitationView {
  readonly id: string
  readonly email: string | null
  readonly role: Role
  readonly services: Services
  readonly until: string
  readonly by: string
}

export interface MembersReply {
  readonly members: readonly MemberView[]
  readonly invitations: readonly InvitationView[]
}

/** A change, its day, and who made it: a name with its role. Within a day they stand in no order. */
export interface AuditView {
  readonly day: string
  readonly what: string
  readonly detail: string
  readonly by: string
}

/** `before` asks for what is older, and is null at the end. */
export interface AuditReply {
  readonly entries: readonly AuditView[]
  readonly before: string | null
}
