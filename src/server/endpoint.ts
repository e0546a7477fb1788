// A request is one promise is one transaction: what it did and what it answers stand or fall together.

import type { Context, Handler, Hono } from 'hono'
import * as v from 'valibot'
import { problem } from '../protocol/problems.ts'
import type { House } from './house.ts'
import { logError } from './log.ts'
import { inTransaction } from './queries/transaction.ts'
import { Refusal, refuse } from './refusal.ts'

/** Every file of routes exports one of these; app.ts mounts them. */
export type Routes = (house: House) => Hono

/** Who asks, such as a tablet or a session. Throws a refusal for anybody else. */
export type Guard<Who> = (house: House, context: Context) => Who | Promise<Who>

type Schema = v.GenericSchema | undefined
type Body<S extends Schema> = S extends v.GenericSchema ? v.InferOutput<S> : undefined

/** What a route is given: `house.db` is its transaction. */
export interface Ask<Who, S extends Schema> {
  readonly house: House
  readonly who: Who
  readonly body: Body<S>
  readonly context: Context
}

interface How<Who, S extends Schema> {
  readonly who: Guard<Who>
  readonly body?: S
  /** Runs first and by itself, so that it stands even when the request is refused: a try is counted so. */
  readonly before?: (house: House, context: Context) => Promise<void>
  /** The route opens its own transactions on `house.db`: for what must not run inside one. */
  readonly apart?: boolean
}

/**
 * A route that answers with JSON: 200 unless it sets `context.status`.
 * It refuses by throwing `refuse(number)`; what it then did is rolled back. The answer leaves after the commit.
 */
export function endpoint<Who, S extends Schema = undefined>(
  house: House,
  how: How<Who, S>,
  answer: (ask: Ask<Who, S>) => Promise<unknown>,
): Handler {
  return async context => {
    const body = await read(context, how.body)
    await how.before?.(house, context)
    const run = async (within: House) =>
      answer({ house: within, who: await how.who(within, context), body, context })
    return context.json((await (how.apart ? run(house) : inTransaction(house, run))) as object)
  }
}

async function read<S extends Schema>(context: Context, schema: S | undefined): Promise<Body<S>> {
  if (schema === undefined) return undefined as Body<S>
  if (!/^application\/json *(;|$)/i.test(context.req.header('content-type') ?? '')) throw refuse('415.1')
  const given = await context.req.json().catch(() => Promise.reject(refuse('400.1', 'the body is no JSON')))
  const parsed = v.safeParse(schema, given)
  if (!parsed.success) throw refuse('400.1', where(parsed.issues[0]))
  return parsed.output as Body<S>
}

const where = (issue: v.BaseIssue<unknown>): string => `at ${v.getDotPath(issue) ?? 'the top'}`

/** The answer to anything thrown: its problem when it is a refusal, 500.1 without a word more when it is not. */
export function answerTo(error: unknown): Response {
  if (!(error instanceof Refusal)) logError('a request failed', error)
  const refusal = error instanceof Refusal ? error : refuse('500.1')
  const body = problem(refusal.number, refusal.detail)
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' }
  return new Response(JSON.stringify(body), { status: body.status, headers })
}

/** A route for anybody. */
export const anybody: Guard<undefined> = () => undefined
