// The life of a tablet beside a real server: enrolled, ended and enrolled again, moved, given a new key, wiped.

import 'fake-indexeddb/auto'
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { digest } from '../../src/envelope/bytes.ts'
import { writeHeader } from '../../src/envelope/header.ts'
import { SEALED_SIZE } from '../../src/envelope/payload.ts'
import { type Form, plainManner } from '../../src/form/form.ts'
import { start as begin, type Event, step } from '../../src/form/step.ts'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { problem } from '../../src/protocol/problems.ts'
import { writeRescue } from '../../src/protocol/rescue.ts'
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
import { ask, type Leader, signIn } from '../server/front.ts'

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

const { fetch: real } = globalThis
const lying = new Map<string, string>()

let data: string
let url: string
let stop: () => Promise<void>
let priya: Leader
let maple: string
let oak: string
let cut = false
let run = 0

beforeEach(async () => {
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
    officeToken: server.links.office?.split('#sign-in=')[1] ?? '',
    ask: (path, how) => ask(url + path, how),
  })
  maple = await priya.addWard('Adult wards', 'Maple')
  oak = await priya.addWard('Adult wards', 'Oak')
})

afterEach(async () => {
  await stop()
  vi.unstubAllGlobals()
  await rm(data, { recursive: true, force: true })
})

