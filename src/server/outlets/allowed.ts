// To which addresses the server itself may speak: public ones. What somebody types in an office must not reach what is inside.

import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'

// IANA's registries of special-purpose addresses: this network, private, shared, loopback, link-local (and so the metadata of
// clouds), documentation, benchmarks, relays, multicast, reserved.
const inside = new BlockList()
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.addSubnet(net, prefix, 'ipv4')
// Within what is given out at all: Teredo and what else is no network of its own, documentation, and IPv4 in IPv6.
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  inside.addSubnet(net, prefix, 'ipv6')

const givenOut = new BlockList()
givenOut.addSubnet('2000::', 3, 'ipv6')

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** Whether an address is anybody's on the internet, and not one of a network within. */
export function isPublic(address: string): boolean {
  const kind = isIP(address)
  if (kind === 4) return !inside.check(address, 'ipv4')
  return kind === 6 && givenOut.check(address, 'ipv6') && !inside.check(address, 'ipv6')
}

/** Whether an address is this machine itself. */
export const isLoopback = (address: string): boolean =>
  isIP(address) !== 0 && loopback.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6')

/** Where a request may go: over https; in a demonstration also over http to this machine. No name, no password, no fragment. */
export function mayBeTold(url: string, demonstration: boolean): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, username, password, hash, hostname } = new URL(url)
  if (username !== '' || password !== '' || hash !== '') return false
  if (protocol === 'http:') return demonstration && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  const bare = hostname.replace(/^\[|\]$/g, '')
  return protocol === 'https:' && (isIP(bare) === 0 || isPublic(bare) || (demonstration && isLoopback(bare)))
}

/**
 * The addresses that a name stands for, if every one of them may be spoken to; none otherwise. Whoever asks connects to one of
 * these and looks nothing up again: a name may stand for another address a moment later.
 */
export async function addressesOf(hostname: string, demonstration: boolean) {
  const bare = hostname.replace(/^\[|\]$/g, '')
  const found = await lookup(bare, { all: true })
  const isFine = ({ address }: { readonly address: string }) =>
    isPublic(address) || (demonstration && isLoopback(address))
  return found.every(isFine) ? found : []
}
