// What the ledger knows and the database does not: a crash just before a commit, or a backup that was restored.

import { firstOfNextMonth } from './clock.ts'
import { erase } from './database/erase.ts'
import type { House } from './house.ts'
import { putKeysBack } from './keys.ts'
import {
  type BoxEntry,
  boxName,
  type CountEntry,
  countName,
  type ErasureEntry,
  erasureOf,
  lastBeat,
  readEntries,
  type WithdrawalEntry,
  withdrawalName,
  writeBeat,
} from './ledger/entries.ts'
import { log } from './log.ts'
import { audit } from './queries/audit.ts'
import { lockBoxes } from './queries/boxes.ts'
import { noteErased } from './queries/closing.ts'
import {
  amendDay,
  closeDay,
  heldSince,
  moveOn,
  publish,
  releaseOn,
  spend,
  takeOut,
} from './queries/counts.ts'
import { boxBack, hasBox, written } from './queries/ledger.ts'
import { changeMark, countMark, firstMark, readMark, setMark } from './queries/marks.ts'
import { todayOf } from './queries/organisations.ts'
import { forgetSignIns } from './queries/sessions.ts'
import { forgetStored } from './queries/tallies.ts'
import { inTransaction } from './queries/transaction.ts'
import { dropAside, isOpened, lyingUnder, noteWithdrawal } from './queries/withdrawals.ts'
import { newId } from './secrets.ts'

/**
 * The mark that says that bytes were deleted which may still stand in the database's files: set in the transaction that
 * deletes them, so that a crash forgets nothing, and empty when they are gone.
 */
export const TO_ERASE = 'to erase'

/** Beats of servers beside this one that may come between a look at the ledger and one at the database. */
const BESIDE = 5

// What another ledger knows this server could count or give back a second time, after a crash or a backup.
const lacking = (folder: string): string =>
  `Warning: the ledger in ${folder} lacks what this database has seen: it was lost, or other servers of this database ` +
  'write another one. They must share it: see LEDGER_DIR in docs/deployment.md.'

/**
 * Brings the database up to the ledger and the keys; to be awaited before anything is served. A database that is behind the ledger was
 * restored: it gets a new epoch, so that tablets offer again what they sent. Throws LedgerError for a damaged ledger.
 */
export async function reconcile(house: House): Promise<void> {
  // The ledger first: a server beside this one counts on in the database before it writes that down.
  const last = lastBeat(house.config.ledgerDir)
  const starts = await readMark(house.db, 'starts')
  // A number that can't be read is of no start: as after a restored backup, tablets offer again what they sent.
  const known = starts !== undefined && !/^\d{1,9}$/.test(starts) ? -1 : Number(starts ?? 0)
  if (known - last > BESIDE) log(lacking(house.config.ledgerDir))
  await catchUp(house, () => false)
  await putKeysBack(house)
  await firstMark(house.db, 'epoch', newId(house.random))
  if (known < last) {
    await inTransaction(house, async within => {
      await offerAgain(within)
      await forgetSignIns(within.db)
      await setMark(within.db, 'starts', String(last))
    })
  }
  await beat(house)
  await eraseNow(house)
}

/**
 * Has every tablet offer again what it sent in the last 35 days, in the transaction of a house: after a restored backup, and
 * when another database has taken over that may lack the last moments. What is there already counts once.
 */
export async function offerAgain({ db, random }: House): Promise<void> {
  await setMark(db, 'epoch', newId(random))
  await forgetStored(db)
}

/** After an erasure there is none for so many times as long as it took: who sends waits for it. */
const RESTS = 50
const resting = new WeakMap<House['db'], { readonly from: number; readonly until: number }>()

/**
 * Makes sure that what was counted, taken back or struck out is gone from the database's own files, if anything was: once for
 * all of it, since PostgreSQL writes a whole table for it while tablets wait.
 */
export async function eraseDeleted(house: House): Promise<void> {
  if (((await readMark(house.db, TO_ERASE)) ?? '') === '') return
  const began = house.clock.now().getTime()
  const rest = resting.get(house.db)
  // A clock that was set back makes nobody wait.
  if (rest && began >= rest.from && began < rest.until) return
  await eraseNow(house)
  const from = house.clock.now().getTime()
  resting.set(house.db, { from, until: from + RESTS * (from - began) })
}

