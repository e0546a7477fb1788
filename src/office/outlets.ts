// What leaves for other systems: what its screens may ask for, and the requests.

import * as v from 'valibot'
import {
  type Drawn,
  type ExportRequest,
  outlets,
  type SecretReply,
  type TokenReply,
  type TokenRequest,
  type TokensReply,
  type WebhookRequest,
  type WebhooksReply,
} from '../protocol/outlets.ts'
import type { ResultsOf } from '../protocol/results.ts'
import { day } from '../protocol/tablet.ts'
import { addresses, ask, nothing, parse } from './http.ts'
import type { Outcome } from './outcome.ts'
import { type Heard, type Taken, take } from './take.ts'

/** What a page shows that can leave it: a release, or a chart of a place; the organisation needs no id. */
export type Shown = { readonly release: string } | { readonly of: ResultsOf; readonly id: string }

/** Files of what was published. */
export interface Files {
  /** Takes a file, and says while it comes how much of it has; the signal stops it. */
  take(what: ExportRequest, heard: Heard, stop: AbortSignal): Promise<Outcome<Taken>>
  /** Writes down what a page is about to make by itself; nothing leaves it before that is done. */
  note(what: Shown, as: Drawn): Promise<Outcome<undefined>>
}

/** Tokens with which other systems read. */
export interface Tokens {
  all(): Promise<Outcome<TokensReply>>
  make(token: TokenRequest): Promise<Outcome<TokenReply>>
  end(id: string): Promise<Outcome<undefined>>
}

/** Addresses that are told of releases. */
export interface Webhooks {
  all(): Promise<Outcome<WebhooksReply>>
  make(webhook: WebhookRequest): Promise<Outcome<SecretReply>>
  /** Another secret, from now on. */
  turn(id: string): Promise<Outcome<SecretReply>>
  end(id: string): Promise<Outcome<undefined>>
}

export interface Outlets {
  readonly files: Files
  readonly tokens: Tokens
  readonly webhooks: Webhooks
}

const services = v.union([v.literal('all'), v.array(v.string())])
const tokensReply: v.GenericSchema<unknown, TokensReply> = v.object({
  tokens: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      services,
      madeOn: day,
      until: day,
      by: v.string(),
      usedOn: v.nullable(day),
      endedOn: v.nullable(day),
    }),
  ),
})
const tokenReply: v.GenericSchema<unknown, TokenReply> = v.object({ id: v.string(), token: v.string() })
const secretReply: v.GenericSchema<unknown, SecretReply> = v.object({ id: v.string(), secret: v.string() })
const webhooksReply: v.GenericSchema<unknown, WebhooksReply> = v.object({
  webhooks: v.array(
    v.object({
      id: v.string(),
      url: v.string(),
      services,
      madeOn: day,
      by: v.string(),
      endedOn: v.nullable(day),
      deliveries: v.array(
        v.object({
          release: v.string(),
          due: day,
          state: v.picklist(['waiting', 'arrived', 'given up']),
          tries: v.number(),
          answer: v.nullable(v.string()),
        }),
      ),
    }),
  ),
})

const placeOf = ({ of, id }: { readonly of: ResultsOf; readonly id: string }) => ({
  service: of === 'service' ? id : null,
  ward: of === 'ward' ? id : null,
})

/** What leaves, over HTTP, from the server at `base`. */
export function outletRequests(base: string): Outlets {
  const at = addresses(base)
  return {
    files: {
      take: (what, heard, stop) => take(at(outlets.exports), what, heard, stop),
      note: (what, as) =>
        'release' in what
          ? ask(at(outlets.drawnRelease, what.release), 'POST', nothing, { as })
          : ask(at(outlets.drawnResults), 'POST', nothing, { as, ...placeOf(what) }),
    },
    tokens: {
      all: () => ask(at(outlets.tokens), 'GET', parse(tokensReply)),
      make: token => ask(at(outlets.tokens), 'POST', parse(tokenReply), token),
      end: id => ask(at(outlets.endToken, id), 'POST', nothing, {}),
    },
    webhooks: {
      all: () => ask(at(outlets.webhooks), 'GET', parse(webhooksReply)),
      make: webhook => ask(at(outlets.webhooks), 'POST', parse(secretReply), webhook),
      turn: id => ask(at(outlets.turnWebhook, id), 'POST', parse(secretReply), {}),
      end: id => ask(at(outlets.endWebhook, id), 'POST', nothing, {}),
    },
  }
}
