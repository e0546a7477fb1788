// Making a browser a tablet of a ward, with a one-use code.

import { tabletPaths } from '../protocol/paths.ts'
import { type EnrolReply, enrolReply } from '../protocol/tablet.ts'
import type { Http } from './http.ts'

export type Enrolment =
  | { readonly is: 'enrolled'; readonly reply: EnrolReply }
  | { readonly is: 'refused'; readonly why: EnrolRefusal }

/** Why a code enrolled nothing; 'other-ward': forms wait here for the ward that this tablet belonged to. */
export type EnrolRefusal =
  | 'wrong-code'
  | 'too-many-tries'
  | 'no-signal'
  | 'sign-in-page'
  | 'no-contacts'
  | 'other-ward'
  | 'resting'

/** What is wrong, by problem number; anything else that our server says is no fault of the code. */
const whys: Readonly<Record<string, EnrolRefusal>> = {
  '400.1': 'wrong-code',
  '403.1': 'wrong-code',
  '409.2': 'no-contacts',
  '409.7': 'other-ward',
}

/**
 * Asks the server to enrol this browser. The code may be typed with spaces and in small letters; `ward` is the one that
 * the tablet must stay with, if any.
 */
export async function enrol(http: Http, typed: string, ward?: string): Promise<Enrolment> {
  const code = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  const ask = (more: object) => http.post(tabletPaths.enrol, { code, ...more }, enrolReply)
  let reply = await ask(ward === undefined ? {} : { ward })
  // A server of an earlier version knows of no ward here, and has done nothing yet.
  if (ward !== undefined && reply.is === 'refused' && reply.problem === '400.1') reply = await ask({})
  switch (reply.is) {
    case 'ok':
      return { is: 'enrolled', reply: reply.body }
    case 'refused':
      return { is: 'refused', why: whys[reply.problem] ?? 'resting' }
    case 'no-signal':
    case 'sign-in-page':
      return { is: 'refused', why: reply.is }
    case 'too-many':
      return { is: 'refused', why: 'too-many-tries' }
    default:
      return { is: 'refused', why: 'resting' }
  }
}
