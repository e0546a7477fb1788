// Runs the loop: checks in, sends batch after batch, waits, and tells whoever listens how it goes.

import { endpoints } from '../protocol/endpoints.ts'
import { checkInReply, type Settings } from '../protocol/tablet.ts'
import { deliver, type Outbox, stuckBy } from './deliver.ts'
import type { Http } from './http.ts'
import { type Loop, type LoopEvent, loop, pause, still } from './loop.ts'
import { restored, type Standing } from './standing.ts'

export interface Pass {
  readonly token: string
  readonly sealsTo: string
}

/** What the loop needs of the tablet's disk. */
export interface Desk extends Outbox {
  /** The tablet's token and the id of the key that it seals to now; undefined while it is not enrolled. */
  pass(): Promise<Pass | undefined>
  waitingByKey(): Promise<Record<string, number>>
  known(): Promise<Omit<Standing, 'now'> | undefined>
  /** Puts sent envelopes, and those the server may know how to place now, back among the waiting ones. */
  offerAgain(): Promise<void>
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
    cancel()
    if (on(event).is === 'talking' && was !== 'talking') running = talk()
    return running
  }

  async function talk(): Promise<void> {
    let outcome: LoopEvent
    do {
      outcome = (await world.alone(round).catch(() => failed)) ?? { type: 'stuck', why: 'other-tab' }
    } while (on(outcome).is === 'talking')
    const { loop: now } = progress
    if (now.is === 'waiting' && !stopped) {
      cancel = world.later(() => void wake({ type: 'due' }), pause(now.failures, world.random))
    }
  }

  async function round(): Promise<LoopEvent> {
    const pass = await desk.pass()
    say({ arrived: 0, of: 0 })
    if (!pass) return { type: 'done' }
    return (await checkIn(pass)) ?? (await sendAll(pass))
  }

  async function checkIn({ token, sealsTo }: Pass): Promise<LoopEvent | undefined> {
    const waiting = await desk.waitingByKey()
    say({ of: sum(waiting) })
    const reply = await http.post(endpoints.checkIn, { waiting, sealsTo }, checkInReply, token)
    if (reply.is !== 'ok') return { type: 'stuck', why: stuckBy(reply) }
    const { settings, ...standing } = reply.body
    await learn(standing, settings)
    say({ of: sum(await desk.waitingByKey()) })
    return undefined
  }

  async function sendAll({ token }: Pass): Promise<LoopEvent> {
    for (;;) {
      const { loop: now } = progress
      const delivery = await deliver(desk, http, token, now.size, world.random)
      if (delivery.is === 'empty') return { type: 'done' }
      if (delivery.is === 'stuck') return { type: 'stuck', why: delivery.why }
      if (delivery.is === 'halve') on({ type: 'halve' })
      if (delivery.is === 'sent') {
        await learn(delivery.standing)
        const arrived = progress.arrived + delivery.arrived
        // A form sealed meanwhile goes with the others.
        say({ arrived, of: Math.max(progress.of, arrived) })
        on({ type: 'sent' })
      }
    }
  }

  async function learn(standing: Standing, settings?: Settings): Promise<void> {
    // The order matters: a crash between the two offers the envelopes once more, which is harmless.
    if (restored(await desk.known(), standing)) await desk.offerAgain()
    await desk.learn(standing, settings)
  }

  return {
    nudge: () => wake({ type: 'nudge' }),
    stop() {
      stopped = true
      cancel()
    },
  }
}

const failed: LoopEvent = { type: 'stuck', why: 'resting' }

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((a, b) => a + b, 0)
