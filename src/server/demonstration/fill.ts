// Puts synthetic forms into a demonstration's box, sealed as a tablet would seal them.

import { digest } from '../../envelope/bytes.ts'
import { seal } from '../../envelope/seal.ts'
import type { House } from '../house.ts'
import { layIn } from '../queries/demonstration.ts'
import { currentKey } from '../queries/keys.ts'
import type { Ward } from '../queries/wards.ts'
import { newId } from '../secrets.ts'
import { invented, type Times } from './people.ts'

/** Lays that many forms into a ward's box, as if they had arrived on a day. */
export async function fill(
  house: House,
  organisation: string,
  ward: Pick<Ward, 'id' | 'box' | 'service'>,
  forms: { many: number; arrivedOn: string; random: () => number; times: Times },
): Promise<void> {
  const key = await currentKey(house.db, organisation, ward.service)
  const envelopes = await Promise.all(
    Array.from({ length: forms.many }, async (_, n) => {
      const id = newId(house.random)
      const header = { id, ward: ward.id, key: key.id }
      const bytes = await seal(invented(forms.random, forms.times, n), header, key.publicKey)
      const arrival = { id, key: key.id, digest: await digest(bytes, crypto.subtle), bytes }
      return { ...arrival, slip: null, paper: null }
    }),
  )
  await layIn(house.db, organisation, ward.box, forms.arrivedOn, envelopes)
}
