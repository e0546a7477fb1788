// What a question to the database brings back, counted: as many rows as a page shows, or as many as there are.

import type { KyselyPlugin } from 'kysely'

/** Counts the rows that come, and how many of them bring the body of a release. */
export interface Counter extends KyselyPlugin {
  rows: number
  bodies: number
}

/** A counter at nought; `db.withPlugin` puts it before a database. */
export const rowCounter = (): Counter => ({
  rows: 0,
  bodies: 0,
  transformQuery: ({ node }) => node,
  async transformResult({ result }) {
    this.rows += result.rows.length
    this.bodies += result.rows.filter(({ body }) => typeof body === 'string').length
    return result
  },
})
