// A box of many forms is opened on every core: exactly as a small one is, while requests are answered, or not at all.

import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { build } from 'vite'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readHeader } from '../../../src/envelope/header.ts'
import { evaluation } from '../../../src/instrument/evaluation.ts'
import { ahead } from '../../../src/server/count/ahead.ts'
import { runDueCounts } from '../../../src/server/count/due.ts'
import type { Job } from '../../../src/server/count/opened.ts'
import { inPlace, type Pool, poolOf, threads } from '../../../src/server/count/pool.ts'
import { privateKey } from '../../../src/server/keyfiles.ts'
import { rotate } from '../../../src/server/keys.ts'
import { fill, isAll } from './full.ts'
import { form, left, many, on, onBothEngines, openRoom, type Room } from './room.ts'

const DUE = '2026-03-01'

/** Does something with every thread that this process starts; the threads it has started. */
function watchThreads(look: (worker: Worker) => void = () => undefined) {
  const seen: Worker[] = []
  const listener = (worker: Worker) => {
    seen.push(worker)
    look(worker)
  }
  process.on('worker', listener)
  return { seen, stop: () => process.off('worker', listener) }
}

onBothEngines('a count of more than one chunk', open => {
  let room: Room
  beforeEach(async () => {
    room = await open()
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await room.close()
  })

  const count = () => runDueCounts(on(room.house, DUE))
  const body = async () =>
    (await room.house.db.selectFrom('releases').select('body').executeTakeFirstOrThrow()).body

  it('says exactly what all of them said, whichever thread opened them, also after a rotation of keys', async () => {
    await fill(room, 450)
    await rotate(room.house, { organisation: room.organisation, id: room.service })
    await fill(room, 450)
    await count()
    const release = JSON.parse(await body())
    expect(release.base).toBe(900)
    for (const { cells } of release.items)
      expect(['not-at-all', 'sometimes', 'all-the-time'].map(one => cells[one].forms)).toEqual([
        300, 300, 300,
      ])
    expect(await left(room)).toMatchObject({ envelopes: 0, spent: 900, bases: [900], reasons: [] })
  })

  it('answers others meanwhile, and keeps its threads no longer than it needs them', async () => {
    await fill(room, 1200)
    const threads = watchThreads()
    let turns = 0
    let opened = false
    const turn = () => {
      turns += 1
      if (!opened) setImmediate(turn)
    }
    setImmediate(turn)
    await runDueCounts(on(room.house, DUE), point => {
      if (point === 'opened') opened = true
    })
    threads.stop()
    expect(turns, 'turns of others while six chunks were opened').toBeGreaterThan(6)
    expect(threads.seen.length).toBeGreaterThan(0)
    expect(threads.seen.map(({ threadId }) => threadId)).toEqual(threads.seen.map(() => -1))
    expect(isAll(await body(), 1200)).toBe(true)
  })

  it('puts aside exactly those that do not open, so that nobody answers for another’s form', async () => {
    await fill(room, 700)
    const { db } = room.house
    const before = await db.selectFrom('envelopes').select(['id', 'bytes']).orderBy('id').execute()
    const spoilt = before.filter((_, n) => n % 97 === 5)
    for (const { id, bytes } of spoilt) {
      const changed = new Uint8Array(bytes)
      changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
      await db.deleteFrom('envelopes').where('id', '=', id).execute()
      await room.layBytes('2026-02-10', changed, id)
    }
    await count()
    const aside = await db.selectFrom('quarantine').select(['bytes', 'problem']).execute()
    const ids = aside.map(one => readHeader(new Uint8Array(one.bytes)).header.id)
    expect(ids.sort()).toEqual(spoilt.map(({ id }) => id))
    expect(new Set(aside.map(({ problem }) => problem))).toEqual(new Set(['it does not open']))
    expect(await left(room)).toMatchObject({ envelopes: 0, spent: 692, bases: [692] })
  })

  it('changes nothing when a thread dies, and counts everybody the next time', async () => {
    await fill(room, 600)
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const threads = watchThreads(worker => void worker.terminate())
    expect(await count()).toEqual([])
    threads.stop()
    expect(said.mock.calls.join('')).toContain(`the count of the box ${room.box}: Error`)
    expect(await left(room)).toEqual({ envelopes: 600, spent: 0, bases: [], days: [], reasons: [] })
    await count()
    expect(await left(room)).toMatchObject({ envelopes: 0, spent: 600, bases: [600] })
  })
})

