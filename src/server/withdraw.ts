// Taking a form back: out of its box while that is closed, and kept for when it comes if it is not here yet.
//
//   asked ─▶ five unknown ones from this tablet in this hour ──────────▶ too-many, whatever it is
//        ├─▶ one envelope in the box ─▶ out, and noted ────────────────▶ taken-out
//        ├─▶ two by chance ─▶ neither: whose it is can't be known ─────▶ kept
//        ├─▶ asked for before ─▶ what was said then
//        ├─▶ counted ──────────────────────────────────────────────────▶ opened
//        ├─▶ put aside ─▶ dropped, and noted ──────────────────────────▶ taken-out
//        └─▶ unknown ─▶ counted, and noted for when it comes ──────────▶ kept
//
// What is asked with is a slow hash; envelopes have its mark alone, so that to have one is no permission to take it out.
//
// The box is locked first: whatever comes in at the same moment has then either been seen here or sees what was noted,
// and a count that has opened the box finds it changed. The ledger comes last, when only the commit can still fail.

import { markOf } from '../envelope/slip.ts'
import type { Withdrawal } from '../protocol/tablet.ts'
import type { Withdrawals } from './database/schema.ts'
import type { House } from './house.ts'
import { type WithdrawalEntry, writeWithdrawal } from './ledger/entries.ts'
import { TO_ERASE } from './ledger.ts'
import { audit } from './queries/audit.ts'
import { lockBoxes } from './queries/boxes.ts'
import { takeOut } from './queries/counts.ts'
import { setMark } from './queries/marks.ts'
import { todayOf } from './queries/organisations.ts'
import type { EnrolledTablet } from './queries/tablets.ts'
import { boxesOfWard } from './queries/together.ts'
import { countSlip, mayTrySlip } from './queries/tries.ts'
import { wardOf } from './queries/wards.ts'
import {
  dropAside,
  isOpened,
  lyingUnder,
  noteWithdrawal,
  type SlipAt,
  withdrawn,
} from './queries/withdrawals.ts'
import { refuse } from './refusal.ts'
import { boundSlip } from './slip.ts'

/** The points at which it may be watched, or ended by a test. */
export type Point = 'taken back' | 'in the ledger'

/** Takes forms back in the transaction of `house`: each word stands in its slip's place, under it as it was asked. */
export async function withdraw(
  house: House,
  tablet: EnrolledTablet,
  slips: readonly string[],
  watch: (point: Point) => void | Promise<void> = () => undefined,
): Promise<Withdrawal[]> {
  const { organisation } = tablet
  const ward = await wardOf(house.db, organisation, tablet.ward)
  if (!ward) throw refuse('401.1')
  // It may lie in a box of before, or come into one.
  const boxes = [tablet.box, ...(await boxesOfWard(house.db, organisation, ward.id))]
  await lockBoxes(house.db, organisation, boxes)
  const on_day = await todayOf(house, organisation)
  const words: Withdrawal[] = []
  const entries: WithdrawalEntry[] = []
  for (const slip of slips) {
    const at: SlipAt = { organisation, slip: boundSlip(await markOf(slip, crypto.subtle), ward.id) }
    const { is, note } = await judge(house, tablet, at)
    words.push({ slip, is })
    if (note === undefined) continue
    const entry = { kind: 'withdrawal', ...at, box: tablet.box, state: note, on_day } as const
    await noteWithdrawal(house.db, entry)
    entries.push(entry)
  }
  if (entries.some(({ state }) => state === 'taken-out')) await setMark(house.db, TO_ERASE, 'yes')
  await audit(house, organisation, 'withdrawals', String(slips.length))
  await watch('taken back')
  for (const entry of entries) writeWithdrawal(house.config.ledgerDir, entry)
  await watch('in the ledger')
  return words
}

interface Judged {
  readonly is: Withdrawal['is']
  /** What is to be written down; undefined where nothing changes. */
  readonly note?: Withdrawals['state']
}

async function judge(house: House, tablet: EnrolledTablet, at: SlipAt): Promise<Judged> {
  const { db } = house
  const before = (await withdrawn(db, at.organisation, [at.slip])).get(at.slip)
  // What was asked for before is no guess. Of anything else a guesser would learn by a right one that it is right.
  if (before === undefined && !(await mayTrySlip(house, tablet))) return { is: 'too-many' }
  const lying = await lyingUnder(db, at)
  if (lying.length > 1) return { is: 'kept' }
  // A count may take it between the look and the deletion: then it is opened.
  if ((await takeOut(db, at.organisation, lying)) === 1) {
    await dropAside(db, at)
    return { is: 'taken-out', note: 'taken-out' }
  }
  if (before) return { is: before }
  if (await isOpened(db, at)) return { is: 'opened' }
  if (await dropAside(db, at)) return { is: 'taken-out', note: 'taken-out' }
  await countSlip(house, tablet)
  return { is: 'kept', note: 'kept' }
}
