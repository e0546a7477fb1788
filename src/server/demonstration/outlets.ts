// A demonstration's token: a system that nobody runs reads with it, so that the page of tokens has one to look at and to end.

import { plusDays } from '../clock.ts'
import type { House } from '../house.ts'
import { todayOf } from '../queries/organisations.ts'
import { newToken } from '../queries/tokens.ts'

const DAYS = 180

/** Makes it, and forgets it: nobody was shown it, so nobody can use it. */
export async function tellOutlets(house: House, organisation: string): Promise<void> {
  const until = plusDays(await todayOf(house, organisation), DAYS)
  await newToken(house, organisation, { name: 'Data warehouse (invented)', services: 'all', until })
}
