// One schedule from its first form to its last count, and the accounts that must add up.

import { expect } from 'vitest'
import { markOf, newSlip, slipHash } from '../../../src/envelope/slip.ts'
import type { Point } from '../../../src/server/count/count.ts'
import { boundSlip } from '../../../src/server/slip.ts'
import type { Ballot } from './house.ts'
import { type Befalls, line } from './line.ts'
import { type Pad, pad } from './pad.ts'
import { quick } from './quick.ts'
import type { Act } from './schedule.ts'

/** What the page's own globals are in a schedule: no clock drives it, and no lock is shared between tablets. */
export interface Globals {
  fetch: typeof fetch
  /** The tablet that asks for a lock now. */
  tablet: string
  /** Ends the locks of a tablet's window that fell. */
  release(tablet: string): void
  /** Resolves when no window talks to the server any more: one database is not taken away under two houses at once. */
  quiet(): Promise<void>
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

const randomTaps = () => newSlip(size => crypto.getRandomValues(new Uint8Array(size)))

let made = 0

/** Lets a schedule happen and checks its accounts after each thing and at the end. */
export async function happens(
  ballot: Ballot,
  acts: readonly Act[],
  globals: Globals,
  met: Met,
): Promise<void> {
  made += 1
  const pads: [Pad, Pad] = [
    pad(`one-${made}`, met.state, globals.release),
    pad(`two-${made}`, met.state, globals.release),
  ]
  let stretch: Befalls[] = []
  const wire = line(ballot, () => stretch.shift() ?? 'nothing', met.befalls)
  globals.fetch = wire.fetch
  globals.now = ballot.house.clock.now().getTime()
  const send = (which: Pad, tab: 0 | 1) => {
    globals.tablet = which.name
    return which.send(tab)
  }
  /** Forms whose slip somebody brought: whether the asking was written down, nobody who fell can know. */
  const asked = new Set<string>()
  const tampered = acts.some(one => 'line' in one && one.line.includes('our 422'))

  /** Days go by once what was begun has ended, so that no round lasts longer than a sent form is kept. */
  async function days(after: string, number: number, crash?: Point): Promise<boolean> {
    await globals.quiet()
    for (const tablet of pads) await nothingLost(tablet, asked, after)
    return ballot.days(number, crash)
  }

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
      case 'take back too late':
        await send(pads[one.of], 0)
        await days(one.do, 40)
        return act({ ...one, do: 'take back', line: [] })
      case 'take back':
      case 'take back, and the tablet falls': {
        const slips = [...pads[one.of].slips]
        const [id, taps] = slips[one.form % Math.max(1, slips.length)] ?? []
        if (!id || !taps) return
        globals.tablet = pads[one.on].name
        asked.add(id)
        met.end(`asked back: ${await pads[one.on].takeBack(taps, 'fate' in one ? one.fate : undefined)}`)
        return
      }
      case 'guess a slip':
        globals.tablet = pads[one.on].name
        met.end(`guessed: ${await pads[one.on].takeBack([...randomTaps()])}`)
        return
      case 'what was under way arrives':
        return wire.arrivesLate()
      case 'backup':
        await globals.quiet()
        return ballot.backup()
      case 'restore':
        await globals.quiet()
        met.end((await ballot.restore()) ? 'backup restored' : 'no backup to restore')
        return
      case 'restore from before it was sent':
        await act({ do: 'backup' })
        await pads[one.tablet].seal(false)
        await send(pads[one.tablet], 0)
        await days(one.do, one.days)
        return act({ do: 'restore' })
      case 'server restarts':
        await globals.quiet()
        return ballot.restart()
      case 'days':
        if (await days(one.do, one.days, one.crash)) met.end(`power went when ${one.crash}`)
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
      for (const tablet of pads) await nothingLost(tablet, asked, one.do)
    }
    stretch = []
    ballot.clock('right')
    await wire.arrivesLate()
    await heal(pads, ballot, send)
    await accounts(ballot, pads, { tampered, asked }, met)
    // All that is left is counted at last: what a count can't open was lost, however well it lay.
    await ballot.days(40)
    await accounts(ballot, pads, { tampered, asked }, met)
  } finally {
    for (const one of pads) await one.gone()
  }
}

/** A form is in its tablet's outbox from the seal on, until it was sent 35 days ago or is taken back. */
async function nothingLost(tablet: Pad, asked: ReadonlySet<string>, after: string): Promise<void> {
  const entries = new Map((await tablet.disk.outbox.toArray()).map(entry => [entry.digest, entry]))
  for (const [id, digest] of tablet.sealed) {
    const entry = entries.get(digest)
    if (!entry) expect(tablet.settled.has(id) || asked.has(id), `a form is lost after: ${after}`).toBe(true)
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
      waiting += (await one.withdrawals()).filter(({ state }) => state === 'asked').length
    }
    if (waiting === 0) return
    // Five unknown slips an hour: the others are asked for on another day.
    await ballot.days(1)
  }
  expect.fail('forms still wait, though nothing goes wrong any more')
}

/** Every form is in one place: the box, a count, or set aside with a reason that its schedule gave. */
async function accounts(
  ballot: Ballot,
  pads: readonly Pad[],
  { tampered, asked }: { tampered: boolean; asked: ReadonlySet<string> },
  met: Met,
): Promise<void> {
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
  const rows = (await Promise.all(pads.map(one => one.withdrawals()))).flat()
  expect(rows.filter(one => one.state === 'asked').length, 'slips without an answer').toBe(0)
  const noted = new Set((await db.selectFrom('withdrawals').select('slip').execute()).map(({ slip }) => slip))
  /** What is said of each form whose slip was brought: by the server, and by a tablet for 35 days. */
  async function word(tablet: Pad, id: string): Promise<string | undefined> {
    const taps = tablet.slips.get(id)
    if (!asked.has(id) || !taps) return undefined
    const slip = await slipHash(taps, ballot.ground.ward, quick.subtle)
    const said = rows.filter(one => one.slip === slip).map(one => one.state)
    if (noted.has(boundSlip(await markOf(slip, quick.subtle), ballot.ground.ward))) {
      expect(said, 'a form that the server took out').not.toContain('opened')
      return 'out of the box, or refused'
    }
    expect(new Set([...said, 'opened']), 'a form of which the server knows nothing').toEqual(
      new Set(['opened']),
    )
    return said.length > 0 ? 'opened' : undefined
  }
  const quarantined = new Set(aside.map(({ digest }) => digest))
  for (const tablet of pads) {
    expect((await tablet.drafts()).length, 'drafts that are left').toBe(0)
    const kept = new Map((await tablet.disk.outbox.toArray()).map(entry => [entry.digest, entry]))
    const reason = (digest: string) => {
      const entry = kept.get(digest)
      return entry && 'problem' in entry ? entry.problem : `none: ${entry?.state}`
    }
    const { sealed, sent, withdrawn, waiting, setAside } = await tablet.tally()
    if (tablet.strange.size === 0)
      expect(sealed, 'what the tablet counted').toBe(sent + withdrawn + waiting + setAside)
    for (const [id, digest] of tablet.sealed) {
      const said = await word(tablet, id)
      if (said) {
        met.end(`taken back: ${said}`)
        // What was said of it is so, and it is never both taken out and counted.
        expect(there.get(digest), `a form taken back: ${said}`).toBe(
          said === 'opened' ? 'counted' : undefined,
        )
        continue
      }
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
