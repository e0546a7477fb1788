// Whether this tablet can keep what it is given: found out before anybody is asked anything.

import type { Bytes } from '../envelope/bytes.ts'
import type { Database } from './database.ts'
import type { Halves } from './halves.ts'

const PROBE = 'probe'

/** Writes a probe to the database and to a file, flushed, and reads both back. Rejects unless both are as they were. */
export async function selfTest(
  { settings, write, read }: Database,
  halves: Halves,
  probe: Bytes,
): Promise<void> {
  // At once: whoever begins waits for both, and each for the disk.
  await Promise.all([write(() => settings.put({ name: PROBE, value: probe })), halves.write(PROBE, probe)])
  const kept = [(await read(() => settings.get(PROBE)))?.value, await halves.read(PROBE)]
  // A file that stays is swept away with those of drafts that have ended.
  await halves.remove(PROBE)
  if (kept.some(one => `${one}` !== `${probe}`)) throw new Error('the disk does not keep what it is given')
}
