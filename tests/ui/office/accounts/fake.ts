// Accounts of an office that stands in for the server: Grace keeps it, Sam reads, and an invitation waits.

import type { Accounts } from '../../../../src/office/accounts.ts'
import type { AuditView, LookReply, Me, MembersReply } from '../../../../src/protocol/accounts.ts'
import { done } from '../outcome.ts'

const nothing = () => done(undefined)

export const grace: Me = {
  organisation: 'Northern Moors NHS Trust',
  demonstration: false,
  role: 'administrator',
  services: 'all',
  until: '2026-02-11T21:30:00.000Z',
  person: { id: 'p-grace', name: 'Grace Okafor' },
}

export const people: MembersReply = {
  members: [
    {
      id: 'p-grace',
      name: 'Grace Okafor',
      email: 'grace@example.org',
      role: 'administrator',
      services: 'all',
    },
    { id: 'p-sam', name: 'Sam Hill', email: 'sam@example.org', role: 'reader', services: ['adult'] },
  ],
  invitations: [
    {
      id: 'i-rosa',
      email: 'rosa@example.org',
      role: 'advocate',
      services: 'all',
      until: '2026-02-18T12:00:00.000Z',
      by: 'Grace Okafor (administrator)',
    },
  ],
}

export const invitation: LookReply = {
  organisation: 'Northern Moors NHS Trust',
  by: 'Grace Okafor (administrator)',
  role: 'leader',
  services: ['Adult mental health'],
  email: null,
  until: '2026-02-18T12:00:00.000Z',
  secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  uri: 'otpauth://totp/Equal%20Voice:Northern?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Equal%20Voice',
}

export const changes: readonly AuditView[] = [
  { day: '2026-02-11', what: 'signed in', detail: 'passkey', by: 'Grace Okafor (administrator)' },
  { day: '2026-02-11', what: 'contacts set', detail: 'maple', by: 'Grace Okafor (administrator)' },
  { day: '2026-02-10', what: 'invited', detail: 'administrator', by: 'the server' },
]

/** Everything succeeds; a test gives what it wants otherwise. */
export const fakeAccounts = (parts: AccountParts = {}): Accounts => ({
  entering: {
    ways: () => done({ elsewhere: null }),
    passkey: nothing,
    password: nothing,
    code: nothing,
    spare: nothing,
    elsewhere: () => done('https://sign-in.example.org/authorize'),
    ...parts.entering,
  },
  invited: {
    look: () => done(invitation),
    accept: async ({ password }) => done({ spare: password ? spare : [] }),
    ...parts.invited,
  },
  oneself: {
    me: () => done(grace),
    ways: () => done({ passkeys: [{ id: 'k-1', name: 'My telephone' }], password: true, elsewhere: false }),
    addPasskey: nothing,
    endPasskey: nothing,
    setPassword: nothing,
    ...parts.oneself,
  },
  people: {
    all: () => done(people),
    invite: () =>
      done({
        invitation: 'i-1',
        link: 'https://voice.test/office#invitation=TOKEN',
        until: '2026-02-18T12:00:00.000Z',
      }),
    withdraw: nothing,
    set: nothing,
    remove: nothing,
    endSessions: nothing,
    ...parts.people,
  },
  record: parts.record ?? (() => done({ entries: changes, before: null })),
})

/** What a test says of them otherwise. */
export type AccountParts = {
  readonly [Part in keyof Accounts]?: Accounts[Part] extends (...args: never[]) => unknown
    ? Accounts[Part]
    : Partial<Accounts[Part]>
}

export const spare: readonly string[] = Array.from({ length: 10 }, (_, n) => `abcd${n}-efgh${n}`)
