// What lies in a demonstration's boxes, opened with its own keys: whoever holds both can, as we say plainly.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Payload } from '../../../src/envelope/payload.ts'
import { evaluation } from '../../../src/instrument/evaluation.ts'
import { opener } from '../../fixtures/opener.ts'

/** Every payload of the server on this folder that was sealed in this language. */
export async function payloadsIn(data: string, language: string): Promise<Payload[]> {
  const keys = join(data, 'keys')
  const openers = new Map(
    readdirSync(keys).map(name => {
      const { id, privateKey } = JSON.parse(readFileSync(join(keys, name), 'utf8'))
      return [id, opener(privateKey, [evaluation])] as const
    }),
  )
  const database = new DatabaseSync(join(data, 'equal-voice.sqlite'), { readOnly: true })
  const rows = database.prepare('select key, bytes from envelopes').all()
  database.close()
  const found = await Promise.all(
    rows.map(async ({ key, bytes }) => {
      if (!(bytes instanceof Uint8Array)) throw new TypeError('an envelope without bytes')
      return (await openers.get(key))?.open(new Uint8Array(bytes))
    }),
  )
  return found.filter(payload => payload !== undefined).filter(payload => payload.language === language)
}
