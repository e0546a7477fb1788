// A receipt is a promise: the bytes are flushed to the disk before it leaves. Counted from outside, by strace.

import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { startPostgres } from '../fixtures/postgres.ts'
import { which } from '../fixtures/tools.ts'
import { enrol, envelope, formId, signIn } from './front.ts'
import { type Process, run, until } from './process.ts'

const BATCHES = 20

const folder = mkdtempSync(join(tmpdir(), 'ev-flush-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string) => join(folder, name)
const strace = (name: string, calls: string) => [
  '-f',
  '-ttt',
  '-s',
  '40',
  '-e',
  `trace=${calls}`,
  '-o',
  file(name),
]

interface Moment {
  readonly at: number
  readonly is: 'asked' | 'flushed' | 'answered'
}

/** The moments that a trace tells of, in their order. */
function moments(name: string): Moment[] {
  return readFileSync(file(name), 'utf8')
    .split('\n')
    .flatMap((line): Moment[] => {
      const at = Number(/^\d+\s+([\d.]+)/.exec(line)?.[1])
      if (/"POST \/api\/envelopes/.test(line)) return [{ at, is: 'asked' }]
      if (/f(data)?sync.*= 0$/.test(line)) return [{ at, is: 'flushed' }]
      return /"HTTP\/1\.1 200/.test(line) ? [{ at, is: 'answered' }] : []
    })
}

/** Sends one form after another; between each question and its answer there must be a flush. */
async function sendMany(server: Process): Promise<void> {
  const priya = await signIn(server)
  const ward = await priya.addWard('Adult wards', 'Willow')
  const tablet = await enrol(server, priya, ward)
  for (let n = 0; n < BATCHES; n += 1) {
    expect(await tablet.send(await envelope({ id: formId(), ward, key: tablet.key }))).toEqual(['stored'])
  }
}

function expectFlushes(all: readonly Moment[]): void {
  const asked = all.flatMap(({ is }, n) => (is === 'asked' ? [n] : []))
  expect(asked).toHaveLength(BATCHES)
  for (const from of asked) {
    const answer = all.findIndex(({ is }, n) => n > from && is === 'answered')
    expect(answer).toBeGreaterThan(from)
    expect(all.slice(from, answer).filter(({ is }) => is === 'flushed').length).toBeGreaterThan(0)
  }
}

/** The server under strace, which stays beside it (-D) so that signals reach the server itself. */
async function watched(name: string, env: Record<string, string> = {}): Promise<Process> {
  const calls = 'read,write,writev,sendto,fsync,fdatasync'
  const server = await run(env, ['strace', '-D', ...strace(name, calls)])
  onTestFinished(() => {
    server.child.kill('SIGKILL')
  })
  return server
}

describe.runIf(which(['strace']))('a receipt', () => {
  it('leaves after a flush of SQLite, so that a power cut takes no form that was promised', async () => {
    const server = await watched('sqlite')
    await sendMany(server)
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    expectFlushes(moments('sqlite'))
  })

  it('leaves after a flush of PostgreSQL, so that a power cut takes no form that was promised', async () => {
    const cluster = await startPostgres()
    onTestFinished(() => cluster.stop())
    const watcher = spawn('strace', [...strace('postgres', 'fsync,fdatasync'), '-p', String(cluster.pid)])
    onTestFinished(() => {
      watcher.kill('SIGINT')
    })
    let said = ''
    watcher.stderr.on('data', chunk => {
      said += chunk
    })
    await until(() => said.includes('attached'))
    const server = await watched('server', { DATABASE_URL: cluster.database() })
    await sendMany(server)
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    const gone = new Promise(done => watcher.once('close', done))
    watcher.kill('SIGINT')
    await gone
    // The server itself flushes nothing of its own while it answers: only the cluster's flushes count here.
    const asked = moments('server').filter(({ is }) => is !== 'flushed')
    const flushed = moments('postgres').filter(({ is }) => is === 'flushed')
    expectFlushes([...asked, ...flushed].sort((one, other) => one.at - other.at))
  })
})
