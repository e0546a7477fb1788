// Asking better-auth: what of a request it is given, and what of its reply goes out. Its refusals become ours.

import type { Context } from 'hono'
import type { ProblemNumber } from '../../protocol/problems.ts'
import type { House } from '../house.ts'
import { logError } from '../log.ts'
import { refuse } from '../refusal.ts'
import { nameOf, PREFIX } from './cookie.ts'

/** Who answers: better-auth, with the organisation's own sign-in or without. */
export interface Answers {
  handler(request: Request): Promise<Response>
}

export interface Forwarded {
  /** The path that better-auth knows, with its query. */
  readonly path: string
  readonly body?: unknown
  /** Whether it is told who is signed in; who signs in anew is nobody yet. */
  readonly as: 'nobody' | 'somebody'
  /** What its refusal means here. */
  readonly refusal: ProblemNumber
}

/** Its reply, when it is one. Refuses with 429.1, 500.1 and `refusal`. */
export async function forward(
  house: House,
  answers: Answers,
  context: Context,
  { path, body, as, refusal }: Forwarded,
): Promise<Response> {
  const headers = new Headers({ origin: house.publicUrl, cookie: cookies(house, context, as) })
  if (body !== undefined) headers.set('content-type', 'application/json')
  const reply = await answers.handler(
    new Request(house.publicUrl + path, {
      method: context.req.method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )
  if (reply.status === 429) throw refuse('429.1')
  if (reply.status >= 500 && !(await isNoPasskey(reply))) {
    logError('signing in', new Error(`better-auth answered ${reply.status}`))
    throw refuse('500.1')
  }
  if (reply.status >= 400) throw refuse(refusal)
  return reply
}

// It takes a new passkey that can't be read for a fault of its own.
async function isNoPasskey(reply: Response): Promise<boolean> {
  const said: unknown = await reply.json().catch(() => undefined)
  const code = typeof said === 'object' && said !== null && 'code' in said ? said.code : undefined
  return code === 'FAILED_TO_VERIFY_REGISTRATION'
}

/** The cookies of a reply, handed on, all but the one that is named. */
export function handOn(context: Context, reply: Response, but = ''): void {
  for (const cookie of reply.headers.getSetCookie())
    if (but === '' || !cookie.startsWith(`${but}=`)) context.header('set-cookie', cookie, { append: true })
}

/** The token of the session that a reply begins; undefined when it begins none. */
export function begun(house: House, reply: Response): string | undefined {
  const begins = `${nameOf(house)}=`
  const found = reply.headers.getSetCookie().find(cookie => cookie.startsWith(begins))
  const value = decodeURIComponent(found?.slice(begins.length).split(';')[0] ?? '')
  return value.slice(0, Math.max(value.lastIndexOf('.'), 0)) || undefined
}

// Only cookies of accounts: a link's session is none of its business.
const cookies = (house: House, context: Context, as: Forwarded['as']): string =>
  (context.req.header('cookie') ?? '')
    .split(/; */)
    .filter(one => one.replace(/^__Secure-/, '').startsWith(`${PREFIX}.`))
    .filter(one => as === 'somebody' || !one.startsWith(`${nameOf(house)}=`))
    .join('; ')
