// What the tests of what leaves begin with: an administrator, two services with wards, and releases that stand there.

import { evaluation } from '../../../src/instrument/evaluation.ts'
import { outlets, type TokenReply } from '../../../src/protocol/outlets.ts'
import { release } from '../../../src/results/release.ts'
import { tabulate } from '../../../src/results/tabulate.ts'
import { plusDays } from '../../../src/server/clock.ts'
import type { Database } from '../../../src/server/database/database.ts'
import { formsOf } from '../../exchange/releases.ts'
import { type Browser, grace, now } from '../accounts/person.ts'
import { type Answer, boxOf, type Front, formId, signIn } from '../front.ts'

export const today = (): string => now().slice(0, 10)

/** Keeps a release of so many forms of a ward's box; its id. */
export async function published(
  db: Database,
  ward: string,
  due: string,
  { forms = 12, held = false }: { forms?: number; held?: boolean } = {},
): Promise<string> {
  const id = formId()
  const body = release(evaluation, tabulate(evaluation, formsOf(forms)), due, 10)
  const { organisation, box } = await boxOf(db, ward)
  const row = { organisation, id, box, due, base: forms, body: JSON.stringify(body) }
  await db
    .insertInto('releases')
    .values({ ...row, held: held ? 'burst' : null, held_on: held ? due : null })
    .execute()
  return id
}

/** A trust with Willow of one service and Elm of another, three open releases, and one that waits for an advocate. */
export interface Trust {
  readonly admin: Browser
  readonly willow: string
  readonly elm: string
  readonly services: { readonly adult: string; readonly older: string }
  readonly releases: Readonly<Record<'first' | 'second' | 'elms' | 'held', string>>
  /** What a token reads that an administrator makes. */
  reader(services: 'all' | readonly string[]): Promise<(path: string) => Promise<Answer>>
}

export async function trust(front: Front): Promise<Trust> {
  const leader = await signIn(front)
  const willow = await leader.addWard('Adult wards', 'Willow')
  const elm = await leader.addWard('Older people', 'Elm')
  const releases = await front.look(async db => ({
    first: await published(db, willow, '2026-01-01', { forms: 30 }),
    second: await published(db, willow, '2026-02-01'),
    elms: await published(db, elm, '2026-02-01', { forms: 120 }),
    held: await published(db, willow, '2026-03-01', { held: true }),
  }))
  const service = async (ward: string) =>
    front.look(async db => {
      const row = db.selectFrom('wards').select('service').where('id', '=', ward)
      return (await row.executeTakeFirstOrThrow()).service
    })
  const services = { adult: await service(willow), older: await service(elm) }
  const admin = (await grace(front)).browser
  return {
    admin,
    willow,
    elm,
    services,
    releases,
    async reader(given) {
      const token = await made(admin, { services: given })
      return path => front.ask(path, { headers: { authorization: `Bearer ${token}` } })
    },
  }
}

/** A token, as an administrator makes one. */
export async function made(admin: Pick<Browser, 'ask'>, more: object = {}): Promise<string> {
  const body = { name: 'Warehouse', services: 'all', until: plusDays(today(), 30), ...more }
  const { body: reply } = await admin.ask(outlets.tokens, { body })
  return (reply as TokenReply).token
}
