// The cookie of somebody with an account: better-auth's own, a token with its signature. Both sides read and write it here.

import type { Context } from 'hono'
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import type { House } from '../house.ts'
import { VISIT_MINUTES } from '../queries/visits.ts'
import { secretOf } from './secret.ts'

/** How every cookie of accounts begins, apart from a browser's own mark for a secure one. */
export const PREFIX = 'equal-voice'

const secure = ({ publicUrl }: House): boolean => publicUrl.startsWith('https:')

/** As better-auth calls it. */
export const nameOf = (house: House): string => `${secure(house) ? '__Secure-' : ''}${PREFIX}.session_token`

/** No script reads it, and no other site makes a browser send it. */
export const attributes = (house: House) =>
  ({ httpOnly: true, sameSite: 'strict', path: '/', secure: secure(house) }) as const

/** The token of a request whose signature is ours. */
export async function tokenOf(house: House, context: Context): Promise<string | undefined> {
  return (await getSignedCookie(context, secretOf(house.config), nameOf(house))) || undefined
}

/** Gives a browser a session's token. */
export const giveToken = (house: House, context: Context, token: string): Promise<void> =>
  setSignedCookie(context, nameOf(house), token, secretOf(house.config), {
    ...attributes(house),
    maxAge: VISIT_MINUTES * 60,
  })

/** Takes it away again. */
export const takeToken = (house: House, context: Context): void => {
  deleteCookie(context, nameOf(house), attributes(house))
}
