// Somebody with a browser: it keeps cookies as browsers do, makes codes, and has a passkey.

import type { AcceptReply, InviteReply, LookReply, MemberRequest } from '../../../src/protocol/accounts.ts'
import { doors } from '../../../src/protocol/doors.ts'
import { codeOf } from '../../../src/server/accounts/totp.ts'
import type { Answer, Front, How } from '../front.ts'

export const PASSWORD = 'a long walk by the river'

/** A browser at a front. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly #front: Pick<Front, 'ask'>
  readonly #from: Readonly<Record<string, string>>

  constructor(front: Pick<Front, 'ask'>, from: Readonly<Record<string, string>> = {}) {
    this.#front = front
    this.#from = from
  }

  async ask(path: string, how: How = {}): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...this.#from, ...(cookie && { cookie }), ...how.headers }
    const answer = await this.#front.ask(path, { ...how, headers })
    this.keep(answer.headers)
    return answer
  }

  /** Keeps the cookies of an answer, and drops those that it takes away. */
  keep(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = '', ...rest] = line.split(';')
      const at = pair.indexOf('=')
      const gone = rest.some(part => /^ *max-age=0$/i.test(part)) || at === pair.length - 1
      if (gone) this.cookies.delete(pair.slice(0, at))
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }

  /** Who is signed in here, as the server says; undefined for nobody. */
  async me(): Promise<{ role: string; person?: { id: string; name: string } } | undefined> {
    const { status, body } = await this.ask(doors.me)
    return status === 200 ? (body as { role: string }) : undefined
  }
}

/** What a secret's letters stand for, as an app that makes codes reads them. */
export const bytesOf = (base32: string): string => {
  const bits = [...base32]
    .map(letter => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2))).toString()
}

/** Somebody with an account, and what they know. */
export interface Person {
  readonly browser: Browser
  readonly email: string
  readonly spare: readonly string[]
  code(): string
}

/** Takes an invitation up with a password and a code, as a person with a telephone does. */
export async function takeUp(front: Front, token: string, name: string, email: string): Promise<Person> {
  const browser = new Browser(front)
  const { secret } = (await browser.ask(doors.invited, { body: { token } })).body as LookReply
  const code = () => codeOf(bytesOf(secret), new Date())
  const password = { password: PASSWORD, code: code() }
  const { body } = await browser.ask(doors.accept, { body: { token, name, email, password } })
  return { browser, email, spare: (body as AcceptReply).spare, code }
}

/** The first administrator, who has taken up what the server printed. */
export const grace = (front: Front): Promise<Person> =>
  takeUp(front, front.invitation, 'Grace', 'grace@example.org')

/** An invitation's token. */
export async function invited(
  by: Browser,
  as: MemberRequest,
  email: string | null = null,
): Promise<{ id: string; token: string }> {
  const { body } = await by.ask(doors.invitations, { body: { ...as, email } })
  const { invitation, link } = body as InviteReply
  return { id: invitation, token: link.split('#invitation=')[1] ?? '' }
}

/** Signs in with password and code in a browser of its own. */
export async function signInWith(front: Front, { email, code }: Person): Promise<Browser> {
  const browser = new Browser(front)
  await browser.ask(doors.password, { body: { email, password: PASSWORD } })
  await browser.ask(doors.code, { body: { code: code() } })
  return browser
}

/** Now, as text: better-auth tells its own times by the real clock. */
export const now = (): string => new Date().toISOString()
