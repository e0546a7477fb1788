// What every page of a service's Readiness Checker is handed.

import type { Checker } from '../../../improve/readiness.ts'
import type { Overview } from '../../../protocol/office.ts'
import type { ReadinessReply } from '../../../protocol/readiness.ts'
import type { Whose } from '../page.tsx'

/** A service, what is known of its versions, and the ways to know more. */
export interface Shared {
  readonly service: Overview['services'][number]
  readonly reply: ReadinessReply
  readonly whose: Whose
  /** Puts a version in the place of what is known of it, or before all others; `wrote` is the voice that was just kept. */
  put(checker: Checker, wrote?: string): void
  /** Asks for what others have said meanwhile. */
  again(): Promise<void>
}
