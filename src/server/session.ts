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
}

/** Whether a service is among somebody's. */
export const sees = ({ services }: Pick<Session, 'services'>, service: string): boolean =>
  services === 'all' || services.includes(service)

/** Whose doing something is, as the audit trail says it. */
export const whoIs = ({ person, role }: Pick<Session, 'person' | 'role'>): string =>
  person ? `${person.name} (${role})` : `by a link (${role})`
