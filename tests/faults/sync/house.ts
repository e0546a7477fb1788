// A ballot box in this process whose power can go at the worst moment, and whose backup can be restored.

import { randomFillSync } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { Client } from 'pg'
import { appOf } from '../../../src/server/app.ts'
import { configFrom } from '../../../src/server/config.ts'
import type { Point } from '../../../src/server/count/count.ts'
import { runDueCounts } from '../../../src/server/count/due.ts'
import { openDatabase } from '../../../src/server/database/database.ts'
import type { House } from '../../../src/server/house.ts'
import { retireKeys, rotate } from '../../../src/server/keys.ts'
import { reconcile } from '../../../src/server/ledger.ts'
import { endTablet, newEnrolment } from '../../../src/server/queries/tablets.ts'
import { inTransaction } from '../../../src/server/queries/transaction.ts'
import { type Ground, ground } from './ground.ts'
import { crashing } from './power.ts'

/** Where a house's data are, and where its database is when it is PostgreSQL. */
interface Place {
  readonly data: string
  readonly url?: string
}

export interface Ballot {
  readonly ground: Ground
  readonly house: House
  readonly app: Hono
  /** Arms the power: it goes just before or just after the next commit. */
  readonly power: ReturnType<typeof crashing>['power']
  /** The power comes back: everything is opened anew. */
  restart(): Promise<void>
  backup(): Promise<void>
  /** Puts the backup in the place of the database; false when there is none, or it is older than sent bytes are kept. */
  restore(): Promise<boolean>
  /** Days go by, with the work that each brings; the power may go at a point of a count, and whether it did. */
  days(days: number, crash?: Point): Promise<boolean>
  /** The server's own clock: its right day, or one that a flat battery gave it. */
  clock(at: '1970' | '2038' | 'right'): void
  end(tablet: string): Promise<void>
  code(): Promise<string>
  rotate(): Promise<void>
  close(): Promise<void>
}

const DAY = 86_400_000
/** Days for which a tablet keeps what it sent. */
const KEPT = 35
const wrong = { '1970': Date.parse('1970-01-01T00:00:30Z'), '2038': Date.parse('2038-01-19T03:14:08Z') }

/** Runs SQL beside a database of a cluster. */
async function beside(url: string, sql: string): Promise<void> {
  const name = new URL(url).pathname.slice(1)
  const client = new Client({ connectionString: url.replace(name, 'postgres') })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

/** Drops a database after its sessions: a pool that was ended may not have gone yet when the machine is busy. */
const drop = (url: string, name: string) => beside(url, `drop database if exists "${name}" with (force)`)

/** Copies a database, whose sessions it ends for the same reason. */
async function copied(url: string, from: string, to: string): Promise<void> {
  await beside(url, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${from}'`)
  await beside(url, `create database "${to}" template "${from}"`)
}

const isDatabase = (name: string): boolean => name.startsWith('equal-voice.sqlite')

/** A fresh house that was furnished once; `clone` makes a copy of it for each schedule. */
export async function furnished(url?: string): Promise<{ clone(): Promise<Ballot>; close(): void }> {
  const data = mkdtempSync(join(tmpdir(), 'ev-ground-'))
  const house = await open({ data, ...(url && { url }) }, { now: () => new Date(start) })
  const made = await ground(house)
  await house.db.destroy()
  return {
    async clone() {
      const folder = mkdtempSync(join(tmpdir(), 'ev-schedule-'))
      cpSync(data, folder, { recursive: true })
      if (url === undefined) return ballot({ data: folder }, made)
      const copy = `${url}_${folder.slice(-6).toLowerCase()}`
      await copied(url, new URL(url).pathname.slice(1), new URL(copy).pathname.slice(1))
      return ballot({ data: folder, url: copy }, made)
    },
    close: () => rmSync(data, { recursive: true, force: true }),
  }
}

const start = Date.parse('2026-02-02T12:00:00Z')

async function open({ data, url }: Place, clock: House['clock']): Promise<House> {
  const config = configFrom({ DATA_DIR: data, DATABASE_URL: url }, ['--empty'])
  return {
    db: await openDatabase({ url, folder: data }),
    clock,
    zone: config.zone,
    config: { ...config, dist: join(data, 'none') },
    publicUrl: 'http://localhost',
    random: bytes => randomFillSync(new Uint8Array(bytes)),
  }
}

async function ballot(place: Place, made: Ground): Promise<Ballot> {
  let now = start
  let shown: number | undefined
  let kept: { folder: string; on: number } | undefined
  const clock = { now: () => new Date(shown ?? now) }
  let house = await open(place, clock)
  let broken = crashing(house)
  let app = appOf(broken.house)
  await reconcile(house)
  const copy = place.url && `${place.url}_backup`
  const name = (url: string) => new URL(url).pathname.slice(1)

  const restart = async () => {
    await house.db.destroy()
    house = await open(place, clock)
    await reconcile(house)
    broken = crashing(house)
    app = appOf(broken.house)
  }
  /** With nobody connected, since PostgreSQL copies no database that is in use. */
  const away = async (work: () => Promise<void> | void) => {
    await house.db.destroy()
    await work()
    house = await open(place, clock)
  }
  return {
    ground: made,
    get house() {
      return house
    },
    get app() {
      return app
    },
    get power() {
      return broken.power
    },
    restart,
    async backup() {
      const folder = `${place.data}-backup`
      await away(async () => {
        if (place.url && copy) {
          await drop(place.url, name(copy))
          await copied(place.url, name(place.url), name(copy))
          return
        }
        rmSync(folder, { recursive: true, force: true })
        for (const file of readdirSync(place.data).filter(isDatabase))
          cpSync(join(place.data, file), join(folder, file))
      })
      kept = { folder, on: now }
      await restart()
    },
    async restore() {
      const old = kept
      // What a tablet has let go after its 35 days, no older backup can have back: docs/deployment.md says so.
      if (!old || now - old.on >= KEPT * DAY) return false
      await away(async () => {
        if (place.url && copy) {
          await drop(place.url, name(place.url))
          await copied(place.url, name(copy), name(place.url))
          return
        }
        for (const file of readdirSync(place.data).filter(isDatabase)) rmSync(join(place.data, file))
        for (const file of readdirSync(old.folder)) cpSync(join(old.folder, file), join(place.data, file))
      })
      await restart()
      return true
    },
    async days(days, crash) {
      now += days * DAY
      shown = undefined
      let gone = false
      await runDueCounts(house, point => {
        if (point !== crash) return
        gone = true
        throw new Error('the power goes')
      })
      if (gone) await restart()
      await retireKeys(house)
      return gone
    },
    clock(at) {
      shown = at === 'right' ? undefined : wrong[at]
    },
    end: async id => void (await endTablet(house.db, made.organisation, id)),
    code: async () => (await inTransaction(house, at => newEnrolment(at, made.organisation, made.ward))).code,
    rotate: async () => void (await rotate(house, { organisation: made.organisation, id: made.service })),
    async close() {
      await house.db.destroy()
      rmSync(place.data, { recursive: true, force: true })
      rmSync(`${place.data}-backup`, { recursive: true, force: true })
      if (!place.url || !copy) return
      await drop(place.url, name(place.url))
      await drop(place.url, name(copy))
    },
  }
}
