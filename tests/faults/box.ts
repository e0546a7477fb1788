// What lies in the boxes of a server, read past it, and opened with its own keys.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Payload } from '../../src/envelope/payload.ts'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { opener } from '../fixtures/opener.ts'

/** The envelopes in a server's SQLite database, each as often as it is there; whatever is not committed is not there. */
export function envelopesIn(data: string): { id: string; bytes: Uint8Array }[] {
  const database = new DatabaseSync(join(data, 'equal-voice.sqlite'), { readOnly: true })
  try {
    const rows = database.prepare('select id, bytes from envelopes').all()
    return rows.map(({ id, bytes }) => {
      if (!(bytes instanceof Uint8Array)) throw new TypeError('an envelope without bytes')
      return { id: String(id), bytes }
    })
  } finally {
    database.close()
  }
}

/** Their ids. */
export const boxIds = (data: string): string[] => envelopesIn(data).map(({ id }) => id)

/** Opens an envelope with whichever of the server's keys fits. Throws when none does. */
export async function openWith(data: string, bytes: Uint8Array<ArrayBuffer>): Promise<Payload> {
  const keys = join(data, 'keys')
  for (const name of readdirSync(keys)) {
    const { privateKey } = JSON.parse(readFileSync(join(keys, name), 'utf8'))
    const opened = await opener(privateKey, [evaluation])
      .then(one => one.open(bytes))
      .catch(() => undefined)
    if (opened) return opened
  }
  throw new Error('an envelope that no key opens')
}
