// A demonstration shows every draft, so that it can be looked at before anybody asks for permission.

import type { House } from '../house.ts'
import { readMark, setMark } from '../queries/marks.ts'
import { firstOrganisation } from '../queries/organisations.ts'
import { inTransaction } from '../queries/transaction.ts'
import { servicesOf } from '../queries/wards.ts'
import { switchable, switchWording } from '../wordings.ts'

/** Ids of what was switched on once: what somebody then switched off stays off. */
const SHOWN = 'demonstration wordings'

/** Switches on what this version brings anew, in every service of the demonstration; elsewhere nothing happens. */
export const showDrafts = (house: House): Promise<void> =>
  inTransaction(house, async within => {
    const organisation = await firstOrganisation(within.db)
    if (organisation?.demonstration !== 1) return
    const shown = new Set((await readMark(within.db, SHOWN))?.split(' '))
    const anew = draftIds.filter(id => !shown.has(id))
    if (anew.length === 0) return
    for (const { id } of await servicesOf(within.db, organisation.id))
      await showIn(within, organisation.id, id, anew)
    await setMark(within.db, SHOWN, [...shown, ...anew].join(' '))
  })

const draftIds = switchable.filter(one => one.wording.state !== 'withdrawn').map(one => one.wording.id)

/** Switches wordings on in one service of a demonstration: all of them unless some are named. */
export async function showIn(
  house: House,
  organisation: string,
  service: string,
  ids: readonly string[] = draftIds,
): Promise<void> {
  for (const id of ids) await switchWording(house, { organisation, service }, id, { is: 'local-trial' })
}
