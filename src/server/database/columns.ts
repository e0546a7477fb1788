// What columns of several tables are.

import type { ColumnType } from 'kysely'

/** 0 or 1, the one truth that both engines store alike. */
export type Flag = 0 | 1

/** What belongs to one organisation. */
export interface Owned {
  organisation: string
}

/** An instant as each engine gives it: SQLite its text, PostgreSQL a date. Both take the text. */
export type Instant = ColumnType<string | Date, string, string>

/** The same, or nothing. */
export type InstantOrNone = ColumnType<string | Date | null, string | null | undefined, string | null>

/** A truth as each engine gives it; both take 0 and 1. */
export type Truth = ColumnType<Flag | boolean, Flag, Flag>
