// The ward on which every schedule begins: two tablets to come, and forms of earlier days that its count will open too.

import { digest } from '../../../src/envelope/bytes.ts'
import { seal } from '../../../src/envelope/seal.ts'
import type { House } from '../../../src/server/house.ts'
import { newServiceKey } from '../../../src/server/keys.ts'
import { currentKey } from '../../../src/server/queries/keys.ts'
import { createOrganisation } from '../../../src/server/queries/organisations.ts'
import { newService, newWard, setContacts, wardOf } from '../../../src/server/queries/wards.ts'
import { newId } from '../../../src/server/secrets.ts'
import { form } from '../../server/count/room.ts'
import { someContacts } from '../../server/front.ts'

export interface Ground {
  readonly organisation: string
  readonly service: string
  readonly ward: string
  readonly box: string
  /** The forms that lie in the box already. */
  readonly earlier: readonly string[]
}

/** Forms of earlier days: enough for a count whatever a schedule adds. */
const EARLIER = 8

export async function ground(house: House): Promise<Ground> {
  const organisation = newId(house.random)
  await createOrganisation(house.db, organisation, 'A trust')
  const service = await newService(house, organisation, 'Adult wards')
  await house.db.updateTable('services').set({ threshold: EARLIER }).execute()
  const key = await newServiceKey(house, { organisation, id: service })
  const ward = await newWard(house, organisation, service, 'Willow')
  await setContacts(house.db, organisation, ward, someContacts)
  const box = (await wardOf(house.db, organisation, ward))?.box ?? ''
  const { publicKey } = await currentKey(house.db, organisation, service)
  const earlier: string[] = []
  for (let n = 0; n < EARLIER; n += 1) {
    const id = newId(house.random)
    const bytes = await seal(form('sometimes'), { id, ward, key }, publicKey)
    const row = { organisation, id, box, key, digest: await digest(bytes, crypto.subtle), bytes }
    await house.db
      .insertInto('envelopes')
      .values({ ...row, arrived_on: '2026-02-01' })
      .execute()
    earlier.push(id)
  }
  return { organisation, service, ward, box, earlier }
}
