// Where the private halves lie: files of mode 0600, or a secret of the environment. A file also says whose key it is, so
// that a database restored from before the key was made can know it again.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { removeWhole, writeWhole } from './files.ts'
import type { House } from './house.ts'
import { keyIdOf } from './secrets.ts'
import { fromJson, stored } from './stored.ts'

const keyFile = v.object({
  id: v.string(),
  organisation: v.string(),
  service: v.object({ id: v.string(), name: v.string() }),
  publicKey: v.string(),
  privateKey: v.record(v.string(), v.unknown()),
})

/** A service's key as it lies in its file. */
export type KeyFile = v.InferOutput<typeof keyFile>

/** Writes a key down; when it returns, the file outlives a power cut. */
export const writeKey = (
  house: House,
  file: Omit<KeyFile, 'privateKey'> & { privateKey: JsonWebKey },
): void => writeWhole(pathOf(house, file.id), `${JSON.stringify(file)}\n`)

/** Removes a key's file for good, if it is there. */
export function removeKey(house: House, id: string): void {
  const path = pathOf(house, id)
  if (existsSync(path)) removeWhole([path])
}

/** The private half of a key: from the environment's secret, else from its file; undefined when it is whole in neither. */
export function privateKey(house: House, id: string): JsonWebKey | undefined {
  const given = secret(house)
  const path = pathOf(house, id)
  const lying = Object.hasOwn(given, id) ? given[id] : existsSync(path) ? readJson(path) : undefined
  const half = stored(keyFile, lying, undefined)?.privateKey ?? lying
  return isHalfOf(id, half) ? half : undefined
}

const jwk = v.looseObject({ kty: v.literal('EC'), x: v.string(), y: v.string(), d: v.string() })

// A half that is spoilt, or another's, opens nothing: what is sealed to this one would be put aside as no form.
function isHalfOf(id: string, half: unknown): half is JsonWebKey {
  const key = stored(jwk, half, undefined)
  if (!key) return false
  const point = [Buffer.of(4), Buffer.from(key.x, 'base64url'), Buffer.from(key.y, 'base64url')]
  return keyIdOf(Buffer.concat(point).toString('base64url')) === id
}

const readJson = (path: string): unknown => fromJson(readFileSync(path, 'utf8'))

/** Every key that says whose it is, from the folder and from the environment's secret. */
export function keyFiles(house: House): KeyFile[] {
  const { keysDir } = house.config
  const names = existsSync(keysDir) ? readdirSync(keysDir).filter(name => name.endsWith('.json')) : []
  const lying: unknown[] = names.map(name => readJson(join(keysDir, name)))
  return [...lying, ...Object.values(secret(house))].flatMap(one => {
    const found = stored(keyFile, one, undefined)
    return found ? [found] : []
  })
}

// By key id: the private half alone, or all of a key's file.
const secret = (house: House): Record<string, unknown> => JSON.parse(house.config.privateKeys ?? '{}')

const pathOf = (house: House, id: string): string => join(house.config.keysDir, `${id}.json`)
