// The limit on the length of bodies.

import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { MOST_BYTES } from '../protocol/endpoints.ts'
import { refuse } from './refusal.ts'

const tooLong = (): never => {
  throw refuse('413.1')
}

const counted = bodyLimit({ maxSize: MOST_BYTES, onError: tooLong })

/**
 * Refuses a longer body with 413.1. One that says how long it is, to which Node holds it, is not touched here: Hono's own limit
 * asks for its stream, and a batch that is read from that costs more than all else that is done with its text.
 */
export const limit: MiddlewareHandler = (context, next) => {
  const { req } = context
  const length = req.header('transfer-encoding') === undefined && req.header('content-length')
  if (!length) return counted(context, next)
  return Number(length) > MOST_BYTES ? tooLong() : next()
}
