// What a tablet has counted since it was enrolled, each in the transaction of what it counts: so the counts add up to
// what lies here, whenever the power goes. sealed = sent + withdrawn + waiting + set aside.

import type { Tally } from '../protocol/tablet.ts'
import type { Database } from './database.ts'

/** The name under which the counts lie. */
export const TALLY = 'tally'

/** Forms sealed or brought in here, sent, taken back before they left, and erased after their hours. */
export type Counted = Pick<Tally, 'sealed' | 'sent' | 'withdrawn' | 'erased'>

type Tables = Pick<Database, 'settings' | 'outbox'>

const lying = ({ outbox }: Tables, state: string) => outbox.where('state').equals(state).count()

/**
 * Adds to one of the counts, inside the transaction of what it counts. A tablet of an earlier version has none yet: what
 * waits there is counted when they begin.
 */
export async function count(
  { settings }: Pick<Tables, 'settings'>,
  what: keyof Counted,
  by = 1,
): Promise<void> {
  const now = (await settings.get(TALLY))?.value as Counted | undefined
  if (now) await settings.put({ name: TALLY, value: { ...now, [what]: now[what] + by } })
}

/** Begins the counts anew, inside a transaction, with what waits or is set aside: for a tablet that is enrolled. */
export async function countAnew(tables: Tables): Promise<Counted> {
  const sealed = (await lying(tables, 'waiting')) + (await lying(tables, 'set-aside'))
  const value = { sealed, sent: 0, withdrawn: 0, erased: 0 }
  await tables.settings.put({ name: TALLY, value })
  return value
}

/** The counts beside what waits and is set aside, all of one moment. */
export const tallyOf = (tables: Tables & Pick<Database, 'write'>): Promise<Tally> =>
  tables.write(async () => {
    const held = (await tables.settings.get(TALLY))?.value as Counted | undefined
    const [waiting, setAside] = [await lying(tables, 'waiting'), await lying(tables, 'set-aside')]
    return { ...(held ?? (await countAnew(tables))), waiting, setAside }
  })
