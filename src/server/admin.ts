// The administrator's command line: keys, tablets that are lost, a way into the office. It runs beside the server.

import { randomFillSync } from 'node:crypto'
import { realClock } from './clock.ts'
import { ConfigError, config } from './config.ts'
import { openDatabase } from './database/database.ts'
import { administratorsLink } from './first.ts'
import type { House } from './house.ts'
import { keysOf, rotate, writeOff } from './keys.ts'
import { offerAgain } from './ledger.ts'
import { officeLink } from './links.ts'
import { log } from './log.ts'
import { firstOrganisation } from './queries/organisations.ts'
import { newSignIn } from './queries/sessions.ts'
import { inTransaction } from './queries/transaction.ts'
import { servicesOf } from './queries/wards.ts'

const usage = `npm run admin -- keys                   which keys there are, and what an old one waits for
npm run admin -- rotate SERVICE         a new key for a service; the old one stays until nobody needs it
npm run admin -- write-off TABLET       give a lost tablet up: what it still holds can never be counted
npm run admin -- offer-again            after a failover: every tablet offers again what it sent in the last 35 days
npm run admin -- invite administrator   a link that lets an administrator in, once, within a week
npm run admin -- office-link            a link that signs a leader in without an account, once, within the hour
npm run admin -- advocate-link          the same for an independent advocate, who is no leader`

/** Does what a command line says; the lines to print. Throws ConfigError for what can't be done. */
export async function administer(house: House, [command, ...rest]: readonly string[]): Promise<string[]> {
  const name = rest.join(' ')
  if (command === 'keys') return listKeys(house)
  if (command === 'rotate' && name) return rotateNamed(house, name)
  if (command === 'write-off' && name) return writeOffNamed(house, name)
  if (command === 'offer-again') {
    await inTransaction(house, offerAgain)
    return [
      'Every tablet offers again what it sent in the last 35 days, at its next round. What is there counts once.',
    ]
  }
  if (command === 'invite' && name === 'administrator')
    return inTransaction(house, async within => [
      await administratorsLink(within, await organisation(within)),
    ])
  if (command === 'office-link') return [officeLink(house, await newSignIn(house, await organisation(house)))]
  if (command === 'advocate-link')
    return [officeLink(house, await newSignIn(house, await organisation(house), 'advocate'))]
  return usage.split('\n')
}

async function organisation(house: House): Promise<string> {
  const found = await firstOrganisation(house.db)
  if (!found) throw new ConfigError('There is no organisation yet: start the server once.')
  return found.id
}

async function listKeys(house: House): Promise<string[]> {
  const names = new Map(
    (await servicesOf(house.db, await organisation(house))).map(one => [one.id, one.name] as const),
  )
  return (await keysOf(house)).map(({ id, service, state, here, waitsFor }) => {
    const half = state === 'retired' || here ? '' : ', ITS PRIVATE HALF IS NOT HERE'
    const waits = waitsFor.length > 0 ? `, waits for ${waitsFor.join(', ')}` : ''
    return `${names.get(service) ?? service}: ${id} ${state}${half}${waits}`
  })
}

async function rotateNamed(house: House, name: string): Promise<string[]> {
  const owner = await organisation(house)
  const service = (await servicesOf(house.db, owner)).find(one => one.name === name)
  if (!service) throw new ConfigError(`There is no service called ${name}.`)
  const id = await rotate(house, { organisation: owner, id: service.id })
  return [`${name}: ${id} is current now. Put ${house.config.keysDir} into the backup of the keys.`]
}

async function writeOffNamed(house: House, name: string): Promise<string[]> {
  const [only, ...others] = await writeOff(house, name)
  if (only === undefined) throw new ConfigError(`There is no tablet called ${name}.`)
  if (others.length > 0) throw new ConfigError(`Which one? ${[only, ...others].join(', ')}`)
  return [`${only} is written off.`]
}

async function main(): Promise<void> {
  const settings = config([])
  const db = await openDatabase({ url: settings.databaseUrl, folder: settings.dataDir })
  const publicUrl = settings.publicUrl ?? `http://localhost:${settings.port}`
  const random: House['random'] = bytes => randomFillSync(new Uint8Array(bytes))
  const house = { db, clock: realClock, zone: settings.zone, config: settings, publicUrl, random }
  try {
    for (const line of await administer(house, process.argv.slice(2))) log(line)
  } finally {
    await db.destroy()
  }
}

if (import.meta.main)
  await main().catch(error => {
    if (!(error instanceof ConfigError)) throw error
    log(error.message)
    process.exitCode = 1
  })
