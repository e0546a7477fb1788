// The power goes at random moments of whole forms: what the screen said was kept is there afterwards, and nothing is twice.

import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../fixtures/port.ts'
import { type Browser, openBrowser } from '../journeys/harness/browser.ts'
import { button, heading, welcome, words } from '../journeys/harness/person.ts'
import { type Served, startServer } from '../journeys/harness/serve.ts'
import { says, whole } from '../journeys/harness/shift.ts'
import { amount, seed } from './amounts.ts'
import { boxIds, openWith } from './box.ts'
import { chance } from './chance.ts'
import { figure } from './figures.ts'
import { lying } from './kill/lying.ts'
import { type Kind, kinds } from './kill/options.ts'
import { createOracle } from './kill/oracle.ts'
import { walk } from './kill/walk.ts'

const KILLS = amount('kills')
/** Milliseconds after a finger has come down within which the power goes. */
const moments = [15, 40, 120, 600]

let folder: string
let data: string
let server: Served
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equal-voice-kill-'))
  data = join(folder, 'server')
  server = await startServer({ at: '2026-03-10T10:00:00Z', data, port: await freePort() })
})
afterAll(async () => {
  await server.kill()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

describe('a tablet whose power goes', () => {
  it('has kept every answer that its screen said was kept, and every form that ended is in the box once', {
    timeout: 300_000 + KILLS * 20_000,
  }, async () => {
    const luck = chance(seed)
    const oracle = createOracle()
    const profile = join(folder, 'tablet')
    const before = new Set(boxIds(data))
    const fell = new Map<Kind, { times: number; said: number }>()
    const sums = { sealed: 0, unsealed: 0, erased: 0, takenBack: 0, whole: 0, missing: 0, unheard: 0 }
    let most = 0

    const tablet = await openBrowser(profile)
    await welcome(tablet.page, server.tabletLink)
    await whole(tablet.page)
    await tablet.close()

    /** Starts the tablet again, and holds what lies on its disk against what must. */
    async function again(after: string): Promise<Browser> {
      const started = await start(profile)
      const found = await lying(started.page, [...oracle.sealed.keys()])
      const box = new Set(boxIds(data))
      for (const { id, state } of found.outbox) {
        if (state === 'sent') expect(box, 'what has a receipt is in the box').toContain(id)
        else if (box.has(id)) sums.unheard += 1
      }
      const looked = await oracle
        .look(found, bytes => openWith(data, bytes))
        .catch(cause => {
          throw new Error(`${after} (seed ${seed}): ${cause.message}`, { cause })
        })
      for (const what of ['sealed', 'unsealed', 'erased', 'takenBack', 'missing'] as const)
        sums[what] += looked[what]
      sums.whole += looked.inFlight > 0 && looked.missing === 0 ? 1 : 0
      most = Math.max(most, looked.missing)
      return started
    }

    let now = await again('at first')
    let aims: Kind[] = []
    let kills = 0
    // What was aimed at and missed is aimed at again.
    for (; kills < KILLS || (missed(fell).length > 0 && kills < KILLS * 4); kills += 1) {
      if (aims.length === 0) aims = luck.shuffled(kills < KILLS ? kinds : missed(fell))
      const aim = aims.pop() ?? 'answer'
      const last = { kind: aim, said: false }
      await untilKilled(now, luck.below(luck.one(moments)), strike =>
        walk({ page: now.page, oracle, chance: luck, aim, strike, last }),
      )
      const { times, said } = fell.get(last.kind) ?? { times: 0, said: 0 }
      fell.set(last.kind, { times: times + 1, said: said + (last.said ? 1 : 0) })
      now = await again(`after kill ${kills + 1} at ${last.kind}`)
    }
    await sendAll(now)
    const mine = () =>
      boxIds(data)
        .filter(id => !before.has(id))
        .toSorted()
    // What was taken back leaves the box a moment later.
    await expect
      .poll(mine, { timeout: 60_000, message: 'every sealed form once, and nothing else' })
      .toEqual([...oracle.sealed.keys()].toSorted())
    await now.close()
    expect(missed(fell), 'what no kill fell into').toEqual([])
    const { sealed, unsealed, erased, takenBack, whole: kept, missing, unheard } = sums
    figure({
      proof: 'Kill',
      done: `${kills} SIGKILLs to a real Chromium, over ${sealed} forms to their seal`,
      reached: kinds
        .map(kind => `${kind} ${fell.get(kind)?.times} (said kept ${fell.get(kind)?.said})`)
        .join(', '),
      came: `0 answers lost that the screen had called kept; of kills with a tap in flight ${kept} had it on the disk, and ${missing} taps were missing, at most ${most} at once; ${sealed} forms in the box once each; ${unsealed} kills while sealing left the draft whole; ${erased} erased; ${takenBack} taken back, none of them in the box; ${unheard} envelopes in the box whose receipt was not heard`,
    })
  })
})

const missed = (fell: ReadonlyMap<Kind, unknown>): Kind[] => kinds.filter(kind => !fell.has(kind))

async function start(profile: string): Promise<Browser> {
  for (const name of await readdir(profile).catch(() => []))
    if (name.startsWith('network-')) await rm(join(profile, name), { force: true })
  const tablet = await openBrowser(profile)
  tablet.page.setDefaultTimeout(60_000)
  await tablet.page.goto(server.url)
  await heading(tablet.page, words.welcome.title).or(heading(tablet.page, words.curtain.title)).waitFor()
  return tablet
}

async function sendAll({ page }: Browser): Promise<void> {
  if (await button(page, words.curtain.new).isVisible()) await button(page, words.curtain.new).tap()
  await button(page, words.welcome.staff).tap()
  await heading(page, words.shift.title).waitFor()
  await button(page, words.shift.send).tap({ force: true })
  await says(page, words.shift.none).waitFor()
}

/** Lets somebody use a tablet until it is struck, and so many milliseconds more. */
async function untilKilled(
  tablet: Browser,
  after: number,
  use: (strike: () => void) => Promise<never>,
): Promise<void> {
  let killing: Promise<void> | undefined
  let struck = () => {}
  const striking = new Promise<void>(resolve => {
    struck = resolve
  })
  const used = use(() => {
    killing ??= new Promise<void>(late => setTimeout(late, after)).then(() => tablet.kill())
    struck()
  }).catch(error => {
    // Whatever breaks once the power is going breaks by that.
    if (!killing) throw error
  })
  await Promise.race([used, striking])
  await killing
  await used
}
