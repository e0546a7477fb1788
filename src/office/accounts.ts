// Coming in with an account, who else may, and what was changed: what the screens for it may ask for, and the requests.

import * as v from 'valibot'
import {
  type AcceptReply,
  type AuditReply,
  type acceptRequest,
  type InviteReply,
  type inviteRequest,
  type LookReply,
  type Me,
  type MemberRequest,
  type MembersReply,
  type PasskeysReply,
  roles,
  type WaysReply,
} from '../protocol/accounts.ts'
import { doors } from '../protocol/doors.ts'
import { day } from '../protocol/tablet.ts'
import { addresses, ask, nothing, parse } from './http.ts'
import type { Outcome } from './outcome.ts'
import { make, toMake, toUse, use } from './passkey.ts'

type Done = Promise<Outcome<undefined>>

/** Ways in. A password alone lets nobody in: a code follows. */
export interface Entering {
  ways(): Promise<Outcome<WaysReply>>
  passkey(): Done
  password(email: string, password: string): Done
  code(code: string): Done
  spare(code: string): Done
  /** The address of the organisation's own sign-in, to go there. */
  elsewhere(): Promise<Outcome<string>>
}

export type Acceptance = v.InferInput<typeof acceptRequest>

/** An invitation, by the token of its link. */
interface Invited {
  look(token: string): Promise<Outcome<LookReply>>
  accept(as: Acceptance): Promise<Outcome<AcceptReply>>
}

/** What one keeps of oneself. */
export interface Oneself {
  me(): Promise<Outcome<Me>>
  ways(): Promise<Outcome<PasskeysReply>>
  addPasskey(name: string): Done
  endPasskey(id: string): Done
  setPassword(current: string, password: string): Done
}

export type Invitation = v.InferInput<typeof inviteRequest>

/** Who may come in: an administrator's. */
export interface People {
  all(): Promise<Outcome<MembersReply>>
  invite(whom: Invitation): Promise<Outcome<InviteReply>>
  withdraw(invitation: string): Done
  set(member: string, as: MemberRequest): Done
  remove(member: string): Done
  endSessions(member: string): Done
}

/** All about accounts. `record` is what was changed, a page at a time: `before` is what the page before gave. */
export interface Accounts {
  readonly entering: Entering
  readonly invited: Invited
  readonly oneself: Oneself
  readonly people: People
  record(before: string | null): Promise<Outcome<AuditReply>>
}

const text = v.string()
const time = v.pipe(text, v.isoTimestamp())
const role = v.picklist(roles)
const services = v.union([v.literal('all'), v.array(text)])
const who = { id: text, role, services }

const lookReply: v.GenericSchema<unknown, LookReply> = v.object({
  organisation: text,
  by: text,
  role,
  services,
  email: v.nullable(text),
  until: time,
  secret: text,
  uri: text,
})
const meReply: v.GenericSchema<unknown, Me> = v.object({
  organisation: text,
  demonstration: v.boolean(),
  role,
  services,
  until: time,
  person: v.exactOptional(v.object({ id: text, name: text })),
})
const passkeysReply: v.GenericSchema<unknown, PasskeysReply> = v.object({
  passkeys: v.array(v.object({ id: text, name: text })),
  password: v.boolean(),
  elsewhere: v.boolean(),
})
const membersReply: v.GenericSchema<unknown, MembersReply> = v.object({
  members: v.array(v.object({ ...who, name: text, email: text })),
  invitations: v.array(v.object({ ...who, email: v.nullable(text), until: time, by: text })),
})
const auditReply: v.GenericSchema<unknown, AuditReply> = v.object({
  entries: v.array(v.object({ day, what: text, detail: text, by: text })),
  before: v.nullable(text),
})
const waysReply: v.GenericSchema<unknown, WaysReply> = v.object({ elsewhere: v.nullable(text) })
const inviteReply: v.GenericSchema<unknown, InviteReply> = v.object({
  invitation: text,
  link: v.pipe(text, v.url()),
  until: time,
})

/** The requests for it, at a server's origin. */
export function accountRequests(base: string): Accounts {
  const at = addresses(base)
  const get = <T>(path: string, schema: v.GenericSchema<unknown, T>) => ask(at(path), 'GET', parse(schema))
  const tell = (path: string, body: unknown, id = '') => ask(at(path, id), 'POST', nothing, body)
  return {
    entering: {
      ways: () => get(doors.ways, waysReply),
      passkey: () =>
        after(get(doors.askPasskey, toUse), asked =>
          after(use(asked), response => tell(doors.passkey, { response })),
        ),
      password: (email, password) => tell(doors.password, { email, password }),
      code: code => tell(doors.code, { code }),
      spare: code => tell(doors.spare, { code }),
      elsewhere: () =>
        ask(at(doors.elsewhere), 'POST', body => v.parse(v.object({ url: v.pipe(text, v.url()) }), body).url),
    },
    invited: {
      look: token => ask(at(doors.invited), 'POST', parse(lookReply), { token }),
      accept: as => ask(at(doors.accept), 'POST', parse(v.object({ spare: v.array(text) })), as),
    },
    oneself: {
      me: () => get(doors.me, meReply),
      ways: () => get(doors.passkeys, passkeysReply),
      addPasskey: name =>
        after(get(doors.offerPasskey, toMake), offered =>
          after(make(offered), response => tell(doors.newPasskey, { response, name })),
        ),
      endPasskey: id => tell(doors.endPasskey, { id }),
      setPassword: (current, password) => tell(doors.newPassword, { current, password }),
    },
    people: {
      all: () => get(doors.members, membersReply),
      invite: whom => ask(at(doors.invitations), 'POST', parse(inviteReply), whom),
      withdraw: invitation => tell(doors.withdrawInvitation, {}, invitation),
      set: (member, as) => ask(at(doors.member, member), 'PUT', nothing, as),
      remove: member => tell(doors.removeMember, {}, member),
      endSessions: member => tell(doors.endSessions, {}, member),
    },
    record: before =>
      get(before === null ? doors.audit : `${doors.audit}?${new URLSearchParams({ before })}`, auditReply),
  }
}

/** What comes of a second request, made of what came of the first. */
async function after<A, B>(
  first: Promise<Outcome<A>>,
  second: (value: A) => Promise<Outcome<B>>,
): Promise<Outcome<B>> {
  const outcome = await first
  return outcome.done ? second(outcome.value) : outcome
}
