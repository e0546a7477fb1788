// Our server with nowhere to put anything: it reads, checks and names each envelope as ours does, and gives receipts.

import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import * as v from 'valibot'
import { readHeader } from '../../../../src/envelope/header.ts'
import { SEALED_SIZE } from '../../../../src/envelope/payload.ts'
import { tabletPaths } from '../../../../src/protocol/paths.ts'
import { type SendReply, sendRequest } from '../../../../src/protocol/tablet.ts'
import { limit } from '../../../../src/server/limit.ts'
import { digestOf } from '../../../../src/server/secrets.ts'
import { slipOf } from '../../../../src/server/slip.ts'
import { listen } from './listen.ts'

let batches = 0
const app = new Hono()
app.use('/api/*', limit)
app.post(tabletPaths.envelopes, async context => {
  const { envelopes } = v.parse(sendRequest, await context.req.json())
  const receipts = envelopes.map(sent => {
    const bytes = Buffer.from(sent.bytes, 'base64url')
    const { header, clear } = readHeader(bytes)
    if (bytes.length !== clear + SEALED_SIZE || slipOf(header) === null) throw new Error('no envelope')
    return { state: 'stored' as const, digest: digestOf(bytes) }
  })
  batches += 1
  const reply: SendReply = { receipts, epoch: 'none', batches, now: new Date().toISOString() }
  return context.json(reply)
})
const answer = getRequestListener(app.fetch)
listen((request, response) => void answer(request, response))
