// How the screens for accounts say who somebody is and what is theirs.

import type { Role, Services } from '../../../protocol/accounts.ts'
import { accountWords, listWords } from '../../../wording/office.ts'

const { services: words, roles, record } = accountWords

/** Services by name; what is there no more has none. */
export function servicesWords(services: Services, named: readonly { id: string; name: string }[]): string {
  if (services === 'all') return words.all
  const names = named.filter(({ id }) => services.includes(id)).map(({ name }) => name)
  return names.length === 0 ? words.none : listWords(names)
}

const server = 'the server'

/** Who made something, as the server writes it: a name with its role in brackets, a link, the server, or nobody. */
export function byWords(by: string): string {
  const { name, role } = partsOf(by)
  if (by === '') return record.unnamed
  if (role === undefined) return by === server ? record.server : by
  return name === 'by a link' ? record.link : `${name} (${roles[role].toLowerCase()})`
}

/** The name alone; undefined where it was nobody's with an account. */
export function nameIn(by: string): string | undefined {
  const { name, role } = partsOf(by)
  return role === undefined || name === 'by a link' ? undefined : name
}

function partsOf(by: string): { name: string; role: Role | undefined } {
  const [, name = by, role] = /^(.*) \((\w+)\)$/.exec(by) ?? []
  return { name, role: role !== undefined && role in roles ? (role as Role) : undefined }
}
