// Trusts of a country with their wards and enrolled tablets, put into the database by the product's own queries before any
// clock runs.

import type { House } from '../../../src/server/house.ts'
import { newServiceKey } from '../../../src/server/keys.ts'
import { currentKey } from '../../../src/server/queries/keys.ts'
import { createOrganisation } from '../../../src/server/queries/organisations.ts'
import { newTablet } from '../../../src/server/queries/tablets.ts'
import { inTransaction } from '../../../src/server/queries/transaction.ts'
import { newService, newWard, setContacts, wardOf } from '../../../src/server/queries/wards.ts'
import { newId } from '../../../src/server/secrets.ts'
import { someContacts } from '../../server/front.ts'

/** Wards of one trust, each with tablets. */
const WARDS = 4
const TABLETS = 10

/** Where a tablet stands, and to which key it seals. */
export interface Place {
  readonly ward: string
  readonly key: string
}

/** A tablet as it is enrolled. */
export interface Enrolled extends Place {
  readonly token: string
}

/** Makes as many trusts as it takes for so many tablets; at least one. */
export async function makeTrusts(house: House, tablets: number): Promise<Enrolled[]> {
  const all: Enrolled[] = []
  while (all.length < tablets) {
    const name = `Trust ${all.length / (WARDS * TABLETS) + 1}`
    all.push(...(await inTransaction(house, within => makeTrust(within, name))))
  }
  return all.slice(0, tablets)
}

async function makeTrust(house: House, name: string): Promise<Enrolled[]> {
  const { db } = house
  const organisation = newId(house.random)
  await createOrganisation(db, organisation, name)
  const service = await newService(house, organisation, 'Adult wards')
  await newServiceKey(house, { organisation, id: service })
  const { id: key } = await currentKey(db, organisation, service)
  const all: Enrolled[] = []
  for (let w = 1; w <= WARDS; w++) {
    const ward = await newWard(house, organisation, service, `Ward ${w}`)
    await setContacts(db, organisation, ward, someContacts)
    const box = (await wardOf(db, organisation, ward))?.box ?? ''
    for (let t = 0; t < TABLETS; t++) {
      const { token } = await newTablet(house, organisation, ward, box)
      all.push({ token, ward, key })
    }
  }
  return all
}