describe('a small box', () => {
  it('is opened where it is counted, without a thread', async () => {
    const room = await openRoom()
    await room.lay('2026-02-10', many(12, form('sometimes')))
    const threads = watchThreads()
    await runDueCounts(on(room.house, DUE))
    threads.stop()
    expect(threads.seen).toEqual([])
    expect(await left(room)).toMatchObject({ spent: 12, bases: [12] })
    await room.close()
  })
})

describe('a pool', () => {
  let room: Room
  let job: Job
  beforeEach(async () => {
    room = await openRoom()
    const sealed = await room.lay('2026-02-10', many(3, form('sometimes')))
    const { key } = readHeader(sealed[0] ?? new Uint8Array()).header
    job = {
      sealed: sealed.map(bytes => ({ key, bytes })),
      halves: { [key]: privateKey(room.house, key) ?? {} },
    }
  })
  afterEach(() => room.close())

  const opens = async (pool: Pool) => {
    const opened = await pool.open(job).finally(() => pool.end())
    expect(opened).toEqual(many(3, form('sometimes')))
  }

  it('answers each job with its own forms, however many are asked for at once', async () => {
    const pool = threads([evaluation], 50)
    const spoilt = { ...job, sealed: job.sealed.map(one => ({ ...one, bytes: one.bytes.slice(0, -1) })) }
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => pool.open(n % 3 ? job : spoilt)))
    await pool.end()
    for (const [n, opened] of answers.entries())
      expect(opened).toEqual(
        n % 3 ? many(3, form('sometimes')) : job.sealed.map(() => ({ problem: 'it does not open' })),
      )
  })

  it('refuses everything once a thread of it has died, whatever the others would say', async () => {
    const pool = poolOf(() => new Worker('process.exit(7)', { eval: true }), 2)
    await expect(pool.open(job)).rejects.toThrow('a thread of the count has ended')
    await expect(pool.open(job)).rejects.toThrow('a thread of the count has ended')
    await pool.end()
  })

  it('lets others have their turn also where it has no thread', async () => {
    const long = { ...job, sealed: Array.from({ length: 1000 }, () => job.sealed).flat() }
    let turns = 0
    const turn = setInterval(() => {
      turns += 1
    }, 1)
    expect(await inPlace([evaluation]).open(long)).toHaveLength(3000)
    clearInterval(turn)
    expect(turns).toBeGreaterThan(1)
  })

  it('opens where it is in a server that was put into one file, where there is no program for threads', async () => {
    const outDir = mkdtempSync(join(tmpdir(), 'ev-bundled-'))
    const entry = join(import.meta.dirname, '../../../src/server/count/pool.ts')
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'silent',
      build: { ssr: entry, outDir },
      ssr: { noExternal: true },
    })
    const [file = ''] = readdirSync(outDir)
    const bundled: { threads: typeof threads } = await import(pathToFileURL(join(outDir, file)).href)
    const started = watchThreads()
    await opens(bundled.threads([evaluation], 50))
    started.stop()
    expect(started.seen).toEqual([])
    await opens(threads([evaluation], 50))
    rmSync(outDir, { recursive: true, force: true })
  })
})

describe('work on some things at once', () => {
  function* numbers(made: number[]) {
    for (let n = 0; n < 20; n++) {
      made.push(n)
      yield n
    }
  }

  it('never has more under way than it may, so that a large box needs no more memory than a small one', async () => {
    const made: number[] = []
    let taken = 0
    let most = 0
    const work = async (n: number) => {
      most = Math.max(most, made.length - taken)
      return n * 10
    }
    const came: number[] = []
    for await (const one of ahead(numbers(made), 4, work)) {
      taken += 1
      came.push(one)
    }
    expect(came).toEqual(Array.from({ length: 20 }, (_, n) => n * 10))
    expect(most).toBe(5)
  })

  it('fails as the first of them that fails', async () => {
    const work = async (n: number) => {
      if (n > 2) throw new Error(`the ${n}th`)
      return n
    }
    const came: number[] = []
    const all = async () => {
      for await (const one of ahead(numbers([]), 4, work)) came.push(one)
    }
    await expect(all()).rejects.toThrow('the 3th')
    expect(came).toEqual([0, 1, 2])
  })
})
