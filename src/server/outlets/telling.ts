// Tells addresses of releases, beside the requests: what waits is tried at once, then ever more rarely for three days.
//
//   waiting ─▶ the try is written down with the time of the next ─▶ sent ─▶ 2xx: arrived
//      ▲                        (a crash here: tried again then, under the same id)
//      └── any other answer, or none; after the last try: given up

import { outlets } from '../../protocol/outlets.ts'
import { inMinutes } from '../clock.ts'
import type { House } from '../house.ts'
import { logError } from '../log.ts'
import { beginTelling, type DueTelling, dueTellings, endTelling } from '../queries/webhooks.ts'
import { post } from './post.ts'
import { signed, signingSecret, tellingId } from './signed.ts'

/** Minutes from each try to the next: together nearly three days. */
export const WAITS = [1, 5, 30, 120, 300, 600, 840, 1200, 1200] as const

const EVERY = 2_000

/** What goes on beside the requests. */
export interface Telling {
  /** Resolves when what was under way is done; nothing begins after. */
  stop(): Promise<void>
}

/** Begins to tell, and goes on until it is stopped. */
export function telling(house: House): Telling {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round = Promise.resolve()
  const work = async () => {
    await tellAll(house).catch(error => logError('telling of releases', error))
    if (!stopped) timer = setTimeout(begin, EVERY)
  }
  const begin = () => {
    round = work()
  }
  begin()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await round
    },
  }
}

/** Tells what is due by now, all at once: an address that does not answer keeps no other waiting. */
async function tellAll(house: House): Promise<void> {
  const due = await dueTellings(house.db, house.clock.now().toISOString())
  await Promise.all(due.map(one => tell(house, one)))
}

async function tell(house: House, one: DueTelling): Promise<void> {
  const now = house.clock.now()
  const wait = WAITS[one.tries]
  if (!(await beginTelling(house.db, one, inMinutes(now, wait ?? 0)))) return
  const link = house.publicUrl + outlets.release.replace(':release', one.release)
  // The same bytes at each try: when it was tried stands in the header.
  const data = { release: one.release, due: one.due, link }
  const body = JSON.stringify({ type: 'release.published', data })
  const id = tellingId(one.webhook, one.release)
  const seconds = Math.floor(now.getTime() / 1000)
  const headers = signed(signingSecret(house, one.nonce), id, seconds, body)
  const came = await post(one.url, headers, body, one.demonstration)
  const arrived = typeof came === 'number' && came >= 200 && came < 300
  await endTelling(
    house.db,
    one,
    arrived ? 'arrived' : wait === undefined ? 'given up' : 'waiting',
    String(came),
  )
}
