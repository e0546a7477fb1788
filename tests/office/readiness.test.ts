// The Readiness Checker as the office asks for it and reads what comes back.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { readinessReply, readinessRequests } from '../../src/office/readiness.ts'
import { doors } from '../../src/protocol/doors.ts'
import { people, version, voice } from '../ui/office/readiness/fake.ts'

const reply = (checkers: readonly unknown[]) => ({
  organisation: 'A trust',
  service: 'Adult wards',
  checkers,
})

describe('a reply about the Readiness Checker', () => {
  it('is read as it was said, open or finished, with every voice in it', () => {
    const old = version([voice(), people], '2026-01-20')
    const said = reply([version([voice({ answer: 'not-known' })], undefined, old, 'two'), old])
    expect(v.parse(readinessReply, { ...said, mine: ['one'] })).toEqual({ ...said, mine: ['one'] })
    // A server of an earlier version says of no voice whose it is.
    expect(v.parse(readinessReply, said)).toEqual({ ...said, mine: [] })
  })

  it('is refused whole when a voice in it is none, so that no screen shows half of what was said', () => {
    const { by: _, ...nobody } = voice()
    const { finished: __, ...endless } = { finished: '', ...version([voice()], '2026-01-20') }
    for (const wrong of [{ ...version([]), voices: [nobody] }, { ...version([]), state: 'half' }, endless])
      expect(v.safeParse(readinessReply, reply([wrong])).success).toBe(false)
  })
})

describe('asking', () => {
  it('sends what was said under an id of its own, and names service and version in the address', async () => {
    const asked: { url: string; method: string; body: string }[] = []
    const server = createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += String(chunk)
      response.setHeader('access-control-allow-origin', request.headers.origin ?? '*')
      response.setHeader('access-control-allow-credentials', 'true')
      response.setHeader('access-control-allow-headers', 'content-type, accept')
      if (request.method === 'OPTIONS') return response.writeHead(204).end()
      asked.push({ url: request.url ?? '', method: request.method ?? '', body })
      response.end(JSON.stringify({ checker: version([voice()]) }))
    })
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    const { begin, say, finish, newId } = readinessRequests(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    )
    const { on: _, ...said } = voice({ id: newId() })
    expect(await begin('adult/1')).toEqual({ done: true, value: version([voice()]) })
    await say('one', { ...said, by: [...said.by] })
    await finish('one')
    await new Promise(done => server.close(done))
    const at = (path: string, id: string) => path.replace(/:\w+/, encodeURIComponent(id))
    expect(asked.map(({ method, url }) => [method, url])).toEqual([
      ['POST', at(doors.readiness, 'adult/1')],
      ['POST', at(doors.voices, 'one')],
      ['POST', at(doors.finishChecker, 'one')],
    ])
    expect(JSON.parse(asked[1]?.body ?? '')).toEqual(said)
    expect(said.id).toMatch(/^[0-9a-f]{32}$/)
    expect(newId()).not.toBe(said.id)
  })
})