interface Tablet {
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

function tablet(): Tablet {
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

const end = (id: string) => priya.ask(endpoints.endTablet.replace(':tablet', id), { method: 'POST' })

/** What the server has of a table. */
const inServer = async <T>(look: (db: Awaited<ReturnType<typeof openServers>>) => Promise<T>): Promise<T> => {
  const db = await openServers({ url: undefined, folder: data })
  return look(db).finally(() => db.destroy())
}
const stored = () => inServer(db => db.selectFrom('envelopes').select('id').execute()).then(all => all.length)

describe('a tablet whose permission has ended', () => {
  it('keeps what waits, and sends it once it is enrolled again', async () => {
    const one = tablet()
    await one.enrol(maple)
    await one.seal()
    expect((await end((await one.memory.enrolment())?.tablet ?? '')).status).toBeLessThan(300)
    await one.line.nudge()
    const stuck = { waiting: 1, state: { is: 'stuck', why: 'permission-ended' } }
    await vi.waitFor(() => expect(one.shift()).toMatchObject(stuck))
    expect(await one.enrol(maple)).toBeUndefined()
    await one.line.nudge()
    expect(await one.states()).toEqual(['sent'])
    expect(await stored()).toBe(1)
  })
})

describe('a tablet that is to move to another ward', () => {
  const leave = {
    id: 'd',
    picture: { shape: 'moon', colour: 'blue' },
    half: new Uint8Array(16),
    last: 1,
  } as const

  it.each([
    ['a form waits', (one: Tablet) => one.seal()],
    [
      'a form is set aside',
      async (one: Tablet) => {
        const entry = await one.database.outbox.get(await one.seal())
        if (!entry) throw new Error('it was just sealed')
        const { digest, id, key, bytes } = entry
        await one.database.outbox.put({ digest, id, key, bytes, state: 'set-aside', problem: '422.1' })
      },
    ],
    ['somebody has not finished', (one: Tablet) => one.database.drafts.put(leave)],
    [
      'somebody has asked for their form back and no server has heard of it',
      async (one: Tablet) =>
        one.database.withdrawals.put({
          slip: '0'.repeat(32),
          mark: 'f'.repeat(32),
          ward: (await one.settings()).ward.id,
          state: 'asked',
        }),
    ],
  ])('stays where it is while %s', async (_, leaves) => {
    const one = tablet()
    await one.enrol(maple)
    await leaves(one)
    expect(await one.enrol(oak)).toBe('other-ward')
    expect((await one.settings()).ward.name).toBe('Maple')
    const left = await inServer(async db => ({
      codes: (await db.selectFrom('codes').select('ward').execute()).map(({ ward }) => ward),
      tablets: (await db.selectFrom('tablets').select('ward').execute()).map(({ ward }) => ward),
    }))
    expect(left, 'the code is still good, and no tablet is there that nobody has').toEqual({
      codes: [oak],
      tablets: [maple],
    })
  })

  it('stays also beside a server of an earlier version, which knows of no ward that it must stay with', async () => {
    const one = tablet()
    await one.enrol(maple)
    const now = globalThis.fetch
    vi.stubGlobal('fetch', async (path: string, how: RequestInit) =>
      JSON.parse(String(how.body ?? '{}')).ward === undefined
        ? now(path, how)
        : Response.json(problem('400.1'), { status: 400 }),
    )
    await one.seal()
    expect(await one.enrol(oak)).toBe('other-ward')
    expect((await one.settings()).ward.name).toBe('Maple')
    expect(await one.enrol(maple)).toBeUndefined()
    await one.line.nudge()
    expect(await one.states()).toEqual(['sent'])
  })

  it('offers nothing of its old ward to the new one, and keeps it in case the server is restored', async () => {
    const one = tablet()
    await one.enrol(maple)
    await one.seal()
    await one.line.nudge()
    expect(await one.enrol(oak)).toBeUndefined()
    expect(await one.states()).toEqual(['sent'])
    await one.seal()
    await one.line.nudge()
    expect(await one.states()).toEqual(['sent', 'sent'])
    // A server that has forgotten: what is of this ward is offered again, and nothing else.
    await one.memory.learn({ epoch: 'another', batches: 99 })
    await one.line.nudge()
    expect(await one.states()).toEqual(['sent', 'sent'])
    expect(one.shift()).toMatchObject({ waiting: 0, setAside: 0 })
    expect(await stored()).toBe(2)
  })
})

describe('a service that has a new key', () => {
  it('still takes what was sealed to the old one, and the tablet seals to the new one from then on', async () => {
    const one = tablet()
    await one.enrol(maple)
    await one.seal()
    const old = (await one.settings()).key.id
    const env = { ...process.env, DATA_DIR: data }
    execFileSync(process.execPath, ['src/server/admin.ts', 'rotate', 'Adult wards'], { env, stdio: 'pipe' })
    await one.line.nudge()
    expect(await one.states()).toEqual(['sent'])
    const fresh = (await one.settings()).key.id
    expect(fresh).not.toBe(old)
    await one.seal()
    await one.line.nudge()
    expect(await one.states()).toEqual(['sent', 'sent'])
    const keys = await inServer(db => db.selectFrom('envelopes').select('key').execute())
    expect(keys.map(({ key }) => key).sort()).toEqual([old, fresh].sort())
  })
})

describe('the counts of a tablet', () => {
  it('reach the server in the same round, and add up there', async () => {
    const one = tablet()
    await one.enrol(maple)
    await one.seal()
    await one.seal()
    await one.line.nudge()
    const tally = { sealed: 2, sent: 2, withdrawn: 0, erased: 0, waiting: 0, set_aside: 0 }
    expect(await inServer(db => db.selectFrom('tallies').selectAll().execute())).toMatchObject([tally])
  })
})

describe('a tablet that is to be wiped', () => {
  it('may be only when everything arrived and the server was heard', async () => {
    const one = tablet()
    await one.enrol(maple)
    await one.seal()
    cut = true
    const day = new Date().toISOString().slice(0, 10)
    const why = [
      { is: 'waiting', n: 1 },
      { is: 'unheard', n: 1 },
    ]
    expect(await one.keep().mayWipe()).toEqual({ may: false, why, since: day })
    cut = false
    expect(await one.keep().mayWipe()).toEqual({ may: true })
    expect(await one.states()).toEqual(['sent'])
  })

  it('leaves the number of its forms behind where something else has wiped it first', async () => {
    const one = tablet()
    await one.enrol(maple)
    await one.seal()
    cut = true
    await one.line.nudge()
    expect(JSON.parse(lying.get('equal-voice') ?? '')).toEqual({ ward: 'Maple', forms: 1, missing: 0 })
    cut = false
    await one.line.nudge()
    await vi.waitFor(() => expect(JSON.parse(lying.get('equal-voice') ?? '')).toMatchObject({ forms: 0 }))
  })
})

describe('a rescue file', () => {
  it('takes out what waits and is set aside, and brings it in on another tablet of the ward and of no other', async () => {
    const [one, two, far] = [tablet(), tablet(), tablet()]
    await one.enrol(maple)
    await two.enrol(maple)
    await far.enrol(oak)
    cut = true
    await one.seal()
    await one.seal()
    const file = await one.keep().rescue()
    expect(file).toMatchObject({ name: 'equal-voice-maple.json', forms: 2 })
    const blob = new Blob([file.text])
    expect(await far.keep().bringIn(blob)).toMatchObject({ is: 'brought', came: 0, otherWard: 2 })
    expect(await far.states()).toEqual([])
    expect(await two.keep().bringIn(blob)).toMatchObject({ is: 'brought', came: 2, here: 0 })
    expect(await two.keep().bringIn(blob)).toMatchObject({ is: 'brought', came: 0, here: 2 })
    cut = false
    await two.line.nudge()
    await one.line.nudge()
    expect([await one.states(), await two.states()]).toEqual([
      ['sent', 'sent'],
      ['sent', 'sent'],
    ])
    expect(await stored()).toBe(2)
  })

  it('says on disk that its bytes may be anywhere, so that nobody who takes theirs back is told it never left', async () => {
    const one = tablet()
    await one.enrol(maple)
    cut = true
    const digest = await one.seal()
    await one.keep().rescue()
    expect(await one.database.outbox.get(digest)).toMatchObject({ state: 'waiting', tried: true })
  })

  it('brings nothing in that the server would put aside for ever, so that the tablet can still be wiped', async () => {
    const one = tablet()
    await one.enrol(maple)
    const { ward, key } = await one.settings()
    const id = 'a'.repeat(32)
    const made = async (size: number, more: object) => {
      const header = writeHeader({ id, ward: ward.id, key: key.id, ...more })
      const bytes = new Uint8Array([...header, ...new Uint8Array(size)])
      return { digest: await digest(bytes, crypto.subtle), bytes }
    }
    const bad = [await made(SEALED_SIZE, { paper: true }), await made(SEALED_SIZE - 1, { slip: id })]
    const text = await writeRescue(ward.id, bad, crypto.subtle)
    expect(await one.keep().bringIn(new Blob([text]))).toMatchObject({ came: 0, noEnvelope: 2, otherWard: 0 })
    expect(await one.states()).toEqual([])
  })

  it('brings no form in again that its person has taken back here', async () => {
    const one = tablet()
    await one.enrol(maple)
    cut = true
    const digest = await one.seal()
    const { text } = await one.keep().rescue()
    const mark = (await one.database.outbox.get(digest))?.slip ?? ''
    expect(mark).not.toBe('')
    await one.database.outbox.delete(digest)
    const slip = '0'.repeat(32)
    await one.database.withdrawals.put({ slip, mark, ward: maple, state: 'asked', here: 'copy' })
    expect(await one.keep().bringIn(new Blob([text]))).toMatchObject({ came: 0, takenBack: 1 })
    expect(await one.states()).toEqual([])
  })
})
