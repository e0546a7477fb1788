// One tablet of a schedule: the real disk, outbox and loop behind two windows, which can fall at any write.

import type { Bytes } from '../../../src/envelope/bytes.ts'
import { digest, toHex } from '../../../src/envelope/bytes.ts'
import { writeHeader } from '../../../src/envelope/header.ts'
import { plainManner } from '../../../src/form/form.ts'
import { start, step } from '../../../src/form/step.ts'
import { evaluation } from '../../../src/instrument/evaluation.ts'
import { type Database, openDatabase } from '../../../src/store/database.ts'
import { createDrafts } from '../../../src/store/drafts.ts'
import { createOutbox } from '../../../src/store/outbox.ts'
import { createSettings } from '../../../src/store/settings.ts'
import { tallyOf } from '../../../src/store/tally.ts'
import { envelopeOf } from '../../../src/tablet/handover.ts'
import { createLine, type Line } from '../../../src/tablet/line.ts'
import type { TakenBack } from '../../../src/tablet/tablet.ts'
import { fakeHalves, outside } from '../../store/fakes.ts'
import { quick } from './quick.ts'
import type { Strange } from './schedule.ts'

/** When a tablet falls: just before the next commit of its disk, or just after it. */
export const fates = ['before its commit', 'after its commit'] as const
export type Fate = (typeof fates)[number]

const outline = {
  instrument: evaluation.id,
  version: evaluation.version,
  items: evaluation.items.map(({ id }) => id),
}

/** A form on which one statement was answered, and which was stopped and sent. */
function ended() {
  const [item = ''] = outline.items
  const given = step(start(outline, 'en', plainManner, 'nobody'), {
    type: 'choose',
    item,
    choice: 'sometimes',
  })
  const form = step(step(given, { type: 'stop' }), { type: 'send' })
  if (form.state !== 'ended') throw new Error('a form that did not end')
  return form
}

interface Tab {
  readonly database: Database
  readonly line: Line
  /** Writes until it falls; undefined while it stands. */
  falls: { after: number; fate: Fate } | undefined
  /** It has fallen: nothing of it runs on. */
  fell: boolean
  /** Resolves when it falls. */
  readonly fallen: Promise<void>
}

export type Pad = ReturnType<typeof pad>

