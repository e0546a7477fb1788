// The office's fetch, but for files (take.ts). Every way in which a request can go wrong becomes a refusal.

import * as v from 'valibot'
import { type ProblemNumber, problems } from '../protocol/problems.ts'
import type { Outcome, Refusal } from './outcome.ts'

/** The most that an office waits for a reply, in milliseconds. */
const LONGEST_WAIT = 60_000

export type Method = 'GET' | 'POST' | 'PUT'

/** Asks and parses the reply's JSON; a reply without a body is undefined. Never throws. */
export async function ask<T>(
  url: string,
  method: Method,
  parse: (body: unknown) => T,
  body?: unknown,
): Promise<Outcome<T>> {
  const sent = await send(url, method, body)
  if (sent === undefined) return refused('no-signal')
  const { response, text } = sent
  try {
    const reply: unknown = text === '' ? undefined : JSON.parse(text)
    if (!response.ok) return refused(numberOf(reply) ?? 'not-ours')
    return { done: true, value: parse(reply) }
  } catch {
    // A sign-in portal answers 200 with HTML; a proxy in front of a resting server answers 502 or 504 with it.
    return refused(response.status >= 500 ? '503.1' : 'not-ours')
  }
}

/** The addresses of a server at `base`: a path with the ids of what it is about, in their order. */
export const addresses =
  (base: string) =>
  (path: string, ...ids: readonly string[]): string => {
    const left = ids.values()
    return base + path.replace(/:\w+/g, () => encodeURIComponent(left.next().value ?? ''))
  }

/** A reply in which there is nothing. */
export const nothing = (): undefined => undefined

/** A reply of this shape. Throws where it is none. */
export const parse =
  <T>(schema: v.GenericSchema<unknown, T>) =>
  (body: unknown): T =>
    v.parse(schema, body)

async function send(url: string, method: Method, body: unknown) {
  try {
    const response = await fetch(url, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(LONGEST_WAIT),
      headers: { accept: 'application/json, application/problem+json', ...json(body) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { response, text: await response.text() }
  } catch {
    return undefined
  }
}

const json = (body: unknown) => (body === undefined ? {} : { 'content-type': 'application/json' })

const refused = (refusal: Refusal) => ({ done: false, refusal }) as const

/** The number of the problem that a reply is; undefined where it is none. */
export function numberOf(reply: unknown): ProblemNumber | undefined {
  if (typeof reply !== 'object' || reply === null || !('type' in reply)) return undefined
  const number = String(reply.type).replace('urn:equal-voice:problem:', '')
  return number in problems ? (number as ProblemNumber) : undefined
}
