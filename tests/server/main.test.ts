// Starting and stopping in earnest: what an administrator sees of the process.

import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { configFrom } from '../../src/server/config.ts'
import { start } from '../../src/server/start.ts'
import { signIn } from './front.ts'
import { type Process, run, until } from './process.ts'

const running: Process[] = []
const started = async (env: Record<string, string> = {}) => {
  const one = await run(env)
  running.push(one)
  return one
}
afterEach(() => {
  for (const { child } of running.splice(0)) child.kill('SIGKILL')
})

it.each([
  ['PORT', 'eighty', 'The setting PORT must be a number from 0 to 65535.'],
  ['PORT', '70000', 'The setting PORT must be a number from 0 to 65535.'],
  [
    'DATABASE_URL',
    'mysql://here',
    'The setting DATABASE_URL must be a PostgreSQL address such as postgres://name@host/database.',
  ],
  ['DATABASE_CONNECTIONS', '1', 'The setting DATABASE_CONNECTIONS must be a number from 2 to 100.'],
  ['TIME_ZONE', 'Europe/Leeds', 'The setting TIME_ZONE must be a time zone such as Europe/London.'],
  [
    'PUBLIC_URL',
    'voice.example',
    'The setting PUBLIC_URL must be an address such as https://voice.example.nhs.uk.',
  ],
  ['PRIVATE_KEYS', 'not json', 'The setting PRIVATE_KEYS must be a JSON object of keys.'],
])('stops at %s=%s with one clear sentence, before it touches anything', async (name, value, sentence) => {
  const { ended, printed } = await started({ [name]: value })
  expect(await ended).toBe(1)
  expect(printed()).toBe(`${sentence}\n`)
})

it('says so when its port is taken, or its database is not there', async () => {
  const other = createServer()
  await new Promise<void>(done => other.listen(0, '127.0.0.1', done))
  const port = String((other.address() as { port: number }).port)
  const taken = await started({ PORT: port })
  expect(await taken.ended).toBe(1)
  expect(taken.printed()).toBe(`The port ${port} on 127.0.0.1 is taken.\n`)
  other.close()
  const lost = await started({ DATABASE_URL: 'postgres://127.0.0.1:1/none' })
  expect(await lost.ended).toBe(1)
  expect(lost.printed()).toBe('The database at DATABASE_URL can not be opened (ECONNREFUSED).\n')
})

it("prints the office's link on a line of its own, and a link that works", async () => {
  const one = await started()
  expect(one.printed()).toMatch(/^Office: http:\/\/localhost:\d+\/office#invitation=[\w-]{43}$/m)
  expect(one.printed()).not.toContain('Tablet:')
  expect((await (await signIn(one)).overview()).organisation).toBe('Our organisation')
})

it('prints a way into the office at its first start only, so that a log is no key to it', async () => {
  const data = mkdtempSync(join(tmpdir(), 'ev-again-'))
  const settings = configFrom({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: data }, ['--empty'])
  const clock = { now: () => new Date('2026-05-04T12:00:00Z') }
  const first = await start(settings, clock)
  expect(first.links.office).toMatch(/#invitation=/)
  await first.stop()
  const again = await start(settings, clock)
  expect(again.links).toEqual({})
  await again.stop()
  rmSync(data, { recursive: true })
})

it('warns in one line when the keys lie beside the database, and not when they are apart', async () => {
  const beside = await started()
  await until(() => beside.printed().includes('KEYS_DIR'))
  expect(beside.printed().match(/^Warning: the private keys lie beside/gm)).toHaveLength(1)
  const apart = await started({ KEYS_DIR: join(tmpdir(), `ev-keys-${process.pid}`) })
  await new Promise(later => setTimeout(later, 200))
  expect(apart.printed()).not.toContain('Warning')
})

it('listens to this machine alone unless told otherwise, by both of its names', async () => {
  const hosts = (env: Record<string, string>) => configFrom(env, []).hosts
  expect(hosts({})).toEqual(['127.0.0.1', '::1'])
  expect(hosts({ PUBLIC_URL: 'https://voice.example.org' })).toEqual(['0.0.0.0'])
  expect(hosts({ HOST: '192.0.2.1' })).toEqual(['192.0.2.1'])
  const data = mkdtempSync(join(tmpdir(), 'ev-hosts-'))
  const running = await start(configFrom({ PORT: '0', DATA_DIR: data }, ['--empty']), {
    now: () => new Date(),
  })
  const { port } = new URL(running.url)
  expect((await fetch(`http://127.0.0.1:${port}${endpoints.health}`)).status).toBe(200)
  const six = Object.values(networkInterfaces()).some(one => one?.some(({ address }) => address === '::1'))
  if (six) expect((await fetch(`http://[::1]:${port}${endpoints.health}`)).status).toBe(200)
  await running.stop()
  rmSync(data, { recursive: true })
})

it('names the organisation as it was told to', async () => {
  const one = await started({ ORGANISATION_NAME: 'Northern Moors Trust' })
  expect((await (await signIn(one)).overview()).organisation).toBe('Northern Moors Trust')
})

/** Waits until nobody answers there any more. */
async function closed(url: string): Promise<void> {
  let answers = true
  while (answers)
    answers = await fetch(url, { headers: { connection: 'close' } }).then(
      one => one.ok,
      () => false,
    )
}

it('finishes the request it is in when asked to stop, and takes no other', async () => {
  const one = await started()
  const { hostname, port } = new URL(one.url)
  const body = JSON.stringify({ code: 'WRONG' })
  const socket = connect(Number(port), hostname)
  let answer = ''
  socket.on('data', chunk => {
    answer += chunk
  })
  socket.write(
    `POST ${endpoints.enrol} HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`,
  )
  socket.write(body.slice(0, 5))
  await new Promise(later => setTimeout(later, 200))
  one.child.kill('SIGTERM')
  await closed(one.url + endpoints.health)
  socket.write(body.slice(5))
  await until(() => answer.includes('problem:403.1'))
  expect(answer).toMatch(/^HTTP\/1\.1 403/)
  expect(await one.ended).toBe(0)
})

it('stops at once beside a connection that a browser opened ahead, on which nobody has asked for anything', async () => {
  const one = await started()
  const { hostname, port } = new URL(one.url)
  const socket = connect(Number(port), hostname)
  await new Promise<void>(done => socket.once('connect', done))
  await one.ask(endpoints.health)
  const began = Date.now()
  one.child.kill('SIGTERM')
  expect(await one.ended).toBe(0)
  expect(Date.now() - began).toBeLessThan(5000)
  socket.destroy()
})

it('writes nothing of what was sent into its log', async () => {
  const one = await started()
  await one.ask(endpoints.enrol, { body: { code: 'SECRETCODE' } })
  await one.ask(endpoints.envelopes, {
    body: '{"envelopes": "SECRETFORM',
    headers: { authorization: 'Bearer SECRET' },
  })
  one.child.kill('SIGINT')
  expect(await one.ended).toBe(0)
  expect(one.printed()).not.toContain('SECRET')
})
