// Makes this browser a tablet of a ward with a one-use code. Staff's: it comes with the screen that asks for the code.

import type { Database } from '../store/database.ts'
import type { Outbox } from '../store/outbox.ts'
import type { SettingsStore } from '../store/settings.ts'
import { type EnrolRefusal, enrol } from '../sync/enrol.ts'
import type { Http } from '../sync/http.ts'

/** What enrolling works with. */
export interface EnrollingWith {
  readonly database: Database
  readonly memory: SettingsStore
  readonly outbox: Outbox
  readonly http: Http
}

/** Resolves to why it did not work, or to undefined. Rejects when the disk refuses. */
export async function enrolling(
  code: string,
  { database, memory, outbox, http }: EnrollingWith,
): Promise<EnrolRefusal | undefined> {
  /**
   * Whether anything of a person of this ward is here that has not arrived: then the tablet stays the ward's. A slip that
   * was asked for is of it too, since of another ward's tablet no server would know its form.
   */
  async function holds(): Promise<boolean> {
    const { drafts, withdrawals, read } = database
    const { waiting, setAside } = await outbox.counts()
    const others = [drafts.count(), withdrawals.where('state').equals('asked').count()]
    return (await read(() => Promise.all(others))).some(n => n > 0) || waiting + setAside > 0
  }
  const before = await memory.enrolment()
  const answer = await enrol(http, code, before && (await holds()) ? before.settings.ward.id : undefined)
  if (answer.is === 'refused') return answer.why
  const { token, tablet, settings, epoch, batches, now } = answer.reply
  const { ward } = settings
  // Here as well: a server of an earlier version does not look, and a form may have come while it answered.
  if (before && before.settings.ward.id !== ward.id && (await holds())) return 'other-ward'
  // The server may have forgotten this tablet and what it sent: all that is kept of its ward is offered again.
  if (before) await outbox.offerAgain(ward.id)
  await memory.enrol({ token, tablet, settings }, { epoch, batches, now })
  return undefined
}
