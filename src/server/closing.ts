// Boxes that stay closed: nobody is left unheard without being told, and nothing lies unread for ever.
//
//   a count day leaves forms in the box ─▶ since ── 3 months ─▶ told ── 9 months more, at the least ─▶ due to be erased
//        ▲                                                                                                    │
//        └── counted, or empty                                  looked at on 7 days, and no count about to open it ─▶ erased
//
// `since` is a day on which the box could have been counted, the first of a month, and never the day of an arrival: on a
// small ward that day would say whose form it was. Only forms that have lain for twelve months go; later ones stay.
//
// A clock that jumps on tells too early, which is taken back when it is set right, and erases nothing within a week.

import { closed } from '../improve/closed.ts'
import { monthsAfter } from '../improve/days.ts'
import { firstOfNextMonth, isDay, plusDays } from './clock.ts'
import type { House } from './house.ts'
import { writeErasure } from './ledger/entries.ts'
import { TO_ERASE } from './ledger.ts'
import { logError } from './log.ts'
import { audit } from './queries/audit.ts'
import { lockBoxes, NIGHTS, todayAt } from './queries/boxes.ts'
import { arrivedBefore, type Closing, closing, noteErased, setClosing } from './queries/closing.ts'
import { takeOut } from './queries/counts.ts'
import { readMark, setMark } from './queries/marks.ts'
import { inTransaction } from './queries/transaction.ts'

/** Months for which an envelope lies in its box at the least. */
const LIES = 12

/** Days on which a box must have been looked at before anything of it is erased; more while it says that it holds enough. */
const LOOKS = 7
const LOOKS_ENOUGH = 40

/** The points at which it may be watched, or ended by a test. */
export type Point = 'looked' | 'erased' | 'in the ledger'
export type Watch = (point: Point) => void | Promise<void>

/** Looks at every box; a box that fails is logged and left for the next round. `house.db` must be no transaction. */
export async function lookAtClosed(house: House, watch: Watch = () => undefined): Promise<void> {
  for (const box of await closing(house.db)) {
    try {
      await look(house, box, watch)
    } catch (error) {
      logError(`the box ${box.id} that stays closed`, error)
    }
  }
}

async function look(house: House, seen: Closing, watch: Watch): Promise<void> {
  if (!isDue(seen, todayAt(house, seen))) return
  await watch('looked')
  await inTransaction(house, async within => {
    // Whoever counts, sends or takes back has been before or comes after.
    await lockBoxes(within.db, seen.organisation, [seen.id])
    const [box] = await closing(within.db, seen)
    if (!box) return
    const today = todayAt(within, box)
    const { since, told } = standing(box, today)
    if (since !== box.closed_since || told !== box.told_on)
      await setClosing(within.db, box, { closed_since: since, told_on: told })
    const is = since === null ? undefined : stateOf(since, told, today)
    if (is === 'to be told') await tell(within, box, today)
    if (is === 'to be erased') await eraseIn(within, box, today, watch)
  })
}

/** Whether anything is to be written: most rounds find every box as it was. */
function isDue(box: Closing, today: string): boolean {
  const { since, told } = standing(box, today)
  if (since !== box.closed_since || told !== box.told_on) return true
  return since !== null && ['to be told', 'to be erased'].includes(stateOf(since, told, today))
}

const stateOf = (since: string, told: string | null, today: string) =>
  closed(told === null ? { since } : { since, told }, today).kind

/** Since when a box has stayed closed, and whether it was told of that; null for a box that is empty. */
function standing(box: Closing, today: string): { since: string | null; told: string | null } {
  const { oldest, closed_since: known, told_on } = box
  if (oldest === null) return { since: null, told: null }
  // A day to come, or none, is the word of a clock that jumped or of a spoilt row.
  const first = countDay(isDay(oldest) && oldest < today ? oldest : today)
  const lasts = known !== null && isDay(known) && known < first && !(box.counted && box.counted >= known)
  const since = lasts ? known : first
  const told = told_on !== null && isDay(told_on) && told_on >= since && told_on <= today ? told_on : null
  return { since, told }
}

/** The first day of a month on which what arrived on a day could have been counted. */
const countDay = (arrived: string): string => firstOfNextMonth(plusDays(arrived, NIGHTS - 1))

async function tell(within: House, box: Closing, today: string): Promise<void> {
  await setClosing(within.db, box, { told_on: today })
  await audit(within, box.organisation, 'box stays closed', `The box ${box.id}: its wards are told.`)
}

const looksOf = ({ organisation, id }: Closing): string => `to be erased ${organisation} ${id}`

/** Whether it has been due for long enough, by the days on which it was looked at: a clock that jumped on makes one of them. */
async function isRipe(within: House, box: Closing, today: string): Promise<boolean> {
  const [many = '', day = ''] = ((await readMark(within.db, looksOf(box))) ?? '').split(' ')
  const lasts = /^\d{1,4}$/.test(many) && day <= today && day >= plusDays(today, -LOOKS)
  const looks = lasts ? Number(many) + (day === today ? 0 : 1) : 1
  await setMark(within.db, looksOf(box), `${looks} ${today}`)
  // What is to be counted today is counted first: it may only be waiting for its key.
  return box.next_count > today && looks >= (box.enough === 1 ? LOOKS_ENOUGH : LOOKS)
}

async function eraseIn(within: House, box: Closing, today: string, watch: Watch): Promise<void> {
  if (!(await isRipe(within, box, today))) return
  const { organisation } = box
  const lain = ({ arrived_on }: { arrived_on: string }) =>
    !isDay(arrived_on) || monthsAfter(countDay(arrived_on), LIES) <= today
  const old = (await arrivedBefore(within.db, box, monthsAfter(today, -LIES))).filter(lain)
  await setMark(within.db, looksOf(box), '')
  await takeOut(
    within.db,
    organisation,
    old.map(({ id }) => id),
  )
  const forms = old.map(({ id, slip }) => ({ id, slip }))
  const gone = { organisation, box: box.id, on_day: today, forms }
  if (old.length > 0) await noteErased(within.db, gone)
  const [left = box] = await closing(within.db, box)
  const { since, told } = standing({ ...left, closed_since: null, told_on: box.told_on }, today)
  await setClosing(within.db, box, { closed_since: since, told_on: told })
  if (old.length === 0) return
  await setMark(within.db, TO_ERASE, 'yes')
  await audit(within, organisation, 'box erased', `The box ${box.id}: what lay there for a year, unread.`)
  await watch('erased')
  writeErasure(within.config.ledgerDir, { kind: 'erasure', ...gone })
  await watch('in the ledger')
}
