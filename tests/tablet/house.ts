// A real server with two wards, and tablets beside it that talk with it over a line that can be cut.

import 'fake-indexeddb/auto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { type Form, plainManner } from '../../src/form/form.ts'
import { start as begin, type Event, step } from '../../src/form/step.ts'
import type { Settings } from '../../src/protocol/tablet.ts'
import { configFrom } from '../../src/server/config.ts'
import { openDatabase as openServers } from '../../src/server/database/database.ts'
import { start } from '../../src/server/start.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { createSettings, type SettingsStore } from '../../src/store/settings.ts'
import { count } from '../../src/store/tally.ts'
import { envelopeOf } from '../../src/tablet/handover.ts'
import { createKeep } from '../../src/tablet/keep.ts'
import { createLine, type Line } from '../../src/tablet/line.ts'
import type { Shift } from '../../src/tablet/tablet.ts'
import { watched } from '../../src/tablet/watched.ts'
import { outline, still } from '../fakes/tablet.ts'
import { ask, type Leader, signIn, wayIn } from '../server/front.ts'

const { fetch: real } = globalThis
/** What lies outside the tablet's database. */
export const lying = new Map<string, string>()

/** Where the server has its data, who leads there, and its two wards. */
export let data: string
export let priya: Leader
export let maple: string
export let oak: string
let url: string
let stop: () => Promise<void>
let cut = false
let run = 0

/** A server with two wards, and Priya who leads there. */
export async function open(): Promise<void> {
  data = await mkdtemp(join(tmpdir(), 'ev-life-'))
  const config = configFrom({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: data }, ['--empty'])
  const server = await start(config, { now: () => new Date() })
  ;({ url, stop } = server)
  cut = false
  // The tablet's page is the server's own.
  vi.stubGlobal('fetch', (path: string, how: RequestInit) => {
    if (cut) return Promise.reject(new TypeError('no line'))
    return real(path.startsWith('/') ? url + path : path, how)
  })
  lying.clear()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => lying.get(name) ?? null,
    setItem: (name: string, text: string) => void lying.set(name, text),
  })
  priya = await signIn({
    officeToken: wayIn(server.links.office ?? ''),
    ask: (path, how) => ask(url + path, how),
  })
  maple = await priya.addWard('Adult wards', 'Maple')
  oak = await priya.addWard('Adult wards', 'Oak')
}

/** Ends it, and nothing of it is left. */
export async function shut(): Promise<void> {
  await stop()
  vi.unstubAllGlobals()
  await rm(data, { recursive: true, force: true })
}

/** From now on nothing comes through to the server. */
export function cutLine(): void {
  cut = true
}

/** And from now on it does again. */
export function mendLine(): void {
  cut = false
}

export interface Tablet {
  readonly database: Database
  readonly memory: SettingsStore
  readonly line: Line
  shift(): Shift
  settings(): Promise<Settings>
  enrol(ward: string): Promise<string | undefined>
  /** Seals a form as the handover does. */
  seal(): Promise<string>
  states(): Promise<string[]>
  keep(): ReturnType<typeof createKeep>
}

/** Another tablet, with nothing on it. */
export function tablet(): Tablet {
  run += 1
  const database = openDatabase(`life-${run}`)
  const memory = createSettings(database)
  const shift = watched<Shift>(still)
  const told = watched<Settings | undefined>(undefined)
  const line = createLine({
    database,
    memory,
    ready: () => true,
    tell: shift.set,
    hear: news => news && told.set(news),
  })
  const settings = async () => {
    const held = await memory.enrolment()
    if (!held) throw new Error('not enrolled')
    return held.settings
  }
  return {
    database,
    memory,
    line,
    shift: shift.get,
    settings,
    async enrol(ward) {
      const why = await line.enrol((await priya.code(ward)).code)
      told.set((await memory.enrolment())?.settings)
      return why
    },
    async seal() {
      const { envelope } = await envelopeOf(ended(), await settings(), undefined, crypto)
      await database.write(async () => {
        await database.outbox.add({ ...envelope, state: 'waiting' })
        await count(database, 'sealed')
      })
      return envelope.digest
    },
    states: async () => (await database.outbox.toArray()).map(({ state }) => state).sort(),
    keep: () =>
      createKeep({
        database,
        memory,
        settings: told,
        shift,
        line: async () => line,
        failing: () => undefined,
      }),
  }
}

function ended(): Extract<Form, { state: 'ended' }> {
  const [item = ''] = outline.items
  const events: Event[] = [{ type: 'choose', item, choice: 'sometimes' }, { type: 'stop' }, { type: 'send' }]
  const form = events.reduce<Form>(step, begin(outline, 'en', plainManner, 'nobody'))
  if (form.state !== 'ended') throw new Error('a form that was sent has ended')
  return form
}

/** What the server has of a table. */
export const inServer = async <T>(
  look: (db: Awaited<ReturnType<typeof openServers>>) => Promise<T>,
): Promise<T> => {
  const db = await openServers({ url: undefined, folder: data })
  return look(db).finally(() => db.destroy())
}
/** How many envelopes lie in the server. */
export const stored = () =>
  inServer(db => db.selectFrom('envelopes').select('id').execute()).then(all => all.length)
