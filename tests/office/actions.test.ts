// What an office asks of actions, against a real small server: what comes back is replayed, and a lost reply is no second action.

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { actionRequests } from '../../src/office/actions.ts'
import { type ProblemNumber, problem, problems } from '../../src/protocol/problems.ts'
import { cameTo, proposal } from '../improve/actions.ts'

let server: Server
let base: string
let reply: { status: number; body: unknown }
let asked: string[]

beforeEach(async () => {
  asked = []
  server = createServer((request, response) => {
    // The page of these tests has another origin than the server; in the product both are one.
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*')
    response.setHeader('access-control-allow-credentials', 'true')
    response.setHeader('access-control-allow-headers', 'content-type, accept')
    response.setHeader('access-control-allow-methods', 'GET, POST, PUT')
    if (request.method === 'OPTIONS') return response.writeHead(204).end()
    asked.push(`${request.method} ${request.url}`)
    return response.writeHead(reply.status).end(JSON.stringify(reply.body))
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(() => new Promise(done => server.close(done)))

const refuses = (number: ProblemNumber) => {
  reply = { status: problems[number].status, body: problem(number) }
}
const { id: _id, release: _release, type: _type, on: _on, role: _role, ...rest } = proposal()
const asking = { id: '0123456789abcdef0123456789abcdef', ...rest }

it('shows Grace actions as their entries make them, and asks for what was closed earlier by its mark', async () => {
  const action = cameTo('under way')
  const release = { id: 'march', due: '2026-03-01', service: 'Adult', wards: ['Willow'] }
  const body = { today: '2026-03-12', releases: [release], actions: [action.entries], before: '2026-03-01 a' }
  reply = { status: 200, body }
  expect(await actionRequests(base).all('2026-04-01 b')).toEqual({
    done: true,
    value: { ...body, actions: [action] },
  })
  await actionRequests(base).of('r/1')
  expect(asked).toEqual([
    'GET /api/office/actions?before=2026-04-01%20b',
    'GET /api/office/releases/r%2F1/actions',
  ])
})

it('takes a proposal that had been kept, though its reply was lost, for kept', async () => {
  refuses('409.13')
  expect(await actionRequests(base).propose('march', asking)).toEqual({ done: true, value: asking.id })
  refuses('409.12')
  expect(await actionRequests(base).propose('march', asking)).toEqual({ done: false, refusal: '409.12' })
})

it('tells that an action has changed since it was read, and makes ids that a server takes', async () => {
  refuses('409.10')
  const said = { type: 'agree', seen: 1, meetingOn: '2026-03-10' } as const
  expect(await actionRequests(base).enter('a', said)).toEqual({ done: false, refusal: '409.10' })
  const ids = [actionRequests(base).newId(), actionRequests(base).newId()]
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/)
  expect(ids[0]).not.toBe(ids[1])
})
