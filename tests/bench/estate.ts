// A made-up trust as it is after years: wards in services, each with a release a month and what is done about it. All of it is what counts leave behind.

import { sql } from 'kysely'
import type { Payload } from '../../src/envelope/payload.ts'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { type Release, release } from '../../src/results/release.ts'
import { tabulate } from '../../src/results/tabulate.ts'
import { firstOfNextMonth } from '../../src/server/clock.ts'
import { invented, seeded } from '../../src/server/demonstration/people.ts'
import type { House } from '../../src/server/house.ts'
import { newServiceKey } from '../../src/server/keys.ts'
import { createOrganisation } from '../../src/server/queries/organisations.ts'
import { inTransaction } from '../../src/server/queries/transaction.ts'
import { newService, newWard, wardsOf } from '../../src/server/queries/wards.ts'
import { newId } from '../../src/server/secrets.ts'
import { doneAbout } from './doing.ts'

/** How large it is: `wards` in `services`, each with `months` releases of `forms` forms. */
export interface Size {
  readonly services: number
  readonly wards: number
  readonly months: number
  readonly forms: number
}

/** Releases that are counted apart, and forms in all of them: a large trust has each many times, on other days and of other wards. */
const DISTINCT = { releases: 300, forms: 60_000 }

/** The first month of the first release. */
const FIRST = '2021-10-01'

/** Makes it in an empty house; the id of its organisation. */
export async function makeTrust(house: House, { services, wards, months, forms }: Size): Promise<string> {
  const random = seeded(1)
  const organisation = newId(house.random)
  await inTransaction(house, async within => {
    await createOrganisation(within.db, organisation, 'A trust of the bench')
    for (let s = 0; s < services; s++) {
      const service = await newService(within, organisation, `Service ${s + 1}`)
      await newServiceKey(within, { organisation, id: service })
      for (let w = s; w < wards; w += services)
        await newWard(within, organisation, service, `Ward ${String(w + 1).padStart(3, '0')}`)
    }
  })
  const all = await wardsOf(house.db, organisation)
  const counted = Array.from(
    { length: Math.min(DISTINCT.releases, wards * months, Math.ceil(DISTINCT.forms / forms)) },
    () => counting(forms, random),
  )
  const newest: string[][] = []
  await inTransaction(house, async ({ db }) => {
    for (const [ward, { box }] of all.entries()) {
      const rows = Array.from(days(months), (due, month) => {
        const found = counted[(ward * months + month) % counted.length]
        return { ...frozen(due, found), organisation, box, id: newId(house.random) }
      })
      await db.insertInto('releases').values(rows).execute()
      newest.push(rows.map(({ id }) => id).toReversed())
    }
  })
  // PostgreSQL finds out by itself what a table holds, as it grows over the years. Filled at once, it is told: it would look
  // through all releases for each row that belongs to one, and afterwards through all that was done.
  if (house.config.databaseUrl !== undefined) await sql`analyze`.execute(house.db)
  await inTransaction(house, async ({ db }) => {
    for (const ids of newest)
      await db
        .insertInto('action_entries')
        .values(doneAbout(house, organisation, ids))
        .execute()
  })
  if (house.config.databaseUrl !== undefined) await sql`analyze`.execute(house.db)
  return organisation
}

function* days(months: number): Generator<string> {
  for (let n = 0, due = FIRST; n < months; n++, due = firstOfNextMonth(due)) yield due
}

/** A release of about that many forms, as it would be on the first day. */
function counting(forms: number, random: () => number): Release {
  const many = Math.max(10, Math.round(forms * (0.6 + random() * 0.8)))
  const month = FIRST.slice(0, 7) as Payload['month']
  const people = Array.from({ length: many }, () => invented(random, { month, change: random() }))
  const found = release(evaluation, tabulate(evaluation, people), FIRST, 10)
  if (!found) throw new Error('a ward of the bench has too few forms')
  return found
}

/** The same on another day, as it is kept. */
function frozen(due: string, found: Release | undefined) {
  if (!found) throw new Error('nothing was counted')
  return { due, base: found.base, body: JSON.stringify({ ...found, due }), held: null, held_on: null }
}
