// What is told of a release and who told it, as Standard Webhooks has it (standardwebhooks.com): an id, a time, a signature.

import { createHmac } from 'node:crypto'
import { derived } from '../accounts/secret.ts'
import type { House } from '../house.ts'
import { hashOf } from '../secrets.ts'

/** What signs for an address. It is made anew of the server's own secret each time: a stolen database signs nothing. */
export const signingSecret = ({ config }: Pick<House, 'config'>, nonce: string): string =>
  `whsec_${Buffer.from(derived(config, `webhook ${nonce}`), 'base64url').toString('base64')}`

/** A telling's own id, the same at each try: whoever was told twice knows by it. */
export const tellingId = (webhook: string, release: string): string =>
  `msg_${hashOf(`${webhook} ${release}`).slice(0, 32)}`

/** The headers of one try. `seconds` are those since 1970. */
export function signed(
  secret: string,
  id: string,
  seconds: number,
  body: string,
): Readonly<Record<string, string>> {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')
  return {
    'content-type': 'application/json',
    'user-agent': 'Equal-Voice',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
  }
}
