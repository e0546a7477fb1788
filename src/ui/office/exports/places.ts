// Of which wards a file is: everything, a service, or one ward's box.

import type { ServiceView } from '../../../protocol/office.ts'
import { say, exportWords as words } from '../../../wording/office.ts'

/** What can be chosen, each with its words. */
export const ofOptions = (services: readonly ServiceView[]): readonly (readonly [string, string])[] => [
  ['all', words.all],
  ...services.flatMap(({ id, name, wards }) => [
    [`service ${id}`, say(words.service, { name })] as const,
    ...wards.map(
      ward =>
        [
          `ward ${ward.id}`,
          ward.countedWith.length === 0 ? ward.name : say(words.ward, { name: ward.name }),
        ] as const,
    ),
  ]),
]

/** What a choice asks the server for. */
export function ofWhat(of: string): { readonly service: string | null; readonly ward: string | null } {
  const [kind, id = null] = of.split(' ')
  return { service: kind === 'service' ? id : null, ward: kind === 'ward' ? id : null }
}
