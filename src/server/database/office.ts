// The tables of what an office does with releases, and of who reads on from outside.

import type { Event, Propose } from '../../improve/action.ts'
import type { Owned } from './columns.ts'

/** An action's entries, which only grow; `body` is JSON of improve's Propose or Event, and the action is what they replay to. */
export interface ActionEntries extends Owned {
  action: string
  /** 1 for the proposal, then counting on: two who write at once can't both be next. */
  n: number
  release: string
  /** The body's, so that what is open, or answered, is found without reading every body. */
  type: (Propose | Event)['type']
  who: string
  body: string
}

/** A version of a service's Readiness Checker; `after` is the one it follows, `finished` the day on which it was frozen. */
export interface Checkers extends Owned {
  id: string
  service: string
  began: string
  /** JSON: the id and version of what was asked. */
  instrument: string
  after: string | null
  finished: string | null
}

/** What was said to a question, which only grows; `body` is JSON of improve's Voice, `n` its place in its version, from 1. */
export interface Voices extends Owned {
  checker: string
  n: number
  who: string
  body: string
}

/** A token that reads from outside: its hash alone, the services as members has them, and the day until which it is good. */
export interface ApiTokens extends Owned {
  id: string
  hash: string
  name: string
  services: string
  made_on: string
  until: string
  who: string
  used_on: string | null
  ended_on: string | null
}

/** An address that is told of each new release; `secret` signs what is sent there. */
export interface Webhooks extends Owned {
  id: string
  url: string
  secret: string
  services: string
  made_on: string
  who: string
  ended_on: string | null
}

/** One telling of one release to one address; `next_at` is ISO 8601, `answer` what came back last. */
export interface Deliveries extends Owned {
  webhook: string
  release: string
  state: 'waiting' | 'arrived' | 'given up'
  tries: number
  next_at: string
  answer: string | null
}
