// Whether anybody is signed in. One state, one way to look at the office.
//
//   arriving ──overview──▶ in ──401.2──▶ away
//      ├────────refused─────────────────▶ away ──a link, a way in, or again──▶ arriving
//      └───an invitation──▶ invited ──taken up──▶ arriving

import type { Arrival } from '../../office/link.ts'
import type { Office, Outcome, Refusal } from '../../office/office.ts'
import type { Overview } from '../../protocol/office.ts'
import { problems } from '../../protocol/problems.ts'
import type { Away } from './signin.tsx'

export type Standing =
  | { readonly is: 'arriving' }
  | { readonly is: 'in'; readonly overview: Overview }
  /** The invitation's token is kept in memory alone. */
  | { readonly is: 'invited'; readonly token: string }
  /** What somebody arrived with is kept in memory alone while it may still be tried again. */
  | { readonly is: 'away'; readonly why: Away; readonly with?: Arrival }

/** Signs in with a link, if somebody arrives by one, and looks at the wards. An invitation is looked at by its own page. */
export async function arrive(office: Office, arrival: Arrival | undefined): Promise<Standing> {
  if (arrival === undefined) return standing(await office.look.overview(), 'plain')
  if (arrival.by === 'invitation') return { is: 'invited', token: arrival.token }
  if (arrival.by === 'refusal') return { is: 'away', why: refusalOf(arrival.problem) }
  const signedIn = await office.session.signIn(arrival.token)
  if (signedIn.done) return standing(await office.look.overview(), 'ended')
  if (signedIn.refusal !== '401.3') return { is: 'away', why: signedIn.refusal, with: arrival }
  // Whoever opens a spent link again in a browser that is signed in already is simply in.
  return standing(await office.look.overview(), '401.3')
}

function standing(looked: Outcome<Overview>, signedOut: Away): Standing {
  if (looked.done) return { is: 'in', overview: looked.value }
  return { is: 'away', why: isOver(looked.refusal) ? signedOut : looked.refusal }
}

// An address may say anything.
const refusalOf = (said: string): Refusal => (said in problems ? (said as Refusal) : 'other')

/** Whether a refusal means that the session is over. */
export const isOver = (refusal: Refusal): boolean => refusal === '401.2'