// What is deleted meanwhile says yes again and is erased the next time, as is what a server had begun when it died.
async function eraseNow({ db }: House): Promise<void> {
  await setMark(db, TO_ERASE, 'begun')
  if (await erase(db)) await changeMark(db, TO_ERASE, 'begun', '')
  else log('What was deleted is still in the files of the database: somebody reads there. It is tried again.')
}

/** Counts one on in the database and then in the ledger, so that a restored database is behind the ledger. */
export async function beat(house: House): Promise<void> {
  writeBeat(house.config.ledgerDir, await countMark(house.db, 'starts'))
}

/**
 * Does again whatever the ledger has and the database has not. Entries that the database knows by their names are not read,
 * unless `passes` says otherwise: at a start all of them are.
 */
export async function catchUp(house: House, passes?: (name: string) => boolean): Promise<void> {
  for (const entry of readEntries(house.config.ledgerDir, passes ?? (await known(house)))) {
    if (entry.kind === 'box') await inTransaction(house, within => boxMade(within, entry))
    // A ward made after the backup is not there to get anything back, nor is its box.
    if (entry.kind === 'box' || !(await hasBox(house.db, entry))) continue
    if (entry.kind === 'withdrawal') await inTransaction(house, within => takenBack(within, entry))
    else if (entry.kind === 'erasure') await inTransaction(house, within => erasedAgain(within, entry))
    else if ((await releaseOn(house.db, entry)) !== entry.release.id)
      await inTransaction(house, within => counted(within, entry))
  }
}

async function known({ db }: House): Promise<(name: string) => boolean> {
  const { boxes, counts, erased, withdrawals } = await written(db)
  const names = new Set([
    ...boxes.map(boxName),
    ...counts.map(({ due, release }) => countName(due, release)),
    ...withdrawals.map(withdrawalName),
  ])
  const isDone = (at: ReturnType<typeof erasureOf>) =>
    at !== undefined && (erased.get(at.box) ?? '') >= at.on_day
  return name => names.has(name) || isDone(erasureOf(name))
}

// Its wards are counted as the backup has it until a leader says it again, and then in this very box.
async function boxMade(within: House, entry: BoxEntry): Promise<void> {
  if (await hasBox(within.db, entry)) return
  const as_of = await todayOf(within, entry.organisation)
  await boxBack(within.db, entry, { next_count: firstOfNextMonth(as_of), as_of })
}

// What was counted before the server could say that it is out was opened with the others.
async function takenBack(within: House, entry: WithdrawalEntry): Promise<void> {
  await lockBoxes(within.db, entry.organisation, [entry.box])
  if (await isOpened(within.db, entry)) return
  const lying = await lyingUnder(within.db, entry)
  if (lying.length === 1) await takeOut(within.db, entry.organisation, lying)
  await dropAside(within.db, entry)
  await noteWithdrawal(within.db, entry)
  await setMark(within.db, TO_ERASE, 'yes')
}

// What a backup brings back is no more read than it was, and its slips are answered as they were.
async function erasedAgain(within: House, { organisation, box, on_day, forms }: ErasureEntry): Promise<void> {
  await lockBoxes(within.db, organisation, [box])
  const back = await takeOut(
    within.db,
    organisation,
    forms.map(({ id }) => id),
  )
  await noteErased(within.db, { organisation, box, on_day, forms })
  if (back > 0) await setMark(within.db, TO_ERASE, 'yes')
}

async function counted(within: House, entry: CountEntry): Promise<void> {
  const { organisation, box, due, release, forms } = entry
  const day = { organisation, box, due }
  const first = await closeDay(within.db, day, release.id)
  const stands = first ? release.id : await releaseOn(within.db, day)
  if (stands === null) await amendDay(within.db, day, release.id)
  if (stands === null || first)
    await publish(within.db, {
      organisation,
      box,
      due,
      ...release,
      wards: release.wards ?? null,
      ...heldSince(release.held, due),
    })
  await spend(within.db, organisation, forms)
  await takeOut(
    within.db,
    organisation,
    forms.map(form => form.id),
  )
  await moveOn(within.db, day, firstOfNextMonth(due))
  await setMark(within.db, TO_ERASE, 'yes')
  if (first)
    await audit(within, organisation, 'count', `The box ${box} of ${due}: done again from the ledger.`)
}
