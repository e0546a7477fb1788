// A day of a whole service, from the first invitation to a count and what is done about it, with all that the server asks its
// database meanwhile. It is heard at the drivers, where nothing that is asked can pass by.

import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { vi } from 'vitest'
import { runDueCounts } from '../../src/server/count/due.ts'
import { daily } from '../../src/server/daily.ts'
import { prepare } from '../../src/server/first.ts'
import { eraseDeleted, reconcile } from '../../src/server/ledger.ts'
import { telling } from '../../src/server/outlets/telling.ts'
import { permissions, type Route } from '../../src/server/permissions.ts'
import { newWard } from '../../src/server/queries/wards.ts'
import { now } from './accounts/person.ts'
import { bodies } from './bodies.ts'
import { form, many, on, openRoom } from './count/room.ts'
import { askers, leadersLink, named, places } from './estate.ts'
import { enrol, envelope, formId, openFront, signIn } from './front.ts'

/** Better-auth's own tables, the migrator's, and how a connection or a transaction begins: that is not asked here. */
const NOT_OURS =
  /"(people|visits|ways_in|proofs|second_factors|passkeys|kysely_\w+)"|sqlite_master|pg_(catalog|advisory)|^(begin|commit|rollback|set idle_)/

/** Every statement that a day asks of a database, each once, as the program wrote it: an empty one, but for its tables. */
export async function dayOfSql(database: () => string | undefined): Promise<string[]> {
  const heard = new Set<string>()
  const hear = (sql: unknown) => {
    if (typeof sql === 'string' && !NOT_OURS.test(sql)) heard.add(plain(sql))
  }
  const prepared = vi.spyOn(DatabaseSync.prototype, 'prepare')
  const queried = vi.spyOn(pg.Client.prototype, 'query')
  // What tests lay into a database and look up there is not the server's.
  const server = async <T>(work: () => Promise<T>): Promise<T> => {
    prepared.mockClear()
    queried.mockClear()
    const done = await work()
    for (const [sql] of [...prepared.mock.calls, ...queried.mock.calls]) hear(sql)
    return done
  }
  try {
    await counting(database(), server)
    await asking(database(), server)
  } finally {
    prepared.mockRestore()
    queried.mockRestore()
  }
  return [...heard].sort()
}

type Server = <T>(work: () => Promise<T>) => Promise<T>

/** As both engines have it: places for values are alike, and a list is one, however long. */
const plain = (sql: string): string =>
  sql
    .replaceAll(/\$\d+/g, '?')
    .replaceAll(/\?(, \?)+/g, '?')
    .replaceAll(/(\(\?\))(, \(\?\))+/g, '$1')

/** A start, the day's work, a form that is counted, one that was put aside, and one that comes again after. */
async function counting(url: string | undefined, server: Server): Promise<void> {
  const room = await openRoom(url)
  const { house, organisation, service } = room
  await room.lay('2026-02-10', many(12, form('sometimes')))
  await room.layBytes('2026-02-10', new Uint8Array(1700))
  await server(async () => {
    const there = on(house, '2026-03-01')
    await reconcile(there)
    await prepare(there)
    await newWard(there, organisation, service, 'Rowan')
    await runDueCounts(there)
    await eraseDeleted(there)
    const work = daily(there)
    await work.once
    await work.stop()
    await telling(there).stop()
    // A ledger that a restored backup knows nothing of.
    await house.db.deleteFrom('counts').where('organisation', '=', organisation).execute()
    await house.db.deleteFrom('releases').where('organisation', '=', organisation).execute()
    await reconcile(there)
  })
  await room.close()
}

/** Between them they may do everything. */
const doers = new Set([
  'a tablet',
  'an advocate',
  'an administrator',
  'a token of this service',
  'a leader by a link',
])

/** Everybody asks for everything that they may have. */
async function asking(url: string | undefined, server: Server): Promise<void> {
  const front = await openFront(url, now())
  await front.look(async db => {
    const { places: at, token } = await places(front, db)
    const link = await leadersLink(db, at.this.organisation)
    await server(async () => {
      const leader = await signIn(front, link)
      const ward = await leader.addWard('Adult wards', 'Maple')
      const tablet = await enrol(front, leader, ward)
      const one = await envelope({ id: formId(), ward, key: tablet.key })
      await tablet.send(one)
      await tablet.send(one)
      await tablet.send({ ...one, digest: '0'.repeat(one.digest.length) })
      await tablet.takeBack(formId())
    })
    const everybody = (await askers(front, db, at, token)).filter(({ name }) => doers.has(name))
    const routes = Object.keys(permissions) as Route[]
    for (const route of routes.toSorted(
      (a, b) => Number(a.endsWith('sign-out')) - Number(b.endsWith('sign-out')),
    ))
      for (const who of everybody) {
        await db.deleteFrom('tries').execute()
        const [method = '', path = ''] = route.split(' ')
        const what = /:(\w+)/.exec(path)?.[1]
        const id = what ? await named(db, at.this, what, path) : ''
        const body = await bodies[route]?.(at.this)
        const how = { method, ...(body === undefined ? {} : { body }) }
        await server(() => who.browser.ask(path.replace(/:\w+/, id), how))
      }
  })
  await front.stop()
}
