// Generated handovers in real Chromium: whoever comes next finds a tablet on which nobody seems to have been.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../fixtures/port.ts'
import { type Served, startServer } from '../journeys/harness/serve.ts'
import { amount, seed } from './amounts.ts'
import { counted, figure } from './figures.ts'
import { look, type Seen } from './handover/look.ts'
import { languages, leavings, type Somebody, somebody, stages } from './handover/people.ts'
import { type Handed, handed } from './handover/tablet.ts'

const times = amount('handovers')

let folder: string
let server: Served
let tablet: Handed
/** Each screen as it is where nobody has been. */
const untouched = new Map<string, Seen>()
const met = new Map<string, number>()
const meet = (what: string) => met.set(what, (met.get(what) ?? 0) + 1)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equal-voice-handovers-'))
  const how = { at: '2026-03-10T10:00:00Z', data: join(folder, 'data'), port: await freePort() }
  server = await startServer(how)
  tablet = await handed(server, folder)
  await tablet.toWelcome()
  await meets('welcome')
  await tablet.page().clock.fastForward(3_600_000)
  await tablet.at('curtain')
  await meets('curtain')
  await tablet.toWelcome()
  await begins()
}, 300_000)
afterAll(async () => {
  await tablet?.close()
  await server?.kill()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** The next person goes as far as the first statement, looks at everything on the way, and erases the form again. */
async function begins(): Promise<void> {
  await tablet.press('.page.welcome .onward button.main')
  await tablet.at('card')
  await meets('card')
  await tablet.press('.page.card .onward button.main')
  await tablet.at('form')
  await meets('form')
  await tablet.press('nav.bar button', 1)
  await tablet.press('.page.form .choices li > button', 2)
  await tablet.press('.page.erased .onward button.main')
  await tablet.at('welcome')
}

/** What a store may hold of somebody who has gone: never a word of these. */
const traces =
  /not-at-all|sometimes|all-the-time|skipped|eval-\d|"(?:pl|ur|easy|large|larger|largest|dark|contrast|light|peer|two|partner)"|"calm":true|"aloud":true/
const ofTheWard = /^settings: \{"name":"enrolment"/

/** What of a page can be compared line by line. */
const lines = ({ scene, markup, worn, fields, address, state }: Seen): string[] => [
  scene,
  worn,
  address,
  state,
  ...fields,
  ...markup,
]

/** Compares the screen with the untouched one; the first of its kind is the untouched one. */
async function meets(scene: string): Promise<void> {
  const seen = await look(tablet.page())
  const clean = untouched.get(scene)
  if (!clean) {
    // Whatever is loaded late has come by then.
    await tablet.page().waitForTimeout(1000)
    untouched.set(scene, await look(tablet.page()))
    return
  }
  // At once there is nothing on it that was not there where nobody had been, and soon it is the very same.
  const known = new Set(lines(clean))
  expect(
    lines(seen).filter(line => !known.has(line)),
    `what ${scene} shows too much`,
  ).toEqual([])
  await expect
    .poll(async () => without(lines(clean), lines(await look(tablet.page()))), {
      timeout: 5000,
      interval: 50,
    })
    .toEqual([])
  // A code that enrolled a tablet, and the words that it opens with, stand in its settings.
  const left = seen.kept.filter(row => !ofTheWard.test(row) && traces.test(row))
  expect(left, `what the stores of ${scene} hold`).toEqual([])
  expect(
    seen.kept.filter(row => ofTheWard.test(row)),
    'the ward of the tablet',
  ).toEqual(clean.kept.filter(row => ofTheWard.test(row)))
}

/** What one list has and the other has not, each thing as often as it stands there. */
function without(one: readonly string[], other: readonly string[]): string[] {
  const left = [...other]
  return one.filter(line => {
    const at = left.indexOf(line)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** Somebody curious carries a waiting form on: no earlier answer is chosen or listed; then it ends. */
async function carriesOn(by: Somebody): Promise<void> {
  const { page } = tablet
  await tablet.press('.page.welcome .drafts li button')
  if ((await tablet.at('form', 'gate')) === 'gate') {
    const times = by.gives.length * 2
    meet(times > 5 ? 'gate shut by five wrong guesses' : times > 0 ? 'gate guessed at' : 'gate passed by')
    await tablet.guesses(by, times)
    await tablet.without()
  }
  await page().waitForTimeout(30)
  const chosen = () => page().locator('.page.form input:checked').count()
  const leafs = async () => {
    for (let n = 0; n < 4; n += 1) {
      expect(await chosen(), 'an earlier answer is shown to whoever carries on').toBe(0)
      await tablet.press('.page.form .onward button:not(.main)')
      await page().waitForTimeout(15)
    }
  }
  await leafs()
  if (by.others) {
    const theirs = await tablet.through(by.others)
    meet(theirs ? 'came back through pictures of their own' : "came back to another's pictures")
    await page().waitForTimeout(30)
    await leafs()
  }
  await tablet.press('nav.bar button', 1)
  const send = page().locator('.page.form .choices li > button').first()
  await send.waitFor()
  if ((await send.getAttribute('aria-disabled')) === 'true') {
    await tablet.press('.page.form .choices li > button', 2)
    await tablet.press('.page.erased .onward button.main')
  } else {
    await tablet.press('.page.form .choices li > button', 0)
    await tablet.press('.page.thanks .onward button.main')
  }
  await tablet.at('welcome')
}

async function handover(by: Somebody): Promise<void> {
  const how = await tablet.used(by)
  meet(`left by ${how}`)
  meet(`from ${by.stage}`)
  meet(`in ${by.language}`)
  for (const way of ['easy', 'bigger', 'aloud', 'calm', 'theme', 'switches', 'helped'] as const)
    if (by[way]) meet(way)
  // Who is merely away leaves the curtain; who has ended, or left for good, may leave Welcome.
  const away = /idle|hidden|leave the slip|pause|keep/.test(how)
  const first = await (away ? tablet.at('curtain') : tablet.at('curtain', 'welcome'))
  // What waits is listed when the disk has said.
  await tablet.page().waitForTimeout(40)
  await meets(first)
  await tablet.toWelcome()
  await tablet.page().waitForTimeout(40)
  await meets('welcome')
  await begins()
  await meets('welcome')
  while ((await tablet.page().locator('.page.welcome .drafts li').count()) > 0) {
    meet('form carried on by the next person')
    await carriesOn(by)
    await meets('welcome')
  }
}

describe('whoever comes next', () => {
  it('sees no answer, language, manner or picture of whoever was here, however they left', async () => {
    let n = 0
    // Every way of leaving and every stage has its turn, however few the handovers are.
    const inTurn = (by: Somebody) => {
      const leaves = leavings[n % leavings.length] ?? by.leaves
      const stage = n % 3 === 0 ? (stages[(n / 3) % stages.length] ?? by.stage) : by.stage
      n += 1
      return handover({ ...by, leaves, stage })
    }
    await fc.assert(fc.asyncProperty(somebody, inTurn), { numRuns: times, seed, endOnFailure: true })
    figure({ proof: 'Second person', done: `${times} handovers`, reached: counted(met), came: '0 leaks' })
    for (const way of leavings) expect([...met.keys()], way).toContain(`left by ${way}`)
    for (const stage of stages) expect([...met.keys()], stage).toContain(`from ${stage}`)
    for (const tag of languages) expect([...met.keys()], tag).toContain(`in ${tag}`)
    for (const way of ['easy', 'bigger', 'aloud', 'calm', 'theme', 'switches', 'helped'])
      expect([...met.keys()]).toContain(way)
    for (const what of [
      'form carried on by the next person',
      'came back through pictures of their own',
      "came back to another's pictures",
    ])
      expect([...met.keys()]).toContain(what)
    expect([...met.keys()].some(what => what.startsWith('gate'))).toBe(true)
  }, 10_800_000)
})
