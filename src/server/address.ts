// From where somebody asks: only to count tries, and only as a hash.

import { isIPv6 } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { Config } from './config.ts'
import type { House } from './house.ts'
import { log } from './log.ts'

/** The network of who asks: of the connection's address, or of what the outermost of our own proxies saw. */
export function addressOf({ config }: House, context: Context): string {
  const forwardedFor = context.req.header('x-forwarded-for')
  if (forwardedFor !== undefined && config.proxies === 0) warn(config)
  const passed = (forwardedFor ?? '').split(',').map(part => part.trim())
  const forwarded = config.proxies === 0 ? undefined : passed.at(-config.proxies)
  return networkOf(forwarded || (getConnInfo(context).remote.address ?? 'unknown'))
}

/** What is counted as one: an IPv4 address, or the 64 bits of an IPv6 address that a household has to itself. */
export function networkOf(address: string): string {
  const [bare = ''] = address.replace(/^\[|\]$/g, '').split('%')
  const inside = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1]
  if (inside !== undefined || !isIPv6(bare)) return inside ?? bare
  const [front = '', back] = bare.split('::')
  const parts = (text: string) => text.split(':').filter(part => part !== '')
  const behind = parts(back ?? '')
  // A dotted end stands for two parts.
  const places = behind.length + (bare.includes('.') ? 1 : 0)
  const gap = back === undefined ? 0 : 8 - parts(front).length - places
  const whole = [...parts(front), ...Array.from({ length: gap }, () => '0'), ...behind]
  return `${whole
    .slice(0, 4)
    .map(part => Number.parseInt(part, 16).toString(16))
    .join(':')}::/64`
}

const warned = new WeakSet<Config>()

// Behind a proxy that is not counted, everybody has the proxy's address and shares its tries.
function warn(config: Config): void {
  if (warned.has(config)) return
  warned.add(config)
  log(
    'Warning: requests come through a proxy (X-Forwarded-For), but PROXIES is 0: all share one limit of tries.',
  )
}
