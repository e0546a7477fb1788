// Whether anybody is signed in. One state, one way to look at the office.
//
//   arriving ──overview──▶ in ──401.2──▶ away
//      └────────refused─────────────────▶ away ──a link, or again──▶ arriving

import type { Office, Outcome, Refusal } from '../../office/office.ts'
import type { Overview } from '../../protocol/office.ts'
import type { Away } from './signin.tsx'

export type Standing =
  | { readonly is: 'arriving' }
  | { readonly is: 'in'; readonly overview: Overview }
  /** `token` is kept in memory alone while its link may still be tried again. */
  | { readonly is: 'away'; readonly why: Away; readonly token?: string }

/** Signs in with the token of a link, if there is one, and looks at the wards. */
export async function arrive(office: Office, token: string | undefined): Promise<Standing> {
  if (token === undefined) return standing(await office.look.overview(), 'plain')
  const signedIn = await office.session.signIn(token)
  if (signedIn.done) return standing(await office.look.overview(), 'ended')
  if (signedIn.refusal !== '401.3') return { is: 'away', why: signedIn.refusal, token }
  // Whoever opens a spent link again in a browser that is signed in already is simply in.
  return standing(await office.look.overview(), '401.3')
}

function standing(looked: Outcome<Overview>, signedOut: Away): Standing {
  if (looked.done) return { is: 'in', overview: looked.value }
  return { is: 'away', why: isOver(looked.refusal) ? signedOut : looked.refusal }
}

/** Whether a refusal means that the session is over. */
export const isOver = (refusal: Refusal): boolean => refusal === '401.2'
