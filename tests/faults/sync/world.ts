// One schedule from its first form to its last count, and the accounts that must add up.

import { expect } from 'vitest'
import type { Ballot } from './house.ts'
import { type Befalls, line } from './line.ts'
import { type Pad, pad } from './pad.ts'
import type { Act } from './schedule.ts'

/** What the page's own globals are in a schedule: no clock drives it, and no lock is shared between tablets. */
export interface Globals {
  fetch: typeof fetch
  /** The tablet that asks for a lock now. */
  tablet: string
  /** Milliseconds by a tablet's own clock. */
  now: number
}

export interface Met {
  act(what: string): void
  befalls(what: Befalls): void
  state(what: string): void
  end(what: string): void
}

/** Rounds in which everything must have arrived once nothing goes wrong any more. */
const MOST_ROUNDS = 12
const clocks = { '1970': 30_000, '2038': Date.parse('2038-01-19T03:14:08Z') }

let made = 0

/** Lets a schedule happen and checks its accounts after each thing and at the end. */
export async function happens(
  ballot: Ballot,
  acts: readonly Act[],
  globals: Globals,
  met: Met,
): Promise<void> {
  made += 1
  const pads: [Pad, Pad] = [pad(`one-${made}`, met.state), pad(`two-${made}`, met.state)]
  let stretch: Befalls[] = []
  const wire = line(ballot, () => stretch.shift() ?? 'nothing', met.befalls)
  globals.fetch = wire.fetch
  globals.now = ballot.house.clock.now().getTime()
  const send = (which: Pad, tab: 0 | 1) => {
    globals.tablet = which.name
    return which.send(tab)
  }
  const tampered = acts.some(one => 'line' in one && one.line.includes('our 422'))

  async function act(one: Act): Promise<void> {
    stretch = 'line' in one ? [...one.line] : []
    switch (one.do) {
      case 'seal':
        for (let n = 0; n < one.forms; n += 1) await pads[one.tablet].seal(one.old)
        return
      case 'seal, and the tablet falls':
        return pads[one.tablet].seal(false, one.fate)
      case 'strange':
        return pads[one.tablet].put(one.what)
      case 'send':
        return send(pads[one.tablet], one.tab)
      case 'both tabs send':
        await Promise.all([send(pads[one.tablet], 0), send(pads[one.tablet], 1)])
        return
      case 'both tablets send':
        await Promise.all([send(pads[0], 0), send(pads[1], 0)])
        return
      case 'send, and the tablet falls':
        globals.tablet = pads[one.tablet].name
        if (await pads[one.tablet].falls(one.after, one.fate)) met.end(`tablet fell ${one.fate}`)
        return
      case 'what was under way arrives':
        return wire.arrivesLate()
      case 'backup':
        return ballot.backup()
      case 'restore':
        met.end((await ballot.restore()) ? 'backup restored' : 'no backup to restore')
        return
      case 'server restarts':
        return ballot.restart()
      case 'days':
        if (await ballot.days(one.days, one.crash)) met.end(`power went when ${one.crash}`)
        return
      case 'server clock':
        return ballot.clock(one.at)
      case 'tablet clock':
        globals.now = one.at === 'right' ? ballot.house.clock.now().getTime() : clocks[one.at]
        return
      case 'permission ends':
        return ballot.end((await pads[one.tablet].enrolment())?.tablet ?? '')
      case 'enrol again':
        return pads[one.tablet].enrol(ballot.code)
      case 'keys turn':
        return ballot.rotate()
    }
  }

  try {
    for (const one of pads) await one.enrol(ballot.code)
    for (const one of acts) {
      met.act(one.do)
      await act(one)
      for (const tablet of pads) await nothingLost(tablet, one.do)
    }
    stretch = []
    ballot.clock('right')
    await wire.arrivesLate()
    await heal(pads, ballot, send)
    await accounts(ballot, pads, tampered, met)
    // All that is left is counted at last: what a count can't open was lost, however well it lay.
    await ballot.days(40)
    await accounts(ballot, pads, tampered, met)
  } finally {
    for (const one of pads) await one.gone()
  }
}

