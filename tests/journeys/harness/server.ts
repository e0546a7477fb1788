// The real server as a process of its own, at a date: node server.ts --at 2026-03-01T10:00:00Z --port 0 --data folder
// [--database-url postgres://…] [--dist folder] [--public-url http://…] [--empty]. Time runs on from that instant.
// Prints what main prints.

import { parseArgs } from 'node:util'
import { configFrom } from '../../../src/server/config.ts'
import { start } from '../../../src/server/start.ts'

const { values } = parseArgs({
  options: {
    at: { type: 'string' },
    port: { type: 'string', default: '0' },
    data: { type: 'string' },
    'database-url': { type: 'string' },
    dist: { type: 'string' },
    'public-url': { type: 'string' },
    empty: { type: 'boolean', default: false },
  },
})

const ahead = values.at ? Date.parse(values.at) - Date.now() : 0
if (Number.isNaN(ahead)) throw new Error(`--at ${values.at} is no instant`)
const clock = { now: () => new Date(Date.now() + ahead) }

const env = {
  PORT: values.port,
  HOST: '127.0.0.1',
  DATA_DIR: values.data,
  DATABASE_URL: values['database-url'],
  PUBLIC_URL: values['public-url'],
}
const config = configFrom(env, values.empty ? ['--empty'] : [])
const running = await start({ ...config, dist: values.dist ?? config.dist }, clock)
// Before anybody is told that it listens: whoever reads that may end it at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  })
}

const { tablet, office, advocate } = running.links
if (tablet) process.stdout.write(`Tablet: ${tablet}\n`)
if (advocate) process.stdout.write(`Advocate: ${advocate}\n`)
process.stdout.write(`${office ? `Office: ${office}\n` : ''}Listening: ${running.url}\n`)
