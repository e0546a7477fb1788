// What a database must hold before it serves: an organisation, its marks, and the links of this start.

import { createDemonstration } from './demonstration/create.ts'
import type { House } from './house.ts'
import { officeLink, tabletLink } from './links.ts'
import { readMark, setMark } from './queries/marks.ts'
import { createOrganisation, firstOrganisation } from './queries/organisations.ts'
import { newSignIn } from './queries/sessions.ts'
import { newEnrolment } from './queries/tablets.ts'
import { inTransaction } from './queries/transaction.ts'
import { newId } from './secrets.ts'

/** Links made at every start: one signs in to the office; in a demonstration the other enrols a tablet. */
export interface Links {
  readonly tablet?: string
  readonly office: string
}

const WARD = 'demonstration ward'

/** Makes the demonstration, or an organisation without one, in an empty database; then this start's links. */
export async function prepare(house: House): Promise<Links> {
  if ((await firstOrganisation(house.db)) === undefined) await furnish(house)
  return inTransaction(house, async within => {
    const organisation = await firstOrganisation(within.db)
    if (!organisation) throw new Error('an organisation that was just made is gone')
    const office = officeLink(within, await newSignIn(within, organisation.id))
    const ward = await readMark(within.db, WARD)
    if (ward === undefined) return { office }
    const { code } = await newEnrolment(within, organisation.id, ward)
    return { office, tablet: tabletLink(within, code) }
  })
}

async function furnish(house: House): Promise<void> {
  if (house.config.empty) {
    return createOrganisation(house.db, newId(house.random), house.config.organisationName)
  }
  const { ward } = await createDemonstration(house)
  await setMark(house.db, WARD, ward)
}
