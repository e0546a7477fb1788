// What every office screen is handed: the office, and the ways to move about in it.

import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Office, Outcome } from '../../office/office.ts'
import type { Overview } from '../../protocol/office.ts'

export interface Desk {
  readonly office: Office
  /** Waits for an outcome, and shows the sign-in page if it tells that the session is over. */
  heed<T>(outcome: Promise<Outcome<T>>): Promise<Outcome<T>>
  /** Goes to a page of the office without loading anything anew. */
  go(path: string): void
  /** Looks at the wards again after a change; undefined when that was refused. */
  refresh(): Promise<Overview | undefined>
  signOut(): void
}

export const DeskContext = createContext<Desk | undefined>(undefined)

/** The desk of this office. Throws outside of one. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === undefined) throw new Error('an office screen without its desk')
  return desk
}