/** A tablet that is not enrolled yet. `heard` tells each state of its loop; `released` that the locks of a window end. */
export function pad(name: string, heard: (state: string) => void, released: (name: string) => void) {
  const halves = fakeHalves()
  const disk = openDatabase(name)
  const memory = createSettings(disk)
  /** Ids of the forms that people sealed here, with the digest of each. */
  const sealed = new Map<string, string>()
  /** The six pictures of each form that has a slip. */
  const slips = new Map<string, readonly number[]>()
  /** What somebody put into the outbox that is no form, by digest. */
  const strange = new Map<string, Strange>()
  /** Ids of forms that somebody put other bytes under. */
  const doubles = new Set<string>()
  let confirmed = false
  let ended_ = false

  function open(): Tab {
    const { promise: fallen, resolve: tell } = Promise.withResolvers<void>()
    const real = openDatabase(name)
    const write: Database['write'] = async work => {
      if (tab.fell) return new Promise(() => undefined)
      const { falls } = tab
      if (falls && falls.after === 0 && falls.fate === 'before its commit') return fall()
      const done = await real.write(work)
      if (falls && falls.after === 0) return fall()
      if (falls) falls.after -= 1
      return done
    }
    // A window that has gone says nothing more, so that nothing after the write ever happens.
    const fall = () => {
      tab.fell = true
      tell()
      // Its locks end with it.
      released(name)
      return Promise.reject(new Error('the tablet fell'))
    }
    const database = { ...real, write }
    const line = createLine({
      database,
      memory: createSettings(database),
      ready: () => true,
      tell: ({ state }) => {
        heard(state.is === 'stuck' ? state.why : state.is)
        if (state.is === 'stuck') ended_ = state.why === 'permission-ended'
        if (state.is === 'arrived') ended_ = false
      },
      hear: (_, sure) => {
        confirmed ||= sure
      },
    })
    const tab: Tab = { database, line, falls: undefined, fell: false, fallen }
    return tab
  }
  const tabs: [Tab, Tab] = [open(), open()]

  /** A window that has fallen is opened again. */
  const stand = (n: 0 | 1): Tab => {
    if (tabs[n].fell || tabs[n].falls) {
      tabs[n].database.close()
      tabs[n] = open()
    }
    return tabs[n]
  }

  async function seal(old: boolean, fate?: Fate): Promise<void> {
    const known = await memory.enrolment()
    if (!known) throw new Error('a tablet without a ward')
    const settings = old ? { ...known.settings, envelopes: 1 } : known.settings
    const tab = stand(0)
    const drafts = createDrafts(tab.database, halves.halves, outside)
    const form = ended()
    const id = toHex(crypto.getRandomValues(new Uint8Array(16)))
    await drafts.open(id, { ...form, state: 'answering', place: { at: 'review' } })
    let { envelope, taps } = await envelopeOf(form, settings, confirmed ? new Date() : undefined, quick)
    if (fate) tab.falls = { after: 0, fate }
    await drafts.seal(id, envelope).catch(() => undefined)
    const waits = createDrafts(stand(0).database, halves.halves, outside)
    await waits.sweep()
    if ((await waits.list()).some(one => one.id === id)) {
      // The form waits on the disk; the person carries on and seals it again.
      await waits.read(id)
      ;({ envelope, taps } = await envelopeOf(form, settings, undefined, quick))
      await waits.seal(id, envelope)
    }
    sealed.set(envelope.id, envelope.digest)
    if (taps) slips.set(envelope.id, taps)
  }

  return {
    name,
    disk,
    sealed,
    slips,
    strange,
    doubles,
    seal,
    /** Forms that have had their receipt: after 35 days they leave the tablet. */
    settled: new Set<string>(),
    enrolment: memory.enrolment,
    /** Takes a form back with its six pictures; whether that was asked, as far as whoever asked can know. */
    async takeBack(taps: readonly number[], fate?: Fate): Promise<TakenBack | 'unasked'> {
      const tab = stand(0)
      if (fate) tab.falls = { after: 0, fate }
      const fallen = tab.fallen.then(() => 'unasked' as const)
      return Promise.race([tab.line.takeBack(taps).catch(() => 'unasked' as const), fallen])
    },
    withdrawals: async () => disk.withdrawals.toArray(),
    tally: () => tallyOf(disk),
    drafts: () => createDrafts(disk, halves.halves, outside).list(),
    outbox: createOutbox(disk),
    /** Whether the server has said that its permission ended. */
    ended: () => ended_,
    async enrol(code: () => Promise<string>): Promise<void> {
      const why = await stand(0).line.enrol(await code())
      if (why !== undefined) throw new Error(`a tablet could not be enrolled: ${why}`)
      ended_ = false
    },
    async send(n: 0 | 1): Promise<void> {
      const { line } = stand(n)
      await line.nudge()
      // How the round ended is told when the disk has said what waits.
      await line.tally()
    },
    /** Sends, and falls at a write; false when it made fewer than that. */
    async falls(after: number, fate: Fate): Promise<boolean> {
      const tab = stand(0)
      tab.falls = { after, fate }
      await Promise.race([tab.line.nudge().catch(() => undefined), tab.fallen])
      const { fell } = tab
      stand(0)
      return fell
    },
    /** Puts something into the outbox that no form became. */
    async put(what: Strange): Promise<void> {
      const known = await memory.enrolment()
      if (!known) return
      const entry = await strangeOf(what, known.settings.ward.id, known.settings.key.id, [...sealed.keys()])
      strange.set(entry.digest, what)
      if (sealed.has(entry.id)) doubles.add(entry.id)
      await disk.write(() => disk.outbox.put({ ...entry, state: 'waiting' }))
    },
    async gone(): Promise<void> {
      for (const tab of tabs) {
        tab.fell = true
        tab.database.close()
      }
      disk.close()
      indexedDB.deleteDatabase(name)
    },
  }
}

async function strangeOf(what: Strange, ward: string, key: string, ids: readonly string[]) {
  const fresh = toHex(crypto.getRandomValues(new Uint8Array(16)))
  const id = what === 'same id, other bytes' ? (ids[0] ?? fresh) : fresh
  const header = {
    id,
    ward: what === 'another ward' ? 'elsewhere' : ward,
    key: what === 'another key' ? 'ffffffffffffffff' : key,
  }
  const sealed = crypto.getRandomValues(new Uint8Array(1617))
  const bytes: Bytes =
    what === 'no envelope'
      ? new Uint8Array(Buffer.from(`not an envelope ${fresh}`))
      : new Uint8Array([...writeHeader(header), ...sealed])
  if (what === 'newer') bytes[2] = 9
  return { ...header, bytes, digest: await digest(bytes, crypto.subtle) }
}