/** A form is in its tablet's outbox from the seal on, until it was sent 35 days ago. */
async function nothingLost(tablet: Pad, after: string): Promise<void> {
  const entries = new Map((await tablet.disk.outbox.toArray()).map(entry => [entry.digest, entry]))
  for (const [id, digest] of tablet.sealed) {
    const entry = entries.get(digest)
    if (!entry) expect(tablet.settled.has(id), `a form is lost after: ${after}`).toBe(true)
    if (entry?.state === 'sent') tablet.settled.add(id)
  }
}

async function heal(pads: readonly Pad[], ballot: Ballot, send: (pad: Pad, tab: 0 | 1) => Promise<void>) {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let waiting = 0
    for (const one of pads) {
      await send(one, 0)
      if (one.ended()) {
        await one.enrol(ballot.code)
        await send(one, 0)
      }
      waiting += (await one.outbox.counts()).waiting
    }
    if (waiting === 0) return
  }
  expect.fail('forms still wait, though nothing goes wrong any more')
}

/** Every form is in one place: the box, a count, or set aside with a reason that its schedule gave. */
async function accounts(ballot: Ballot, pads: readonly Pad[], tampered: boolean, met: Met): Promise<void> {
  const { db } = ballot.house
  const lying = await db.selectFrom('envelopes').select(['id', 'digest']).execute()
  const spent = await db.selectFrom('spent').select(['id', 'digest']).execute()
  const aside = await db.selectFrom('quarantine').select(['digest', 'problem']).execute()
  const releases = await db.selectFrom('releases').select('base').execute()
  const both = [...lying, ...spent]
  expect(new Set(both.map(({ id }) => id)).size, 'a form is in two places').toBe(both.length)
  expect(
    releases.reduce((sum, { base }) => sum + base, 0),
    'forms of the releases',
  ).toBe(spent.length)

  const there = new Map(both.map(({ digest }) => [digest, 'in the box']))
  for (const { digest } of spent) there.set(digest, 'counted')
  const quarantined = new Set(aside.map(({ digest }) => digest))
  for (const tablet of pads) {
    expect((await tablet.drafts()).length, 'drafts that are left').toBe(0)
    const kept = new Map((await tablet.disk.outbox.toArray()).map(entry => [entry.digest, entry]))
    const reason = (digest: string) => {
      const entry = kept.get(digest)
      return entry && 'problem' in entry ? entry.problem : `none: ${entry?.state}`
    }
    for (const [id, digest] of tablet.sealed) {
      met.end(there.get(digest) ?? `set aside: ${reason(digest)}`)
      if (there.has(digest)) continue
      // A stranger who took a form's id, or one who speaks in our server's name: no other way leads aside.
      const allowed = [...(tablet.doubles.has(id) ? ['409.1'] : []), ...(tampered ? ['422.1'] : [])]
      expect(allowed, `a form that is nowhere: ${reason(digest)}`).toContain(reason(digest))
    }
    for (const [digest, what] of tablet.strange) {
      // Whoever comes first has the id; a count finds out that it is no form.
      if (!quarantined.has(digest) && !there.has(digest)) expect(reason(digest), what).toMatch(/^4\d\d\.\d$/)
      met.end(`${quarantined.has(digest) ? 'quarantined' : 'refused'}: ${what}`)
    }
  }
  const ours = new Set(pads.flatMap(one => [...one.strange.keys(), ...one.sealed.values()]))
  const earlier = new Set(ballot.ground.earlier)
  for (const { id, digest } of both)
    expect(earlier.has(id) || ours.has(digest), 'a form that nobody sealed').toBe(true)
  for (const one of aside) expect(ours, `${one.problem} in quarantine`).toContain(one.digest)
}
