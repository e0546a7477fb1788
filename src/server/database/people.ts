// The tables of accounts: people and what they sign in with, who may come in, who is invited.

import type { Role } from '../../protocol/accounts.ts'
import type { Instant, InstantOrNone, Owned, Truth } from './columns.ts'

/** Somebody with an account. These six tables are better-auth's, with its names of columns (accounts/auth.ts). */
export interface People {
  id: string
  name: string
  email: string
  /** Whether an administrator, or the organisation's own sign-in, has named this address. */
  emailVerified: Truth
  image: string | null
  createdAt: Instant
  updatedAt: Instant
  twoFactorEnabled: Truth | null
}

/** Somebody's time in the office. `updatedAt` is when they last asked for something, to the minute. */
export interface Visits {
  id: string
  expiresAt: Instant
  token: string
  createdAt: Instant
  updatedAt: Instant
  ipAddress: string | null
  userAgent: string | null
  userId: string
  /** Ours, and not better-auth's: when they last proved here that it is them; null where somebody else said so. */
  provedAt: InstantOrNone
}

/** A password's hash, or a name at the organisation's own sign-in; nothing of its tokens is kept. */
export interface WaysIn {
  id: string
  accountId: string
  providerId: string
  userId: string
  password: string | null
  createdAt: Instant
  updatedAt: Instant
}

/** Challenges that wait for their answer. */
export interface Proofs {
  id: string
  expiresAt: Instant
}

/** What makes somebody's codes, encrypted with the accounts' secret. */
export interface SecondFactors {
  id: string
  secret: string
  backupCodes: string
  userId: string
  verified: Truth | null
  failedVerificationCount: number | null
}

export interface Passkeys {
  id: string
  name: string | null
  userId: string
}

/** Who may come in to an organisation's office, and as whom. `services` is JSON of ids, or of 'all'. */
export interface Members extends Owned {
  person: string
  role: Role
  services: string
}

/** `who` is the name of whoever made it. */
export interface Invitations extends Owned {
  id: string
  hash: string
  email: string | null
  role: Role
  services: string
  until: string
  who: string
}
