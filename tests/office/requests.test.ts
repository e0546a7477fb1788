// The office's requests against a real small server, and every way in which a reply can go wrong.

import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { arrivalOf } from '../../src/office/link.ts'
import { requests } from '../../src/office/requests.ts'
import { type ProblemNumber, problem, problems } from '../../src/protocol/problems.ts'
import { plainOpening } from '../../src/protocol/tablet.ts'
import { allContacts, madeUpForms, overview, releaseReply } from '../ui/office/fixtures.ts'

interface Reply {
  readonly status: number
  readonly body: string
}

let server: Server
let base: string
let reply: Reply
let asked: { method: string | undefined; url: string | undefined; body: string }[]

beforeEach(async () => {
  asked = []
  server = createServer(async (request, response) => {
    // The page of these tests has another origin than the server; in the product both are one.
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*')
    response.setHeader('access-control-allow-credentials', 'true')
    response.setHeader('access-control-allow-headers', 'content-type, accept')
    response.setHeader('access-control-allow-methods', 'GET, POST, PUT')
    if (request.method === 'OPTIONS') return response.writeHead(204).end()
    asked.push({ method: request.method, url: request.url, body: await text(request) })
    response.writeHead(reply.status).end(reply.status === 204 ? undefined : reply.body)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(() => new Promise(done => server.close(done)))

async function text(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}

const replies = (status: number, body: unknown) => {
  reply = { status, body: typeof body === 'string' ? body : JSON.stringify(body) }
}

describe('asking the server', () => {
  it('lets Grace, a leader, see her wards as the server tells them', async () => {
    replies(200, overview())
    expect(await requests(base).look.overview()).toEqual({ done: true, value: overview() })
  })

  it('reads a release with banded and suppressed figures as they are', async () => {
    const sent = releaseReply(madeUpForms(12))
    replies(200, sent)
    expect(await requests(base).look.release('r/1')).toEqual({ done: true, value: sent })
    expect(asked[0]?.url).toBe('/api/office/releases/r%2F1')
  })

  it('sends the contacts that Grace filled in, to her ward and as JSON', async () => {
    replies(204, '')
    expect(await requests(base).keep.setContacts('maple', allContacts)).toEqual({
      done: true,
      value: undefined,
    })
    expect(asked[0]).toMatchObject({ method: 'PUT', url: '/api/office/wards/maple/contacts' })
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual(allContacts)
  })

  it('reads which wordings are on and on what ground, and what each language weighs', async () => {
    const on = { ground: { is: 'permission', reference: 'Letter 7' }, since: '2026-03-01' } as const
    const wordings = [
      { id: 'pl/easy', state: 'draft', on },
      { id: 'pl/standard', state: 'draft', on: null },
    ]
    replies(200, { wordings })
    expect(await requests(base).look.wordings('adult')).toEqual({ done: true, value: { wordings } })
    replies(200, { pl: { bytes: 2_345_678, files: 9 } })
    expect(await requests(base).look.packs()).toEqual({ done: true, value: { pl: { bytes: 2_345_678 } } })
    expect(asked.map(one => one.url)).toEqual(['/api/office/services/adult/wordings', '/packs.json'])
  })

  it('switches a wording on with its ground, and sets how a ward opens', async () => {
    replies(200, {})
    await requests(base).wordings.set('adult', 'pl/easy', { is: 'local-trial' })
    await requests(base).wordings.setOpening('maple', plainOpening)
    expect(asked.map(({ method, url, body }) => [method, url, JSON.parse(body)])).toEqual([
      ['PUT', '/api/office/services/adult/wordings', { wording: 'pl/easy', ground: { is: 'local-trial' } }],
      ['PUT', '/api/office/wards/maple/opening', plainOpening],
    ])
  })

  for (const number of Object.keys(problems) as ProblemNumber[])
    it(`hands problem ${number} on by its number, so that the screen can say it plainly`, async () => {
      replies(problems[number].status, problem(number))
      expect(await requests(base).tablets.makeCode('maple')).toEqual({ done: false, refusal: number })
    })
})

describe('when something else answers', () => {
  it('knows a hospital sign-in page that answers 200, so that Grace is not told she is signed in', async () => {
    replies(200, '<!doctype html><title>Sign in to Wi-Fi</title>')
    expect(await requests(base).session.signIn('token')).toEqual({ done: false, refusal: 'not-ours' })
  })

  it('takes a gateway’s own error page for a resting server', async () => {
    replies(502, '<h1>Bad gateway</h1>')
    expect(await requests(base).look.overview()).toEqual({ done: false, refusal: '503.1' })
  })

  it('shows no wards from a reply of another shape', async () => {
    replies(200, { organisation: 'x' })
    expect(await requests(base).look.overview()).toEqual({ done: false, refusal: 'not-ours' })
  })

  it('says that there is no server when there is none', async () => {
    expect(await requests('http://127.0.0.1:1').look.overview()).toEqual({
      done: false,
      refusal: 'no-signal',
    })
  })
})

describe('what somebody arrives with', () => {
  it('stands in the fragment, which is never sent to any server', () => {
    expect(arrivalOf('#sign-in=abc_D-9')).toEqual({ by: 'link', token: 'abc_D-9' })
    expect(arrivalOf('#invitation=abc_D-9')).toEqual({ by: 'invitation', token: 'abc_D-9' })
    expect(arrivalOf('#refused=403.7')).toEqual({ by: 'refusal', problem: '403.7' })
    expect(arrivalOf('')).toBeUndefined()
    expect(arrivalOf('#page')).toBeUndefined()
  })
})
