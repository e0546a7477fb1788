// Where the two wings meet: every path, once. openapi.json describes them whole.

import { tabletPaths } from './paths.ts'

export const endpoints = {
  health: '/api/health',
  description: '/api/openapi.json',

  ...tabletPaths,

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

/** Bytes of a request's body at most. */
export const MOST_BYTES = 4_000_000
