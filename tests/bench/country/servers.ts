// Real server processes that share one PostgreSQL and one data folder, and how much memory each has over time.

import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { until } from '../../server/process.ts'

const program = join(import.meta.dirname, '../../journeys/harness/server.ts')

/** Where servers find what they share. */
export interface Shared {
  readonly data: string
  readonly databaseUrl: string
}

export interface Server {
  readonly url: string
  printed(): string
  /** Megabytes of memory now. */
  memory(): number
  stop(): Promise<void>
}

/** Starts a server at an instant, from which its time runs on; resolves when it answers. */
export async function startServer({ data, databaseUrl }: Shared, at: Date): Promise<Server> {
  const args = ['--at', at.toISOString(), '--data', data, '--database-url', databaseUrl, '--empty']
  const child = spawn(process.execPath, [program, ...args], { stdio: 'pipe' })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      printed += chunk
    })
  const ended = new Promise<void>(done => child.once('close', () => done()))
  const url = () => /^Listening: (\S+)$/m.exec(printed)?.[1]
  await until(() => url() !== undefined || child.exitCode !== null)
  const found = url()
  if (found === undefined) throw new Error(`the server did not start:\n${printed}`)
  return {
    url: found.replace('localhost', '127.0.0.1'),
    printed: () => printed,
    memory: () => memoryOf(child.pid ?? 0),
    async stop() {
      child.kill('SIGTERM')
      await ended
      if (child.exitCode !== 0) throw new Error(`the server did not stop well:\n${printed}`)
    },
  }
}

const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

/** Looks at the memory of servers twice a second until it is told to end; all the samples, one list a server. */
export function watchMemory(servers: readonly Server[]): () => readonly (readonly number[])[] {
  const samples = servers.map(({ memory }) => [memory()])
  const timer = setInterval(() => {
    for (const [n, server] of servers.entries()) samples[n]?.push(server.memory())
  }, 500)
  return () => {
    clearInterval(timer)
    return samples
  }
}
