// Making a browser a tablet of a ward, with a one-use code.

import { endpoints } from '../protocol/endpoints.ts'
import { type EnrolReply, enrolReply } from '../protocol/tablet.ts'
import type { Http } from './http.ts'

export type Enrolment =
  | { readonly is: 'enrolled'; readonly reply: EnrolReply }
  | { readonly is: 'refused'; readonly why: EnrolRefusal }

export type EnrolRefusal =
  | 'wrong-code'
  | 'too-many-tries'
  | 'no-signal'
  | 'sign-in-page'
  | 'no-contacts'
  | 'resting'

/** What is wrong, by problem number; anything else that our server says is no fault of the code. */
const whys: Readonly<Record<string, EnrolRefusal>> = {
  '400.1': 'wrong-code',
  '403.1': 'wrong-code',
  '409.2': 'no-contacts',
}

/** Asks the server to enrol this browser. The code may be typed with spaces and in small letters. */
export async function enrol(http: Http, code: string): Promise<Enrolment> {
  const plain = code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  const reply = await http.post(endpoints.enrol, { code: plain }, enrolReply)
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
