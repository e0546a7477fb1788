// Who may try how often: nobody guesses for long, and nobody locks a whole trust out by trying.

import { afterEach, describe, expect, it, vi } from 'vitest'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { networkOf } from '../../src/server/address.ts'
import { type Front, openFront } from './front.ts'

let front: Front
afterEach(() => front?.stop())

const from = (address: string) => ({ 'x-forwarded-for': address })
const guess = async (address: string) =>
  (await front.ask(endpoints.enrol, { body: { code: '0000000000' }, headers: from(address) })).problem
const open = (PROXIES: string) => openFront(undefined, undefined, { PROXIES })

describe('tries', () => {
  it('are counted by the address that our own proxy saw, so that a guesser does not stop the next ward', async () => {
    front = await open('1')
    for (let n = 0; n < 10; n++) expect(await guess('198.51.100.7')).toBe('403.1')
    expect(await guess('198.51.100.7')).toBe('429.1')
    expect(await guess('203.0.113.9, 198.51.100.7')).toBe('429.1')
    expect(await guess('198.51.100.8')).toBe('403.1')
  })

  it('are counted by the connection where there is no proxy, whatever a guesser writes, and the log says so once', async () => {
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    front = await open('0')
    for (let n = 0; n < 10; n++) await guess(`198.51.100.${n}`)
    expect(await guess('198.51.100.99')).toBe('429.1')
    const lines = write.mock.calls.map(([line]) => String(line)).filter(line => line.startsWith('Warning:'))
    write.mockRestore()
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/PROXIES is 0/)
  })

  it('against codes have a common limit that a few hundred guessers do not reach', async () => {
    front = await open('1')
    const set = (tries: number) =>
      front.look(db => db.updateTable('tries').set({ tries }).where('who', '=', 'code').execute())
    expect(await guess('198.51.100.1')).toBe('403.1')
    await set(5_000)
    expect(await guess('198.51.100.2')).toBe('403.1')
    await set(20_000)
    expect(await guess('198.51.100.3')).toBe('429.1')
  })

  it('against sign-in links have no common limit, so that nobody can lock the office out', async () => {
    front = await open('1')
    const sign = (token: string, address: string) =>
      front.ask(endpoints.signIn, { body: { token }, headers: from(address) })
    for (let n = 0; n < 230; n++) expect((await sign('wrong', `198.51.100.${n}`)).problem).toBe('401.3')
    expect((await sign(front.officeToken, '203.0.113.1')).status).toBe(200)
  })

  it('from a household are one address, whichever of its countless IPv6 addresses it takes', () => {
    expect(networkOf('2001:db8:0:1:aaaa::1')).toBe('2001:db8:0:1::/64')
    expect(networkOf('2001:0db8::1:ffff:0:0:9')).toBe('2001:db8:0:1::/64')
    expect(networkOf('2001:db8:0:2::9')).not.toBe(networkOf('2001:db8:0:1::9'))
    expect(networkOf('::1')).toBe('0:0:0:0::/64')
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
    expect(networkOf('64:ff9b::192.0.2.33')).toBe('64:ff9b:0:0::/64')
    expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7')
    expect(networkOf('192.0.2.7')).toBe('192.0.2.7')
  })
})
