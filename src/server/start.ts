// Puts the server together: opens what it needs, makes what is missing, listens, and takes itself apart again.

import { randomFillSync } from 'node:crypto'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { appOf } from './app.ts'
import type { Clock } from './clock.ts'
import { type Config, ConfigError } from './config.ts'
import { type Daily, daily } from './daily.ts'
import { type Database, openDatabase } from './database/database.ts'
import { type Links, prepare, warnings } from './first.ts'
import type { House } from './house.ts'
import { reconcile } from './ledger.ts'
import { log } from './log.ts'
import { type Telling, telling } from './outlets/telling.ts'
import { newMemory } from './remembered.ts'
import { endSilent } from './silent.ts'

/** A server that runs. */
export interface Running {
  /** Where it listens, without a slash at its end. */
  readonly url: string
  readonly links: Links
  /** What whoever runs it should hear. */
  readonly warnings: readonly string[]
  /** Takes no more requests, finishes those it has, then closes the database. */
  stop(): Promise<void>
}

/** Milliseconds for the work of the day before requests are answered. */
const PATIENCE = 5000

/** Milliseconds that a request may still take when the server stops. */
const LAST_WORDS = 10_000

/** Starts the server. Throws ConfigError when the port is taken or the database can't be reached. */
export async function start(config: Config, clock: Clock): Promise<Running> {
  const opened = Promise.withResolvers<ReturnType<typeof getRequestListener>>()
  opened.promise.catch(() => undefined)
  const ends = new AbortController()
  const { url, servers } = await listen(config, ends.signal, (request, response) => {
    void opened.promise.then(answer => answer(request, response)).catch(() => response.destroy())
  })
  let db: Database | undefined
  let work: Daily | undefined
  let news: Telling | undefined
  const stop = async () => {
    ends.abort()
    await Promise.all([...servers.map(close), work?.stop(), news?.stop()])
    await db?.destroy()
  }
  try {
    db = await open(config)
    const random: House['random'] = bytes => randomFillSync(new Uint8Array(bytes))
    const publicUrl = config.publicUrl ?? url
    const house: House = {
      ...{ db, clock, zone: config.zone, config, publicUrl, random },
      ends: ends.signal,
      remembered: newMemory(),
    }
    await reconcile(house)
    const links = await prepare(house)
    work = daily(house)
    // What is short is done before anybody is answered. A long count is not waited for: tablets can send meanwhile.
    if (!(await within(PATIENCE, work.once))) log('The work of the day goes on while requests are answered.')
    news = telling(house)
    opened.resolve(getRequestListener(appOf(house).fetch))
    return { url, links, warnings: await warnings(house), stop }
  } catch (error) {
    opened.reject(error)
    await stop()
    throw error
  }
}

/** Whether something is done within so many milliseconds. */
async function within(milliseconds: number, done: Promise<void>): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(resolve, milliseconds, false)
  return Promise.race([done.then(() => true), promise]).finally(() => clearTimeout(timer))
}

/** Listens on every address of the settings, all at one port. Throws ConfigError. */
async function listen({ port, hosts }: Config, ends: AbortSignal, answer: RequestListener) {
  const servers: Server[] = []
  let taken = port
  try {
    for (const host of hosts) {
      const server = createServer(answer)
      endSilent(server, ends)
      const found = await listenOn(server, taken, host, servers.length > 0)
      if (found === undefined) continue
      servers.push(server)
      taken = found
    }
  } catch (error) {
    await Promise.all(servers.map(close))
    throw error
  }
  return { url: `http://localhost:${taken}`, servers }
}

// A machine without IPv6 has no second address of its own: that is no reason not to start.
const absent = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'])

function listenOn(server: Server, port: number, host: string, also: boolean): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code = '' }: NodeJS.ErrnoException) => {
      if (also && absent.has(code)) return resolve(undefined)
      const why = code === 'EADDRINUSE' ? 'is taken' : `can not be used (${code})`
      reject(new ConfigError(`The port ${port} on ${host} ${why}.`))
    })
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
}

function close(server: Server): Promise<void> {
  const impatience = setTimeout(() => server.closeAllConnections(), LAST_WORDS)
  return new Promise(resolve => {
    server.close(() => {
      clearTimeout(impatience)
      resolve()
    })
  })
}

const open = ({ databaseUrl, dataDir, connections }: Config): Promise<Database> =>
  openDatabase({ url: databaseUrl, folder: dataDir, connections }).catch((error: NodeJS.ErrnoException) => {
    const what = databaseUrl === undefined ? `in ${dataDir}` : 'at DATABASE_URL'
    throw new ConfigError(`The database ${what} can not be opened (${error.code ?? error.name}).`)
  })
