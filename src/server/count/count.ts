// The count: opens a box when its day has come, once, and publishes one release or nothing.
//
//   due ─▶ take (open in memory) ─▶ too few ─▶ the day is done, the envelopes stay
//            ▲                └──▶ one transaction: day, release, spent ids, envelopes out ─▶ ledger ─▶ commit
//            └── the box has changed meanwhile ──┘ rolled back
//
// What was taken out is erased from the database's files once, when all boxes of the day are done (daily.ts).
// After a crash anywhere the box is either as it was or counted: what is in the ledger is done again by the next start.

import { type Release, release } from '../../results/release.ts'
import { type Signal, signalOf } from '../../results/signals.ts'
import { firstOfNextMonth } from '../clock.ts'
import type { House } from '../house.ts'
import { writeCount } from '../ledger/entries.ts'
import { catchUp, TO_ERASE } from '../ledger.ts'
import { log } from '../log.ts'
import { audit } from '../queries/audit.ts'
import { type Box, lastArrival, lying, wardsIn } from '../queries/boxes.ts'
import {
  closeDay,
  heldSince,
  moveOn,
  publish,
  putAside,
  releaseOn,
  spend,
  takeOut,
} from '../queries/counts.ts'
import { setMark } from '../queries/marks.ts'
import { organisationOf } from '../queries/organisations.ts'
import { inTransaction } from '../queries/transaction.ts'
import { newId } from '../secrets.ts'
import { type Taken, take } from './take.ts'

/** A day of a box that is done: with a release's id, or without one. */
export interface Counted {
  readonly organisation: string
  readonly box: string
  readonly due: string
  readonly release: string | null
}

/** The points at which a count may be watched, or ended by a test. */
export type Point = 'opened' | 'taken out' | 'in the ledger' | 'committed'
export type Watch = (point: Point) => void | Promise<void>

class Changed extends Error {
  override name = 'Changed'
}

const TRIES = 5

/** Counts a box for one day of it, starting over when the box changes meanwhile. Throws KeyMissing. */
export async function countUntilDone(house: House, box: Box, due: string, watch: Watch): Promise<Counted> {
  for (let tries = 1; ; tries++) {
    try {
      return await countOnce(house, box, due, watch)
    } catch (error) {
      if (tries === TRIES || !(error instanceof Changed || isBusy(error))) throw error
      // Should the ledger have it already, it must not be counted a second time under another name.
      await catchUp(house)
    }
  }
}

async function countOnce(house: House, box: Box, due: string, watch: Watch): Promise<Counted> {
  const day = { organisation: box.organisation, box: box.id, due }
  const before = await releaseOn(house.db, day)
  if (before !== undefined) return { ...day, release: before }
  const taken = await take(house, box, due)
  await watch('opened')
  await tidy(house, box, taken)
  const found = release(taken.instrument, taken.totals, due, box.threshold)
  const id = found ? newId(house.random) : null
  const first = await inTransaction(house, async within => {
    if (!(await closeDay(within.db, day, id))) return false
    await moveOn(within.db, day, firstOfNextMonth(due))
    if (found && id) await commit(within, { id, found, box, taken }, watch)
    else await audit(within, box.organisation, 'count', `The box ${box.id} of ${due}: nothing published.`)
    return true
  })
  if (!first) return { ...day, release: (await releaseOn(house.db, day)) ?? null }
  await watch('committed')
  if (taken.waiting > 0) log(`The box ${box.id} holds forms of another version: they wait for its next day.`)
  return { ...day, release: id }
}

/** Everything of a published count but its day; the ledger comes last, when only the commit can still fail. */
async function commit(
  within: House,
  { id, found, box, taken }: { id: string; found: Release; box: Box; taken: Taken },
  watch: Watch,
): Promise<void> {
  const { organisation } = box
  const { base, due } = found
  const { forms } = taken
  const held = await signOf(within, box, taken)
  const out = await takeOut(
    within.db,
    organisation,
    forms.map(form => form.id),
  )
  const left = await lying(within.db, box, lastArrival(due))
  const noted = await spend(within.db, organisation, forms)
  if (out !== forms.length || noted !== forms.length || left !== taken.waiting) throw new Changed()
  const body = JSON.stringify(found)
  const wards = JSON.stringify((await wardsIn(within.db, box)).map(({ name }) => name))
  await publish(within.db, { organisation, id, box: box.id, due, base, body, wards, ...heldSince(held, due) })
  const what = held ? `held (${held})` : `published, base ${base}`
  await audit(within, organisation, 'count', `The box ${box.id} of ${due}: ${what}.`)
  await setMark(within.db, TO_ERASE, 'yes')
  await watch('taken out')
  const said = { id, base, body, wards, ...(held && { held }) }
  const entry = { kind: 'count', organisation, box: box.id, due, release: said, forms } as const
  writeCount(within.config.ledgerDir, entry)
  await watch('in the ledger')
}

/** The sign for which an advocate is to look first; a demonstration's forms are made up and never held. */
async function signOf({ db }: House, box: Box, { arrived }: Taken): Promise<Signal | null> {
  if ((await organisationOf(db, box.organisation))?.demonstration === 1) return null
  const wards = await wardsIn(db, box)
  return signalOf(
    arrived,
    wards.map(({ beds }) => beds ?? undefined),
  )
}

/** Puts aside what is no form of this box, and drops what was counted before and offered again. */
async function tidy(house: House, box: Box, { strange, again }: Taken): Promise<void> {
  if (strange.length + again.length === 0) return
  await inTransaction(house, async within => {
    for (const { id, problem } of strange) await putAside(within.db, box.organisation, id, problem)
    await takeOut(within.db, box.organisation, again)
    await setMark(within.db, TO_ERASE, 'yes')
    if (strange.length > 0)
      await audit(within, box.organisation, 'quarantine', `The box ${box.id}: ${strange.length} put aside.`)
  })
}

// SQLite in another process holds the lock for longer than its timeout.
const isBusy = (error: unknown): boolean => error instanceof Error && /database is locked/.test(error.message)
