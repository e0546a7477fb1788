// Where the two wings meet: every path, once. openapi.json describes them whole.

export const endpoints = {
  health: '/api/health',
  description: '/api/openapi.json',

  // The tablet's, with its token (but for the first).
  enrol: '/api/enrolments',
  checkIn: '/api/tablet',
  envelopes: '/api/envelopes',
  tallies: '/api/tablet/tally',
  withdrawals: '/api/withdrawals',

  // The office's, with its session (but for the first).
  signIn: '/api/sign-in',
  signOut: '/api/sign-out',
  overview: '/api/office',
  wards: '/api/office/wards',
  contacts: '/api/office/wards/:ward/contacts',
  opening: '/api/office/wards/:ward/opening',
  about: '/api/office/wards/:ward/about',
  codes: '/api/office/wards/:ward/codes',
  wordings: '/api/office/services/:service/wordings',
  endTablet: '/api/office/tablets/:tablet/end',
  release: '/api/office/releases/:release',
  rescues: '/api/office/rescues',

  // The estate: names, thresholds, which wards are counted together, and on which day.
  organisation: '/api/office/organisation',
  service: '/api/office/services/:service',
  groups: '/api/office/services/:service/groups',
  wardName: '/api/office/wards/:ward/name',
  countDay: '/api/office/wards/:ward/count-day',

  // The advocate's alone.
  paper: '/api/office/wards/:ward/paper',
  letGo: '/api/office/releases/:release/let-go',

  // In a demonstration only: tops a box up with synthetic forms and lets its date come.
  demonstrate: '/api/office/demonstration/:ward',
} as const

/** Envelopes in one request at most. */
export const MOST_ENVELOPES = 500

/** Bytes of a request's body at most. */
export const MOST_BYTES = 4_000_000

/**
 * Days for which a tablet keeps sealed bytes after a receipt, in case the server is restored from a backup; for as long
 * the server keeps the key that opens them.
 */
export const KEPT_DAYS = 35
