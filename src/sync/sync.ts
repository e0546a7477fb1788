// Runs the loop: checks in, asks for forms that were taken back, sends batch after batch, waits, and tells whoever
// listens how it goes.

import { tabletPaths } from '../protocol/paths.ts'
import { checkInReply, type Settings, type Tally, tallyReply } from '../protocol/tablet.ts'
import { deliver, type Outbox, stuckOn } from './deliver.ts'
import type { Http } from './http.ts'
import { type Loop, type LoopEvent, loop, pause, still } from './loop.ts'
import { restored, type Standing } from './standing.ts'
import type { Asked, Slips } from './withdraw.ts'

export interface Pass {
  readonly token: string
  readonly sealsTo: string
  /** The newest version of an envelope that the server took when it was last heard; 1 where it did not say. */
  readonly takes?: number
  /** Forms that somebody has begun here: they wait to be sealed to that key. */
  readonly begun?: number
}

/** What the loop needs of the tablet's disk. */
export interface Desk extends Outbox {
  /** The tablet's token and the id of the key that it seals to now; undefined while it is not enrolled. */
  pass(): Promise<Pass | undefined>
  waitingByKey(): Promise<Record<string, number>>
  /** What this tablet has counted. */
  tally(): Promise<Tally>
  readonly slips: Slips
  known(): Promise<Omit<Standing, 'now'> | undefined>
  /** Puts sent envelopes, and those the server may know how to place now, back among the waiting ones. */
  offerAgain(): Promise<void>
  /** Puts envelopes that were too new for the server back among the waiting ones. */
  offerNewer(): Promise<void>
  /** Commits what the server said of itself and, where it did, of the ward. */
  learn(standing: Standing, settings?: Settings): Promise<void>
}

/** What the outside lends: `alone` runs the work unless another tab is at it, then resolves to undefined. */
export interface World {
  random(): number
  alone<T>(work: () => Promise<T>): Promise<T | undefined>
  later(work: () => void, milliseconds: number): () => void
}

export interface Progress {
  readonly loop: Loop
  readonly arrived: number
  readonly of: number
}

export interface Sync {
  /** Talks to the server now; resolves when this round has ended, well or not. */
  nudge(): Promise<void>
  stop(): void
}

