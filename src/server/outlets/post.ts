// One POST to an address that somebody has named: to the very address that was checked, no further, and not for long.

import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { addressesOf, mayBeTold } from './allowed.ts'

/** Milliseconds from beginning to end. */
const PATIENCE = 10_000

/** What came of it: a status, or why there was none. Nothing else of an answer is read, and no redirect is followed. */
export type Came = number | 'refused address' | 'not found' | 'no answer'

/** Sends a body. Never throws. */
export async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  demonstration: boolean,
): Promise<Came> {
  if (!mayBeTold(url, demonstration)) return 'refused address'
  const to = new URL(url)
  const signal = AbortSignal.timeout(PATIENCE)
  const addresses = await Promise.race([
    addressesOf(to.hostname, demonstration).catch(() => undefined),
    new Promise<undefined>(resolve => signal.addEventListener('abort', () => resolve(undefined))),
  ])
  if (addresses === undefined) return 'not found'
  const [first] = addresses
  if (!first) return 'refused address'
  // The name stays what TLS checks the certificate by; where it leads has been settled above.
  const lookup: LookupFunction = (_, { all }, give) =>
    all ? give(null, [...addresses]) : give(null, first.address, first.family)
  const request = to.protocol === 'https:' ? overHttps : overHttp
  return new Promise(resolve => {
    const sent = request(to, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      lookup,
      agent: false,
      signal,
    })
    sent.on('response', response => {
      resolve(response.statusCode ?? 'no answer')
      response.destroy()
    })
    sent.on('error', () => resolve('no answer'))
    sent.end(body)
  })
}
