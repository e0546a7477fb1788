// A request is one promise is one transaction: what it did and what it answers stand or fall together.

import type { Context, Handler, Hono } from 'hono'
import * as v from 'valibot'
import { outcome } from '../exchange/fhir/bundle.ts'
import { type Problem, problem } from '../protocol/problems.ts'
import { isOccupied } from './database/engine.ts'
import { type Who, whoFor } from './guards.ts'
import type { House } from './house.ts'
import { logError } from './log.ts'
import type { Route } from './permissions.ts'
import { inTransaction } from './queries/transaction.ts'
import { Refusal, refuse } from './refusal.ts'
import { type Session, whoIs } from './session.ts'
import { itsTurn, resting } from './shed.ts'

/** Every file of routes exports one of these; app.ts mounts them. */
export type Routes = (house: House) => Hono

type Schema = v.GenericSchema | undefined
type Body<S extends Schema> = S extends v.GenericSchema ? v.InferOutput<S> : undefined

/** What a route is given: `house.db` is its transaction. */
export interface Ask<R extends Route, S extends Schema> {
  readonly house: House
  readonly who: Who<R>
  readonly body: Body<S>
  readonly context: Context
}

interface How<R extends Route, S extends Schema> {
  /** The line of permissions.ts that says who may: the route's own. */
  readonly may: R
  readonly body?: S
  /** Runs first and by itself, so that it stands even when the request is refused: a try is counted so. */
  readonly before?: (house: House, context: Context, body: Body<S>) => Promise<void>
  /** The route opens its own transactions on `house.db`: for what must not run inside one. */
  readonly apart?: boolean
}

/**
 * A route that answers with JSON: 200 unless it sets `context.status`, or gives a response of its own.
 * It refuses by throwing `refuse(number)`; what it then did is rolled back. The answer leaves after the commit.
 */
export function endpoint<R extends Route, S extends Schema = undefined>(
  house: House,
  how: How<R, S>,
  answer: (ask: Ask<R, S>) => Promise<unknown>,
): Handler {
  const handler: Handler = async context => {
    const body = await read(context, how.body)
    await itsTurn(context)
    await how.before?.(house, context, body)
    const run = async (within: House) => {
      const who = await whoFor(within, context, how.may, body)
      return answer({ house: { ...within, ...by(who) }, who, body, context })
    }
    const reply = await (how.apart ? run(house) : inTransaction(house, run))
    return reply instanceof Response ? reply : context.json(reply as object)
  }
  rules.set(handler, how.may)
  return handler
}

const rules = new WeakMap<object, Route>()

/** The line of permissions.ts that a mounted route asks; undefined for one that was made without. */
export const ruleOf = (handler: object): Route | undefined => rules.get(handler)

// What a route writes into the audit trail says whose doing it was.
const by = (who: unknown): Pick<House, 'by'> =>
  typeof who === 'object' && who !== null && 'role' in who ? { by: whoIs(who as Session) } : {}

async function read<S extends Schema>(context: Context, schema: S | undefined): Promise<Body<S>> {
  if (schema === undefined) return undefined as Body<S>
  if (!/^application\/json *(;|$)/i.test(context.req.header('content-type') ?? '')) throw refuse('415.1')
  const given = await context.req.json().catch(() => Promise.reject(refuse('400.1', 'the body is no JSON')))
  const parsed = v.safeParse(schema, given)
  if (!parsed.success) throw refuse('400.1', where(parsed.issues[0]))
  return parsed.output as Body<S>
}

const where = (issue: v.BaseIssue<unknown>): string => `at ${v.getDotPath(issue) ?? 'the top'}`

/** The answer to anything thrown: its problem when it is a refusal, 503.1 when the database had no time, else 500.1 without a word more. */
export const answerTo = (error: unknown): Response => refused(error, 'application/problem+json', body => body)

/** The same to who speaks FHIR. */
export const outcomeTo = (error: unknown): Response => refused(error, 'application/fhir+json', outcome)

function refused(error: unknown, type: string, say: (body: Problem) => object): Response {
  if (!(error instanceof Refusal)) logError('a request failed', error)
  const refusal = error instanceof Refusal ? error : isOccupied(error) ? resting() : refuse('500.1')
  const body = problem(refusal.number, refusal.detail)
  const headers = { ...refusal.headers, 'content-type': type, 'cache-control': 'no-store' }
  return new Response(JSON.stringify(say(body)), { status: body.status, headers })
}
