// Where a browser's profile really is on a disk.

import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder on a disk: the one for what is temporary is in memory on many a machine, where nothing is flushed. */
const disk = existsSync('/var/tmp') ? '/var/tmp' : tmpdir()

/** Lends a folder on the disk. */
export async function onDisk<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(disk, 'equal-voice-tap-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
