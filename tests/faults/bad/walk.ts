// A walk through every route that a tablet, a leader and an advocate have: each reply is done or a numbered problem.

import * as v from 'valibot'
import { expect } from 'vitest'
import { overviewReply } from '../../../src/office/replies.ts'
import { endpoints } from '../../../src/protocol/endpoints.ts'
import { problems } from '../../../src/protocol/problems.ts'
import { checkInReply, sendReply } from '../../../src/protocol/tablet.ts'
import { type Answer, ask, formId, type How, type Sent, type TestTablet } from '../../server/front.ts'
import type { Furnished } from './house.ts'

/** Milliseconds after which a reply counts as none. */
const PATIENCE = 20_000

/** What a walk met. */
export interface Walked {
  readonly problems: ReadonlyMap<string, number>
  readonly replies: number
  /** Whether the tablet of the other ward was told its settings and had its form stored. */
  readonly maple: { readonly settings: boolean; readonly stored: boolean }
  /** Whether a leader and an advocate were shown their office. */
  readonly offices: readonly boolean[]
}

interface Walker {
  readonly url: string
  readonly house: Furnished
  /** Which of the one-time tokens is for this walk. */
  readonly nth: number
  readonly willow: Sent
  readonly maple: Sent
}

/** Walks; throws for a reply that is neither. */
export async function walk({ url, house, nth, willow, maple }: Walker): Promise<Walked> {
  const met = new Map<string, number>()
  let replies = 0

  async function asked(path: string, how: How = {}): Promise<Answer> {
    const late = new Promise<never>((_, fail) =>
      setTimeout(fail, PATIENCE, new Error(`no reply from ${path}`)).unref(),
    )
    const answer = await Promise.race([ask(url + path, how), late])
    replies += 1
    const { status, problem, headers } = answer
    if (status === 200 || status === 201) return answer
    expect(Object.keys(problems), `${status} of ${path}`).toContain(problem)
    expect(headers.get('content-type')).toBe('application/problem+json')
    met.set(problem ?? '', (met.get(problem ?? '') ?? 0) + 1)
    return answer
  }

  async function asTablet({ enrolled, ward, key }: TestTablet, sent: Sent) {
    const headers = { authorization: `Bearer ${enrolled.token}` }
    const say = (path: string, body: unknown) => asked(path, { body, headers })
    const settings = await say(endpoints.checkIn, { waiting: {}, sealsTo: key })
    const send = await say(endpoints.envelopes, { envelopes: [sent] })
    const tally = { sealed: 15, sent: 15, withdrawn: 0, erased: 0, waiting: 0, setAside: 0 }
    await say(endpoints.tallies, tally)
    await say(endpoints.withdrawals, { slips: [house.slip, formId()] })
    const receipts = v.safeParse(sendReply, send.body)
    return {
      settings: v.is(checkInReply, settings.body) && settings.status === 200 && ward !== '',
      stored: receipts.success && ['stored', 'duplicate'].includes(receipts.output.receipts[0]?.state ?? ''),
    }
  }

  async function inOffice(token: string): Promise<boolean> {
    const signed = await asked(endpoints.signIn, { body: { token } })
    const cookie = signed.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const say = (path: string, how: How = {}) => asked(path, { ...how, headers: { cookie } })
    const seen = await say(endpoints.overview)
    for (const release of house.releases) await say(endpoints.release.replace(':release', release))
    for (const { ward } of [house.willow, house.maple]) {
      const at = (path: string) => path.replace(':ward', ward)
      await say(at(endpoints.paper))
      const { body } = await say(at(endpoints.codes), { method: 'POST' })
      const code = (body as { code?: string }).code
      if (code) await asked(endpoints.enrol, { body: { code } })
    }
    const services = v.safeParse(overviewReply, seen.body)
    if (services.success)
      for (const { id } of services.output.services) await say(endpoints.wordings.replace(':service', id))
    await say(endpoints.rescues, { body: { envelopes: [willow, maple] } })
    return services.success
  }

  const maples = await asTablet(house.maple, maple)
  await asTablet(house.willow, willow)
  await asked(endpoints.health)
  await asked(endpoints.enrol, { body: { code: house.code, ward: house.maple.ward } })
  const tokens = [house.leaders[nth] ?? '', house.advocates[nth] ?? '']
  const offices: boolean[] = []
  for (const token of tokens) offices.push(await inOffice(token))
  return { problems: met, replies, maple: maples, offices }
}