export function createSync(desk: Desk, http: Http, world: World, tell: (progress: Progress) => void): Sync {
  let progress: Progress = { loop: still, arrived: 0, of: 0 }
  let cancel = () => {}
  let stopped = false
  let running: Promise<void> = Promise.resolve()
  /** What the round has still to come back to: an answer that was none, and one that is not to be had yet. */
  let amiss = false
  let unanswered = false
  /** Whether everything was offered again in this round. */
  let offered = false

  function say(change: Partial<Progress>): void {
    progress = { ...progress, ...change }
    tell(progress)
  }

  function on(event: LoopEvent): Loop {
    say({ loop: loop(progress.loop, event) })
    return progress.loop
  }

  function wake(event: { type: 'nudge' } | { type: 'due' }): Promise<void> {
    if (stopped) return running
    const was = progress.loop.is
    if (on(event).is === 'talking' && was !== 'talking') {
      cancel()
      running = talk()
    }
    return running
  }

  async function talk(): Promise<void> {
    let outcome: LoopEvent
    // What arrived in a round stays said in the one that somebody asked for meanwhile: staff wait for that proof.
    say({ arrived: 0, of: 0 })
    do {
      outcome = (await world.alone(round).catch(() => failed)) ?? { type: 'stuck', why: 'other-tab' }
    } while (on(outcome).is === 'talking')
    const { loop: now } = progress
    if (stopped) return
    if (now.is === 'waiting')
      cancel = world.later(() => void wake({ type: 'due' }), pause(now.failures, world.random, now.after))
    else if (unanswered) cancel = world.later(() => void wake({ type: 'nudge' }), HOUR)
  }

  /** What is said each round, in its order: each says all it has to, or why nothing more can be said now. */
  const steps = [checkIn, takeOut, sendAll, addUp, hear]

  async function round(): Promise<LoopEvent> {
    const pass = await desk.pass()
    amiss = false
    unanswered = false
    offered = false
    for (const step of pass ? steps : []) {
      const stuck = pass && (await step(pass))
      if (stuck) return stuck
    }
    return amiss ? failed : { type: 'done' }
  }

  async function checkIn({ token, sealsTo, takes = 1, begun = 0 }: Pass): Promise<LoopEvent | undefined> {
    const waiting = await desk.waitingByKey()
    const { arrived } = progress
    say({ of: arrived + sum(waiting) })
    // Who has begun was told with whom they are counted: the server says nothing else of it while anybody waits.
    const all = { ...waiting, [sealsTo]: (waiting[sealsTo] ?? 0) + begun }
    const reply = await http.post(tabletPaths.checkIn, { waiting: all, sealsTo }, checkInReply, token)
    if (reply.is !== 'ok') return { type: 'stuck', ...stuckOn(reply) }
    const { settings, ...standing } = reply.body
    // As with a restored server: what is offered once too often is harmless.
    if (settings.envelopes > takes) await desk.offerNewer()
    await learn(standing, settings)
    say({ of: arrived + sum(await desk.waitingByKey()) })
    return undefined
  }

  /** A server that does not answer for slips never keeps the forms waiting. */
  async function takeOut({ token }: Pass): Promise<LoopEvent | undefined> {
    const said = await askFor(token).catch(() => ({ is: 'amiss' as const }))
    if (said.is === 'stuck') return { type: 'stuck', why: said.why }
    amiss ||= said.is === 'amiss'
    unanswered = said.is === 'later'
    return undefined
  }

  /** What asks for them is loaded where there are any. */
  async function askFor(token: string): Promise<Asked> {
    if ((await desk.slips.unanswered()).length === 0) return { is: 'said' }
    const { withdraw } = await import('./withdraw.ts')
    return withdraw(desk.slips, http, token, learn)
  }

  async function sendAll({ token }: Pass): Promise<LoopEvent | undefined> {
    let { arrived } = progress
    let aside = 0
    for (;;) {
      const { loop: now } = progress
      const delivery = await deliver(desk, http, token, now.size, world.random)
      // Of a batch of which nothing was heard it may be the size that the line did not bear.
      if (delivery.is === 'halve' || (delivery.is === 'stuck' && delivery.why === 'no-signal'))
        on({ type: 'halve' })
      if (delivery.is === 'stuck') return { ...delivery, type: 'stuck' }
      if (delivery.is === 'set-aside') aside += delivery.setAside
      if (delivery.is === 'sent') {
        await learn(delivery.standing)
        arrived += delivery.arrived
        aside += delivery.setAside
      }
      // A form sealed meanwhile goes with the others, and one that was taken back is none of them.
      say({ arrived, of: arrived + aside + sum(await desk.waitingByKey()) })
      if (delivery.is === 'sent' && !amiss) on({ type: 'sent' })
      if (delivery.is === 'empty') return undefined
    }
  }

  /** For the server to compare. All has been said by then: one that does not take it is told again in the next round. */
  async function addUp({ token }: Pass): Promise<undefined> {
    await http.post(tabletPaths.tallies, await desk.tally(), tallyReply, token)
  }

  /** What the server kept to itself while something waited. All of it has arrived, whatever it says now. */
  async function hear(): Promise<undefined> {
    const pass = progress.arrived > 0 && (await desk.pass())
    if (pass) await checkIn(pass)
  }

  async function learn(standing: Standing, settings?: Settings): Promise<void> {
    const forgot = restored(await desk.known(), standing)
    // One that forgets with every reply would be offered everything for ever: what it said last is believed by no later round.
    const restless = forgot && offered
    amiss ||= restless
    // The order matters: a crash between the two offers the envelopes once more, which is harmless.
    if (forgot && !offered) await desk.offerAgain()
    offered ||= forgot
    await desk.learn(restless ? { ...standing, epoch: '' } : standing, settings)
  }

  return {
    nudge: () => wake({ type: 'nudge' }),
    stop() {
      stopped = true
      cancel()
    },
  }
}

/** Milliseconds after which slips are asked for again that the server would not or could not answer for. */
const HOUR = 3_600_000

const failed: LoopEvent = { type: 'stuck', why: 'resting' }

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((a, b) => a + b, 0)
