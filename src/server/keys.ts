// The life of services' keys: made, turned, put back, retired. Their private halves are never in the database.

import { newKeyPair } from '../envelope/keys.ts'
import { KEPT_DAYS } from '../protocol/paths.ts'
import { plusDays } from './clock.ts'
import type { House } from './house.ts'
import { keyFiles, privateKey, removeKey, writeKey } from './keyfiles.ts'
import { audit } from './queries/audit.ts'
import {
  allKeys,
  giveUp,
  holdersOf,
  isNeeded,
  makeCurrent,
  putBack,
  retire,
  setPublic,
  tabletsNamed,
} from './queries/keyring.ts'
import { organisationOf, todayOf } from './queries/organisations.ts'
import { inTransaction } from './queries/transaction.ts'
import { serviceBack, servicesOf } from './queries/wards.ts'
import { keyIdOf } from './secrets.ts'

/** A service by its organisation's id and its own. */
interface Service {
  readonly organisation: string
  readonly id: string
}

/**
 * A new current key for a service: its private half is on the disk before its public half is in the database. The key
 * before it is old from then on. Works within a transaction. Returns the new key's id.
 */
export async function newServiceKey(house: House, service: Service): Promise<string> {
  const { organisation } = service
  const { id, publicKey, privateKey } = await newKeyPair(crypto.subtle)
  const name = (await servicesOf(house.db, organisation)).find(one => one.id === service.id)?.name ?? ''
  writeKey(house, { id, organisation, service: { id: service.id, name }, publicKey, privateKey })
  await makeCurrent(house.db, { organisation, id, service: service.id, public_key: publicKey })
  await audit(
    house,
    organisation,
    'key',
    `The key ${id} is now the current one of the service ${service.id}.`,
  )
  return id
}

/** Another current key for a service; forms sealed to the one before can still be counted. */
export const rotate = (house: House, service: Service): Promise<string> =>
  inTransaction(house, within => newServiceKey(within, service))

/**
 * Puts back the keys that a restored database has forgotten, as old ones: tablets may offer forms again that are sealed to
 * them. A public key that was changed becomes what it was. A service that is gone comes back with its key as the current one, unless another has taken its name since.
 */
export async function putKeysBack(house: House): Promise<void> {
  const known = new Map((await allKeys(house.db)).map(key => [key.id, key]))
  for (const { id, organisation, service, publicKey } of keyFiles(house)) {
    const here = known.get(id)
    // What is sealed to a public key that was changed could never be opened.
    if (here && here.public_key !== publicKey && keyIdOf(publicKey) === id)
      await setPublic(house.db, here, publicKey)
    if (here || (await organisationOf(house.db, organisation)) === undefined) continue
    const services = await servicesOf(house.db, organisation)
    if (services.some(one => one.name === service.name && one.id !== service.id)) continue
    await inTransaction(house, async within => {
      const keep_until = plusDays(await todayOf(within, organisation), KEPT_DAYS)
      await serviceBack(within.db, organisation, service)
      await putBack(within.db, { organisation, id, service: service.id, public_key: publicKey, keep_until })
      await audit(within, organisation, 'key', `The key ${id} was not in this database: it is put back.`)
    })
  }
}

/**
 * Retires old keys that nobody can need: every tablet that was ever given one has been clear of it for 35 days or was
 * written off, and no envelope sealed to it lies in a box. Then the private half goes; it can't be brought back.
 */
export async function retireKeys(house: House): Promise<void> {
  for (const key of await allKeys(house.db)) {
    if (key.state === 'old') {
      const today = await todayOf(house, key.organisation)
      const since = plusDays(today, -KEPT_DAYS)
      if (key.keep_until !== null && key.keep_until > today) continue
      if ((await holdersOf(house.db, key, since)).length > 0) continue
      const retired = await inTransaction(house, async within => {
        if (!(await retire(within.db, key))) return false
        await audit(
          within,
          key.organisation,
          'key',
          `The key ${key.id} is retired; its private half is gone.`,
        )
        return true
      })
      if (!retired) continue
    }
    // Also for one whose server died between the commit and this line; never for a state that somebody has spoilt.
    if (['old', 'retired'].includes(key.state) && !(await isNeeded(house.db, key))) removeKey(house, key.id)
  }
}

/** The keys as an administrator sees them, with the tablets that an old one still waits for. */
export async function keysOf(house: House) {
  const keys = await allKeys(house.db)
  return Promise.all(
    keys.map(async key => {
      const since = plusDays(await todayOf(house, key.organisation), -KEPT_DAYS)
      const waitsFor = key.state === 'old' ? await holdersOf(house.db, key, since) : []
      return { ...key, here: privateKey(house, key.id) !== undefined, waitsFor }
    }),
  )
}

/**
 * Writes a tablet off by its name, or by `ward / name`: what it may still hold can never be counted. Its permission ends.
 * Returns what the tablets of that name are called; only a single one was written off.
 */
export async function writeOff(house: House, name: string): Promise<string[]> {
  const found = await tabletsNamed(house.db, name)
  const [only] = found
  if (only && found.length === 1) {
    await inTransaction(house, async within => {
      await giveUp(within.db, only.organisation, only.id)
      await audit(within, only.organisation, 'tablet', `The tablet ${only.called} is written off.`)
    })
  }
  return found.map(one => one.called)
}
