// The things that every route, query and count is given; put together once, in start.

import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database } from './database/database.ts'
import type { Remembered } from './remembered.ts'

/** `db` is a transaction inside an endpoint, the database itself elsewhere; `zone` is where days begin. */
export interface House {
  readonly db: Database
  readonly clock: Clock
  readonly zone: string
  /** Whose doing it is, as the audit trail says it; absent where the server or a tablet does something. */
  readonly by?: string
  readonly config: Config
  /** Where people reach this server, without a slash at its end. */
  readonly publicUrl: string
  /** Aborted when the server is about to stop; absent where nothing stops it. */
  readonly ends?: AbortSignal
  /** What this process remembers of releases; absent where each route keeps its own. */
  readonly remembered?: Remembered
  /** That many unpredictable bytes. */
  readonly random: (bytes: number) => Uint8Array<ArrayBuffer>
}
