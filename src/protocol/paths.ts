// What a tablet asks the server for, and how much of it at once. The office's paths stand in endpoints.ts and doors.ts,
// which no tablet carries.

/** A tablet's paths, all but the first with its token. */
export const tabletPaths = {
  enrol: '/api/enrolments',
  checkIn: '/api/tablet',
  envelopes: '/api/envelopes',
  tallies: '/api/tablet/tally',
  withdrawals: '/api/withdrawals',
} as const

/** Envelopes in one request at most. */
export const MOST_ENVELOPES = 500

/**
 * Days for which a tablet keeps sealed bytes after a receipt, in case the server is restored from a backup; for as long
 * the server keeps the key that opens them.
 */
export const KEPT_DAYS = 35
