// A server that has been used for two months, to be copied and spoilt: wards, tablets, forms in boxes, releases, one held.

import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { digest, toBase64 } from '../../../src/envelope/bytes.ts'
import { seal } from '../../../src/envelope/seal.ts'
import { markOf } from '../../../src/envelope/slip.ts'
import { endpoints } from '../../../src/protocol/endpoints.ts'
import { configFrom } from '../../../src/server/config.ts'
import { openDatabase } from '../../../src/server/database/database.ts'
import { hashOf } from '../../../src/server/secrets.ts'
import { type Running, start } from '../../../src/server/start.ts'
import { form } from '../../server/count/room.ts'
import {
  ask,
  enrol,
  formId,
  type How,
  type Leader,
  type Sent,
  signIn,
  type TestTablet,
  wayIn,
} from '../../server/front.ts'

/** Forms in Willow's box that its next count may take. */
export const FORMS = 14

/** The day of that count. */
export const DUE = '2026-04-01'

/** A furnished server that is not running, and what people hold of it. */
export interface Furnished {
  readonly data: string
  readonly willow: TestTablet
  readonly maple: TestTablet
  /** One-time tokens that sign in, one for each walk. */
  readonly leaders: readonly string[]
  readonly advocates: readonly string[]
  /** A code that nobody has used. */
  readonly code: string
  readonly slip: string
  readonly forms: readonly Sent[]
  readonly releases: readonly string[]
}

/** A server in a folder on a day. */
export const run = (data: string, day: string): Promise<Running> =>
  start(configFrom({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: data }, ['--empty']), {
    now: () => new Date(`${day}T12:00:00Z`),
  })

/** A form as a tablet seals it. */
export async function sealed({ ward, enrolled }: TestTablet, slip = formId()): Promise<Sent> {
  const { id: key, publicKey } = enrolled.settings.key
  const header = { id: formId(), ward, key, slip: await markOf(slip, crypto.subtle) }
  const bytes = await seal(form('sometimes'), header, publicKey)
  return { digest: await digest(bytes, crypto.subtle), bytes: toBase64(bytes) }
}

const all = (many: number, make: () => Promise<Sent>) => Promise.all(Array.from({ length: many }, make))

/** Lets two months go by on a server. */
export async function furnish(): Promise<Furnished> {
  const data = mkdtempSync(join(tmpdir(), 'ev-bad-'))
  let running = await run(data, '2026-02-02')
  const door = {
    officeToken: wayIn(running.links.office ?? ''),
    ask: (path: string, how?: How) => ask(running.url + path, how),
  }
  const leader: Leader = await signIn(door)
  const willow = await enrol(door, leader, await leader.addWard('Adult wards', 'Willow'))
  const maple = await enrol(door, leader, await leader.addWard('Adult wards', 'Maple'))
  const put = (path: string, body: unknown) =>
    leader.ask(path.replace(':ward', willow.ward), { method: 'PUT', body })
  await put(endpoints.about, { idle: 15, beds: 18, returnTo: 'Voices Together' })
  await put(endpoints.opening, { language: 'en', words: 'standard', size: 'large', aloud: false, calm: true })
  const { code } = await leader.code(maple.ward)
  const slip = formId()
  await willow.send(await sealed(willow, slip), ...(await all(FORMS, () => sealed(willow))))
  await willow.takeBack(slip)
  await willow.takeBack(formId())
  await running.stop()
  running = await run(data, '2026-03-01')
  await running.stop()
  running = await run(data, '2026-03-10')
  const forms = await all(FORMS, () => sealed(willow))
  await willow.send(...forms)
  await maple.send(...(await all(FORMS, () => sealed(maple))))
  await willow.send({ digest: hashOf('none'), bytes: toBase64(new TextEncoder().encode('none')) })
  for (const one of [willow, maple])
    await one.ask(endpoints.tallies, {
      sealed: 14,
      sent: 14,
      withdrawn: 0,
      erased: 0,
      waiting: 0,
      setAside: 0,
    })
  await running.stop()
  const db = await openDatabase({ folder: data })
  const [leaders, advocates] = [
    [formId(), formId()],
    [formId(), formId()],
  ]
  const releases = await db.selectFrom('releases').selectAll().execute()
  const [first] = releases
  if (!first) throw new Error('nothing was published')
  const held = { ...first, id: formId(), due: '2026-02-01', held: 'burst', held_on: '2026-02-01' } as const
  await db.insertInto('releases').values(held).execute()
  const until = '2100-01-01T00:00:00.000Z'
  const row = { organisation: first.organisation, until }
  for (const [tokens, role] of [
    [leaders, 'leader'],
    [advocates, 'advocate'],
  ] as const)
    for (const token of tokens)
      await db
        .insertInto('sign_ins')
        .values({ ...row, hash: hashOf(token), role })
        .execute()
  await db.updateTable('codes').set({ until }).execute()
  await db.destroy()
  return { data, willow, maple, leaders, advocates, code, slip, forms, releases: [first.id, held.id] }
}

/** Does something with a copy of a folder, which is gone afterwards. */
export async function withCopy<T>(data: string, work: (copy: string) => Promise<T>): Promise<T> {
  const copy = mkdtempSync(join(tmpdir(), 'ev-bad-copy-'))
  try {
    cpSync(data, copy, { recursive: true })
    return await work(copy)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
