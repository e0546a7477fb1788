// A tablet's disk with its ward and one form that waits.

import { digest } from '../../../src/envelope/bytes.ts'
import { openDatabase } from '../../../src/store/database.ts'
import { createSettings } from '../../../src/store/settings.ts'
import type { Arrived } from './arrived.ts'

let made = 0

/** A new disk; `entry` is the form as it lies there now. */
export async function holding({ tablet, whole, kept }: Arrived) {
  made += 1
  const database = openDatabase(`bad-holding-${made}`)
  const memory = createSettings(database)
  const { token, tablet: id, settings, epoch, batches, now } = tablet.enrolled
  await memory.enrol({ token, tablet: id, settings }, { epoch, batches, now })
  const name = await digest(whole, crypto.subtle)
  const form = { digest: name, id: kept, key: settings.key.id, bytes: whole, state: 'waiting' as const }
  await database.write(() => database.outbox.add(form))
  return { database, memory, entry: () => database.outbox.get(name) }
}
