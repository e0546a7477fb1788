// One turn of a contender: its tablet is started without a network, then emptied and filled over a slow line, then answered on.

import type { Page } from 'playwright-core'
import { evaluation } from '../../../src/instrument/evaluation.ts'
import type { Sample } from '../harness/rounds.ts'
import { contenders, type Name } from './contenders.ts'
import { erase, finish, rows } from './ours.ts'
import { answerAll, heap, open, openFirst, settled, slow, switchOn } from './tablet.ts'

const items = evaluation.items.length

/** Milliseconds in which somebody reads. */
const READS = 2000

declare global {
  interface Window {
    /** Of a page that is built here: how many answers it has. */
    readonly answers?: () => number | Promise<number>
  }
}

/** Where a contender is, and on what. */
export interface Place {
  readonly name: Name
  readonly url: string
  readonly profile: string
}

/** A tablet on which it has never been opened gets it, as fast as this machine can. */
export async function install({ name, url, profile }: Place): Promise<void> {
  const tablet = await switchOn(profile, contenders[name].way, true)
  await open(tablet, url)
  await settled(tablet)
  if (name === 'ours') await erase(tablet.page)
  await tablet.off()
}

/** The tablet is switched on where there is no network: milliseconds to the first screen, and to the first statement. */
export async function start({ name, url, profile }: Place): Promise<{ screen: number; statement: number }> {
  const tablet = await switchOn(profile, contenders[name].way, false)
  try {
    await slow(tablet, true)
    const times = await open(tablet, url)
    const { statement = Number.NaN } = times
    await slow(tablet, false)
    if (name === 'ours') await erase(tablet.page)
    return { screen: Math.min(...Object.values(times)), statement }
  } finally {
    await tablet.off()
  }
}

/** Throws where answers were lost: on the disk for those that store them, else in the page. */
async function proven(name: Name, page: Page): Promise<void> {
  const found =
    name === 'ours' ? await rows(page, 'rows') : await page.evaluate(() => window.answers?.() ?? 0)
  // A row a tap, one for the form's beginning, and one for each Continue.
  const right = name === 'ours' ? found > items : found === items
  if (!right) throw new Error(`${name} has ${found} of ${items} answers`)
}

/** The whole turn, with every figure of it. */
export async function turn(place: Place): Promise<Sample> {
  const { name, url, profile } = place
  const { way, end } = contenders[name]
  const offline = await start(place)
  const tablet = await switchOn(profile, way, true)
  try {
    await slow(tablet, true)
    const { times, line } = await openFirst(tablet, url, name === 'ours')
    // Whoever reads a statement gives what is loaded for later the time to come: a tap is measured, and no loading.
    await settled(tablet)
    await tablet.page.waitForTimeout(READS)
    const { p95, taps } = await answerAll(tablet, way, items)
    await proven(name, tablet.page)
    const held = await heap(tablet)
    await slow(tablet, false)
    if (name === 'ours') await finish(tablet.page)
    return {
      code: line.code,
      all: line.all,
      screen: Math.min(...Object.values(times)),
      first: times.statement ?? Number.NaN,
      offlineScreen: offline.screen,
      offline: offline.statement,
      p95,
      heap: held,
      taps: Object.keys(times).length - 1 + taps + end,
    }
  } finally {
    await tablet.off()
  }
}
