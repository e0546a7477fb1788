// A real browser and a real server, both ended by kill -9 at random moments, round after round: each form is in the box once.

import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { openDatabase } from '../../src/server/database/database.ts'
import { freePort } from '../fixtures/port.ts'
import { type Postgres, startPostgres } from '../fixtures/postgres.ts'
import { type Browser, openBrowser } from '../journeys/harness/browser.ts'
import { answer, begin, button, byTouch, give, heading, welcome, words } from '../journeys/harness/person.ts'
import { type Served, startServer } from '../journeys/harness/serve.ts'
import { says, whole } from '../journeys/harness/shift.ts'
import { amount, long, seed } from './amounts.ts'
import { envelopesIn, openWith } from './box.ts'
import { chance } from './chance.ts'
import { counted, figure } from './figures.ts'
import { finger } from './kill/finger.ts'
import { draftIds, lying } from './kill/lying.ts'

const ROUNDS = amount('rounds')
const codes = evaluation.choices.map(({ code }) => code)
const who = ['both', 'both', 'both', 'browser', 'server'] as const
/** Milliseconds after a finger has come down within which they are killed. */
const moments = [60, 160, 500]

let folder: string
let postgres: Postgres
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equal-voice-rounds-'))
  postgres = await startPostgres()
})
afterAll(async () => {
  await postgres.stop()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

describe.each(['SQLite', 'PostgreSQL'])('forms on their way, with %s', engine => {
  it('are each in the box once, whenever the browser and the server are killed', {
    timeout: 120_000 + ROUNDS * 60_000,
  }, async () => {
    const luck = chance(seed + engine.length)
    const data = join(folder, engine)
    const profile = join(folder, `tablet-${engine}`)
    const databaseUrl = engine === 'PostgreSQL' ? postgres.database() : undefined
    const how = {
      at: '2026-03-10T10:00:00Z',
      data,
      port: await freePort(),
      ...(databaseUrl && { databaseUrl }),
    }
    const met = new Map<string, number>()
    const count = (what: string) => met.set(what, (met.get(what) ?? 0) + 1)

    /** Every envelope in the server's boxes, read past it. */
    async function box(): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
      const rows = databaseUrl ? await inPostgres(databaseUrl) : envelopesIn(data)
      expect(new Set(rows.map(({ id }) => id)).size, 'nothing is in the box twice').toBe(rows.length)
      return new Map(rows.map(({ id, bytes }) => [id, new Uint8Array(bytes)]))
    }

    let server: Served = await startServer(how)
    let tablet: Browser = await openBrowser(profile)
    try {
      await welcome(tablet.page, server.tabletLink)
      await whole(tablet.page)
      let forms = 0
      for (let round = 0; round < ROUNDS; round += 1) {
        const before = await box()
        const given = Array.from({ length: 1 + luck.below(3) }, () =>
          Array.from({ length: 1 + luck.below(2) }, () => luck.one(codes)),
        )
        forms += given.length
        const victims = luck.one(who)
        const late = [luck.below(luck.one(moments)), luck.below(luck.one(moments))] as const
        let killing: Promise<unknown> | undefined
        const strike = () => {
          const later = (time: number, kill: () => Promise<void>) =>
            new Promise(done => setTimeout(done, time)).then(kill)
          killing = Promise.all([
            victims === 'server' ? undefined : later(late[0], tablet.kill),
            victims === 'browser' ? undefined : later(late[1], server.kill),
          ])
        }
        const sealing = luck.often(0.3)
        await use(tablet, given, sealing, strike).catch(error => {
          if (!killing) throw error
        })
        await killing

        // The browser first: while no server answers, what is on each side can be told.
        if (victims !== 'server') tablet = await start(profile, server.url)
        const there = await box()
        const found = await lying(tablet.page, [...before.keys()])
        for (const { id, state, bytes } of found.outbox) {
          if (!bytes) continue
          if (state === 'sent') expect(there.has(id), 'what has a receipt is in the box').toBe(true)
          count(state === 'sent' ? 'receipt heard' : there.has(id) ? 'receipt not heard' : 'not arrived')
        }
        if (found.drafts.size > 0) count('not sealed')
        count(`${victims} killed`)

        if (victims !== 'browser') server = await startServer(how)
        await finish(tablet)
        const after = await box()
        const fresh = [...after].filter(([id]) => !before.has(id))
        const payloads = await Promise.all(fresh.map(([, bytes]) => openWith(data, bytes)))
        const said = payloads.map(payload => JSON.stringify(payload.given.filter(one => one !== null)))
        const expected = given.map(answers => JSON.stringify(answers))
        expect(said.toSorted(), `round ${round + 1} of seed ${seed}`).toEqual(expected.toSorted())
      }
      const states = ['not sealed', 'not arrived', 'receipt not heard', 'receipt heard']
      // Two rounds can't meet every state.
      if (long)
        expect(
          states.filter(state => !met.has(state)),
          'what no kill fell into',
        ).toEqual([])
      figure({
        proof: `Real rounds on ${engine}`,
        done: `${ROUNDS} rounds with ${forms} forms, the browser's processes, the server or both killed in each`,
        reached: counted(met),
        came: `${forms} of ${forms} forms in the box, each once and as it was said`,
      })
    } finally {
      await tablet.kill().catch(() => undefined)
      await server.kill()
    }
  })
})

async function inPostgres(url: string): Promise<{ id: string; bytes: Uint8Array }[]> {
  const db = await openDatabase({ url, folder })
  const rows = await db.selectFrom('envelopes').select(['id', 'bytes']).execute()
  await db.destroy()
  return rows
}

async function start(profile: string, url: string): Promise<Browser> {
  for (const name of await readdir(profile)) if (name.startsWith('network-')) await rm(join(profile, name))
  const tablet = await openBrowser(profile)
  await tablet.page.goto(url)
  await heading(tablet.page, words.welcome.title).or(heading(tablet.page, words.curtain.title)).waitFor()
  return tablet
}

/** Fills forms; strikes as the last of them is sealed, or else as staff send them. */
async function use(
  { page }: Browser,
  forms: readonly (readonly (typeof codes)[number][])[],
  sealing: boolean,
  strike: () => void,
): Promise<void> {
  const { tap } = finger(page)
  page.setDefaultTimeout(30_000)
  for (const [n, answers] of forms.entries()) {
    await begin(page, byTouch)
    await give(page, byTouch, answers)
    await byTouch(button(page, words.bar.stop))
    const send = page.getByRole('button', { name: words.stop.send })
    await tap(send, sealing && n === forms.length - 1 ? strike : undefined)
    await heading(page, words.thanks.title).waitFor()
    await byTouch(button(page, words.thanks.done))
    await heading(page, words.welcome.title).waitFor()
  }
  await byTouch(button(page, words.welcome.staff))
  await heading(page, words.shift.title).waitFor()
  await tap(button(page, words.shift.send), strike)
}

/** Ends what waits, and sends all of it. */
async function finish({ page }: Browser): Promise<void> {
  page.setDefaultTimeout(30_000)
  const shift = heading(page, words.shift.title)
  if ((await heading(page, words.curtain.title).isVisible()) && (await draftIds(page)).length === 0)
    await byTouch(button(page, words.curtain.new))
  else if (await heading(page, words.curtain.title).isVisible()) {
    await byTouch(button(page, words.curtain.carry))
    await answer(page, 'sometimes').waitFor()
    await byTouch(button(page, words.bar.stop))
    await byTouch(page.getByRole('button', { name: words.stop.send }))
  }
  const done = button(page, words.thanks.done)
  await done.or(button(page, words.welcome.staff)).or(shift).first().waitFor()
  if (await done.isVisible()) await byTouch(done)
  if (!(await shift.isVisible())) await byTouch(button(page, words.welcome.staff))
  await shift.waitFor()
  await button(page, words.shift.send).tap({ force: true })
  await says(page, words.shift.none).waitFor()
  await byTouch(button(page, words.shift.back))
  await heading(page, words.welcome.title).waitFor()
}
