// What is done about releases: what the screens for it may ask for, and the requests.

import * as v from 'valibot'
import { toHex } from '../envelope/bytes.ts'
import { type Action, replay } from '../improve/action.ts'
import {
  type Acted,
  actionsReply,
  type EntryRequest,
  type ProposeRequest,
  proposeReply,
} from '../protocol/actions.ts'
import { doors } from '../protocol/doors.ts'
import { addresses, ask } from './http.ts'
import type { Outcome } from './outcome.ts'

/** Actions with the releases that they are about, on the organisation's day; `before` asks for what was closed earlier. */
export interface Acting {
  readonly today: string
  readonly releases: readonly Acted[]
  readonly actions: readonly Action[]
  readonly before: string | null
}

export interface Actions {
  all(before?: string): Promise<Outcome<Acting>>
  /** With one action, all that is done about its release. */
  one(action: string): Promise<Outcome<Acting>>
  /** With a release's own, what of earlier ones is to be looked at again. */
  of(release: string): Promise<Outcome<Acting>>
  /** An id for a new action, to be made once and sent with every try. */
  newId(): string
  /** The id of the action, also where a try that seemed to be lost had arrived. */
  propose(release: string, proposal: ProposeRequest): Promise<Outcome<string>>
  enter(action: string, entry: EntryRequest): Promise<Outcome<undefined>>
}

/** Actions of the office at a server. */
export function actionRequests(base: string): Actions {
  const at = addresses(base)
  return {
    all: before => ask(base + doors.actions + after(before), 'GET', acting),
    one: action => ask(at(doors.action, action), 'GET', acting),
    of: release => ask(at(doors.releaseActions, release), 'GET', acting),
    newId: () => toHex(crypto.getRandomValues(new Uint8Array(16))),
    async propose(release, proposal) {
      const idOf = (body: unknown) => v.parse(proposeReply, body).action
      const outcome = await ask(at(doors.releaseActions, release), 'POST', idOf, proposal)
      const kept = !outcome.done && outcome.refusal === '409.13'
      return kept ? { done: true, value: proposal.id } : outcome
    },
    enter: (action, entry) => ask(at(doors.entries, action), 'POST', () => undefined, entry),
  }
}

const after = (before: string | undefined): string =>
  before === undefined ? '' : `?before=${encodeURIComponent(before)}`

function acting(body: unknown): Acting {
  const { actions, ...reply } = v.parse(actionsReply, body)
  return { ...reply, actions: actions.flatMap(entries => replay(entries) ?? []) }
}
