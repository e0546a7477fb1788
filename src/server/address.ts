// From where somebody asks: only to count tries, and only as a hash.

import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { House } from './house.ts'

/** The address of who asks: the connection's, or what the outermost of our own proxies saw. */
export function addressOf({ config }: House, context: Context): string {
  const passed = (context.req.header('x-forwarded-for') ?? '').split(',').map(part => part.trim())
  const forwarded = config.proxies === 0 ? undefined : passed.at(-config.proxies)
  return forwarded || (getConnInfo(context).remote.address ?? 'unknown')
}
