// The limit on bodies, for senders that say how long theirs is and for those that do not.

import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { endpoints, MOST_BYTES } from '../../src/protocol/endpoints.ts'
import { envelope, type Front, formId, furnished, openFront, type TestTablet } from './front.ts'

let front: Front
let tablet: TestTablet
beforeAll(async () => {
  ;({ front, tablet } = await furnished(openFront()))
})
afterAll(() => front.stop())

/** What the server answers to a batch of a tablet, which comes in one piece of known length, or in pieces. */
async function sent(body: string, how: 'whole' | 'in pieces') {
  const pieces = () => Readable.from(body.match(/.{1,60000}/g) ?? [])
  const response = await fetch(front.url + endpoints.envelopes, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tablet.enrolled.token}` },
    ...(how === 'whole' ? { body } : { body: Readable.toWeb(pieces()) as ReadableStream, duplex: 'half' }),
  })
  return [response.status, await response.json()]
}

it.each(['whole', 'in pieces'] as const)('takes a batch that comes %s', async how => {
  const one = await envelope({ id: formId(), ward: tablet.ward, key: tablet.key })
  const receipts = [{ state: 'stored', digest: one.digest }]
  expect(await sent(JSON.stringify({ envelopes: [one] }), how)).toMatchObject([200, { receipts }])
})

it.each(['whole', 'in pieces'] as const)(
  'refuses a body that comes %s and is too long, so that nobody fills the memory that all share',
  async how => {
    const spaces = ' '.repeat(MOST_BYTES)
    expect(await sent(`{"envelopes":[]${spaces}}`, how)).toMatchObject([
      413,
      { type: 'urn:equal-voice:problem:413.1' },
    ])
  },
)
