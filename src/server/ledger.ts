// What the ledger knows and the database does not: a crash just before a commit, or a backup that was restored.

import { firstOfNextMonth } from './clock.ts'
import { erase } from './database/erase.ts'
import type { House } from './house.ts'
import { putKeysBack } from './keys.ts'
import { type CountEntry, lastBeat, readCounts, writeBeat } from './ledger/entries.ts'
import { audit } from './queries/audit.ts'
import { amendDay, closeDay, moveOn, publish, releaseOn, spend, takeOut } from './queries/counts.ts'
import { countMark, firstMark, readMark, setMark } from './queries/marks.ts'
import { organisationOf } from './queries/organisations.ts'
import { forgetSignIns } from './queries/sessions.ts'
import { inTransaction } from './queries/transaction.ts'
import { newId } from './secrets.ts'

/**
 * Brings the database up to the ledger and the keys; to be awaited before anything is served. A database that is behind the ledger was
 * restored: it gets a new epoch, so that tablets offer again what they sent. Throws LedgerError for a damaged ledger.
 */
export async function reconcile(house: House): Promise<void> {
  const [known, last] = [Number((await readMark(house.db, 'starts')) ?? 0), lastBeat(house.config.ledgerDir)]
  await catchUp(house)
  await putKeysBack(house)
  await firstMark(house.db, 'epoch', newId(house.random))
  if (known < last) {
    await inTransaction(house, async ({ db, random }) => {
      await setMark(db, 'epoch', newId(random))
      await forgetSignIns(db)
      await setMark(db, 'starts', String(last))
    })
  }
  await beat(house)
  await erase(house.db)
}

/** Counts one on in the database and then in the ledger, so that a restored database is behind the ledger. */
export async function beat(house: House): Promise<void> {
  writeBeat(house.config.ledgerDir, await countMark(house.db, 'starts'))
}

/** Does again whatever the ledger has and the database has not. */
export async function catchUp(house: House): Promise<void> {
  for (const entry of readCounts(house.config.ledgerDir)) {
    const day = { organisation: entry.organisation, box: entry.box, due: entry.due }
    if ((await releaseOn(house.db, day)) === entry.release.id) continue
    await inTransaction(house, within => again(within, entry))
  }
}

async function again(within: House, entry: CountEntry): Promise<void> {
  const { organisation, box, due, release, forms } = entry
  // An organisation made after the backup is not there to get its release back.
  if ((await organisationOf(within.db, organisation)) === undefined) return
  const day = { organisation, box, due }
  const first = await closeDay(within.db, day, release.id)
  const stands = first ? release.id : await releaseOn(within.db, day)
  if (stands === null) await amendDay(within.db, day, release.id)
  if (stands === null || first) await publish(within.db, { organisation, box, due, ...release })
  await spend(within.db, organisation, forms)
  await takeOut(
    within.db,
    organisation,
    forms.map(form => form.id),
  )
  await moveOn(within.db, day, firstOfNextMonth(due), true)
  if (first)
    await audit(within, organisation, 'count', `The box ${box} of ${due}: done again from the ledger.`)
}
