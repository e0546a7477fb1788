// The links that are made for people; their secrets stand in fragments, which no server ever sees.

import type { House } from './house.ts'

/** Enrols the browser that opens it as a tablet. */
export const tabletLink = (house: House, code: string): string => `${house.publicUrl}/#enrol=${code}`

/** Signs the browser that opens it in to the office, once. */
export const officeLink = (house: House, token: string): string =>
  `${house.publicUrl}/office#sign-in=${token}`

/** Lets the person who opens it in as a member, once, within a week. */
export const invitationLink = (house: House, token: string): string =>
  `${house.publicUrl}/office#invitation=${token}`
