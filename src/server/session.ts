// Who is signed in, and what of the organisation is theirs to see.

import type { Role, Services } from '../protocol/accounts.ts'

/** Somebody in the office: with an account, or by a link alone. */
export interface Session {
  readonly organisation: string
  readonly demonstration: boolean
  readonly role: Role
  readonly services: Services
  /** When it ends in any case, ISO 8601. */
  readonly until: string
  readonly person?: { readonly id: string; readonly name: string }
  /** When they last proved that it is them, with what is theirs; absent where somebody else said so, or a link did. */
  readonly provedAt?: Date
}

/** Whether a service is among somebody's. */
export const sees = ({ services }: Pick<Session, 'services'>, service: string): boolean =>
  services === 'all' || services.includes(service)

/** Minutes for which whoever proved that it is them need not prove it again to change what they sign in with. */
export const FRESH_MINUTES = 5

/** Whether somebody proved within the last minutes that it is them who sits there, and not whoever came to their desk. */
export const isFresh = ({ provedAt }: Pick<Session, 'provedAt'>, now: Date): boolean =>
  provedAt !== undefined && now.getTime() - provedAt.getTime() < FRESH_MINUTES * 60_000

/** Whose doing something is, as the audit trail says it. */
export const whoIs = ({ person, role }: Pick<Session, 'person' | 'role'>): string =>
  person ? `${person.name} (${role})` : `by a link (${role})`
