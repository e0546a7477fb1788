// The Readiness Checker of a service: what its screens may ask for, and the requests.

import * as v from 'valibot'
import { toHex } from '../envelope/bytes.ts'
import type { Checker } from '../improve/readiness.ts'
import { doors } from '../protocol/doors.ts'
import { type ReadinessReply, type VoiceRequest, voiceShape } from '../protocol/readiness.ts'
import { day } from '../protocol/tablet.ts'
import { addresses, ask, parse } from './http.ts'
import type { Outcome } from './outcome.ts'

/** Each change is answered with its whole version, so that what others have said meanwhile is seen too. */
export interface Readiness {
  of(service: string): Promise<Outcome<ReadinessReply>>
  /** The next version, or the one that is open. */
  begin(service: string): Promise<Outcome<Checker>>
  /** Said again under the same id, it is the same voice. */
  say(checker: string, voice: VoiceRequest): Promise<Outcome<Checker>>
  finish(checker: string): Promise<Outcome<Checker>>
  /** Takes what shows a voice out of it, for good. */
  strike(checker: string, voice: string): Promise<Outcome<Checker>>
  /** An id for what will be said. */
  newId(): string
}

const ground = {
  id: v.string(),
  setting: v.string(),
  instrument: v.object({ id: v.string(), version: v.string() }),
  began: day,
  after: v.exactOptional(v.string()),
  before: v.array(voiceShape),
  voices: v.array(voiceShape),
}
const checker: v.GenericSchema<unknown, Checker> = v.variant('state', [
  v.object({ ...ground, state: v.literal('open') }),
  v.object({ ...ground, state: v.literal('finished'), finished: day }),
])

/** Every version of a service. */
export const readinessReply: v.GenericSchema<unknown, ReadinessReply> = v.object({
  organisation: v.string(),
  service: v.string(),
  checkers: v.array(checker),
  mine: v.optional(v.array(v.string()), []),
})

const one = (body: unknown): Checker => v.parse(v.object({ checker }), body).checker

/** The Readiness Checker over HTTP, of the server at `base`. */
export function readinessRequests(base: string): Readiness {
  const at = addresses(base)
  return {
    of: service => ask(at(doors.readiness, service), 'GET', parse(readinessReply)),
    begin: service => ask(at(doors.readiness, service), 'POST', one, {}),
    say: (id, voice) => ask(at(doors.voices, id), 'POST', one, voice),
    finish: id => ask(at(doors.finishChecker, id), 'POST', one, {}),
    strike: (id, voice) => ask(at(doors.strike, id, voice), 'POST', one, {}),
    newId: () => toHex(crypto.getRandomValues(new Uint8Array(16))),
  }
}
