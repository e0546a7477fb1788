// A passkey in this browser: it is made, and it answers. Each way in which a browser, a device or a person says no has a name.

import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import * as v from 'valibot'
import type { Outcome, Refusal } from './outcome.ts'

/** Whether this browser has passkeys at all. */
export const hasPasskeys = (): boolean => browserSupportsWebAuthn()

/** What the server says a passkey is to sign. The rest is the browser's own matter: it refuses what it can't read. */
const options = <T>() => v.custom<T>(said => typeof said === 'object' && said !== null && 'challenge' in said)
export const toMake = options<PublicKeyCredentialCreationOptionsJSON>()
export const toUse = options<PublicKeyCredentialRequestOptionsJSON>()

/** Makes a passkey; what the server is to be told of it. */
export const make = (offered: PublicKeyCredentialCreationOptionsJSON): Promise<Outcome<object>> =>
  tried(() => startRegistration({ optionsJSON: offered }))

/** Answers with one. */
export const use = (asked: PublicKeyCredentialRequestOptionsJSON): Promise<Outcome<object>> =>
  tried(() => startAuthentication({ optionsJSON: asked }))

async function tried(work: () => Promise<object>): Promise<Outcome<object>> {
  if (!hasPasskeys()) return { done: false, refusal: 'passkey-never' }
  try {
    return { done: true, value: await work() }
  } catch (error) {
    return { done: false, refusal: whyNot(error) }
  }
}

// A browser says the same of somebody who closed its window, took too long or has no passkey here: it tells no page which.
const reasons: Readonly<Record<string, Refusal>> = {
  NotAllowedError: 'passkey-left',
  AbortError: 'passkey-left',
  InvalidStateError: 'passkey-twice',
  SecurityError: 'passkey-never',
  NotSupportedError: 'passkey-never',
  ConstraintError: 'passkey-never',
}

const whyNot = (error: unknown): Refusal =>
  reasons[error instanceof Error ? error.name : ''] ?? 'passkey-left'
