// What the audit trail says of an export: which file, of what, of which period. It stands there before anything leaves.

import type { ReleaseReply } from '../../protocol/office.ts'
import type { Chosen } from '../../protocol/outlets.ts'
import type { House } from '../house.ts'
import { audit } from '../queries/audit.ts'
import type { Estate } from '../queries/published.ts'

/** Writes an export down. */
export const exported = (
  house: House,
  estate: Estate,
  { file, ...chosen }: Chosen & { readonly file: string },
): Promise<void> =>
  audit(house, estate.organisation, 'exported', `${file}, of ${ofWhat(estate, chosen)}, ${period(chosen)}`)

/** Writes down that a release left its page, as `file` says. */
export const drawnRelease = (
  house: House,
  organisation: string,
  { wards, release }: Pick<ReleaseReply, 'wards' | 'release'>,
  file: string,
): Promise<void> => audit(house, organisation, 'exported', `${file}, of ${wards.join(' + ')}, ${release.due}`)

function ofWhat({ services, boxes, whole }: Estate, { service, ward }: Chosen): string {
  const wards = [...boxes.values()].flatMap(box => box.wards)
  if (ward !== null) return wards.find(one => one.id === ward)?.name ?? ward
  const some = service === null ? services : services.filter(one => one.id === service)
  return whole && service === null ? 'all services' : some.map(({ name }) => name).join(' + ') || 'no service'
}

const period = ({ from, until }: Chosen): string =>
  from === null && until === null ? 'all days' : `${from ?? 'the first day'} to ${until ?? 'today'}`
