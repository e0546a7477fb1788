// One transaction around one piece of work.

import type { House } from '../house.ts'

/** Does the work with a house whose database is one transaction; commits and flushes before it resolves. */
export const inTransaction = <T>(house: House, work: (house: House) => Promise<T>): Promise<T> =>
  house.db.transaction().execute(db => work({ ...house, db }))
