// Another system with a token: what it reads, how fast, until when, and that it never sees more than its services.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditReply } from '../../../src/protocol/accounts.ts'
import { doors } from '../../../src/protocol/doors.ts'
import { endpoints } from '../../../src/protocol/endpoints.ts'
import { outlets, type ReleasesOut, type TokensReply } from '../../../src/protocol/outlets.ts'
import { plusDays } from '../../../src/server/clock.ts'
import { PER_MINUTE } from '../../../src/server/outlets/meter.ts'
import { hashOf } from '../../../src/server/secrets.ts'
import { table } from '../../exchange/rfc4180.ts'
import { now } from '../accounts/person.ts'
import { against } from '../described.ts'
import { type Answer, at, type Front, onBothEngines } from '../front.ts'
import { made, type Trust, today, trust } from './given.ts'

onBothEngines('a token', open => {
  let front: Front
  let here: Trust
  beforeAll(async () => {
    front = await open(now())
    here = await trust(front)
  })
  afterAll(() => front.stop())

  const listed = ({ body }: Answer) => (body as ReleasesOut).releases.map(({ id }) => id)
  const withToken = (token: string, path: string) =>
    front.ask(path, { headers: { authorization: `Bearer ${token}` } })

  it('reads services, wards, releases and roll-ups of its services, as they are described', async () => {
    const read = await here.reader('all')
    const { first, second, elms, held } = here.releases
    const all: [string, Answer][] = [
      ['/api/v1/services', await read(outlets.services)],
      ['/api/v1/wards', await read(outlets.wards)],
      ['/api/v1/releases', await read(outlets.releases)],
      ['/api/v1/releases/{release}', await read(at(outlets.release, first))],
      ['/api/v1/releases/{release}', await read(at(outlets.release, 'none'))],
      ['/api/v1/rollups', await read(outlets.rollUps)],
      ['/api/v1/rollups', await read(`${outlets.rollUps}?ward=none`)],
      ['/api/v1/releases', await read(`${outlets.releases}?colour=red`)],
      ['/api/v1/releases', await front.ask(outlets.releases)],
      ['/api/v1/releases', await read(`${outlets.releases}?from=2026-02-01&until=2026-01-01`)],
      ['/api/v1/rollups', await read(`${outlets.rollUps}?from=2026-02-01&until=2026-01-01`)],
    ]
    for (const [path, answer] of all) expect([path, ...against('get', path, answer)]).toEqual([path])
    expect(all.map(([, { status }]) => status)).toEqual([
      200, 200, 200, 200, 404, 200, 403, 400, 401, 422, 422,
    ])
    expect(listed(await read(outlets.releases)).toSorted()).toEqual([first, second, elms].toSorted())
    for (const [, { body }] of all) expect(JSON.stringify(body)).not.toContain(held)
    expect((await read(at(outlets.release, held))).problem).toBe('404.1')
  })

  it('sees nothing outside its services: no name, no release, no sum', async () => {
    const { services, releases, willow } = here
    const read = await here.reader([services.older])
    for (const path of [outlets.services, outlets.wards, outlets.releases, outlets.rollUps]) {
      const { body } = await read(path)
      expect(JSON.stringify(body)).not.toMatch(/Adult wards|Willow/)
    }
    expect(listed(await read(outlets.releases))).toEqual([releases.elms])
    expect((await read(at(outlets.release, releases.first))).problem).toBe('404.1')
    expect((await read(`${outlets.releases}?ward=${willow}`)).problem).toBe('403.6')
    expect((await read(`${outlets.rollUps}?service=${services.adult}`)).problem).toBe('403.6')
  })

  it('opens no door of the office, of a tablet or of an advocate', async () => {
    const read = await here.reader('all')
    for (const path of [endpoints.overview, doors.audit, doors.members, outlets.tokens])
      expect([path, (await read(path)).problem]).toEqual([path, '401.2'])
    const token = await made(here.admin)
    const headers = { authorization: `Bearer ${token}` }
    const checkIn = await front.ask(endpoints.checkIn, { headers, body: { waiting: {} } })
    expect(checkIn.problem).toBe('401.1')
  })

  it('gives the figures of all its releases as one file, which is an export and written down as one', async () => {
    const read = await here.reader([here.services.adult])
    const { body } = await read(`${outlets.releases}?format=csv&until=2026-01-31`)
    expect([...new Set(table(String(body)).rows.map(row => row.release?.text))]).toEqual([
      here.releases.first,
    ])
    const audit = (await here.admin.ask(doors.audit)).body as AuditReply
    expect(audit.entries).toContainEqual({
      day: today(),
      what: 'exported',
      detail: 'releases.csv, of Adult wards, the first day to 2026-01-31',
      by: 'Warehouse (token)',
    })
    const rolled = await read(`${outlets.rollUps}?format=csv`)
    expect(table(String(rolled.body)).rows[0]?.of?.text).toBe('Adult wards: Willow')
  })

  it('adds releases up only to what is whole', async () => {
    const read = await here.reader('all')
    const levels = async (query: string) =>
      ((await read(outlets.rollUps + query)).body as { rollUps: { level: string }[] }).rollUps.map(
        ({ level }) => level,
      )
    expect(await levels('')).toEqual(['ward', 'ward', 'service', 'service', 'organisation'])
    expect(await levels(`?ward=${here.willow}`)).toEqual(['ward'])
    expect(await levels('?of=service')).toEqual(['service', 'service'])
    expect((await read(`${outlets.rollUps}?of=organisation&ward=${here.willow}`)).problem).toBe('400.1')
  })

  it('is kept as a hash alone, and seen once', async () => {
    const token = await made(here.admin, { name: 'Seen once' })
    expect(token).toMatch(/^evt_[\w-]{43}$/)
    const rows = await front.look(db => db.selectFrom('api_tokens').selectAll().execute())
    expect(rows.some(({ hash }) => hash === hashOf(token))).toBe(true)
    expect(JSON.stringify(rows)).not.toContain(token)
    const { body } = await here.admin.ask(outlets.tokens)
    expect(JSON.stringify(body)).not.toContain(token)
    expect((body as TokensReply).tokens.find(({ name }) => name === 'Seen once')).toMatchObject({
      usedOn: null,
      by: 'Grace (administrator)',
    })
  })

  it('says when it was used last, and once a day in the record of changes', async () => {
    const token = await made(here.admin, { name: 'Used' })
    for (const path of [outlets.services, outlets.wards]) await withToken(token, path)
    const { tokens } = (await here.admin.ask(outlets.tokens)).body as TokensReply
    expect(tokens.find(({ name }) => name === 'Used')?.usedOn).toBe(today())
    const { entries } = (await here.admin.ask(doors.audit)).body as AuditReply
    expect(entries.filter(({ what, detail }) => what === 'token used' && detail === 'Used').length).toBe(1)
  })

  it('ends at once when an administrator ends it, and never for a year and a day', async () => {
    const token = await made(here.admin, { name: 'Ended' })
    expect((await withToken(token, outlets.services)).status).toBe(200)
    const { tokens } = (await here.admin.ask(outlets.tokens)).body as TokensReply
    const id = tokens.find(({ name }) => name === 'Ended')?.id ?? ''
    expect((await here.admin.ask(at(outlets.endToken, id), { body: {} })).status).toBe(200)
    const refused = await withToken(token, outlets.services)
    expect([refused.problem, refused.headers.get('www-authenticate')]).toEqual(['401.8', 'Bearer'])
    for (const until of [plusDays(today(), 366), plusDays(today(), -1), '2026-02-30']) {
      const body = { name: 'Never', services: 'all', until }
      expect((await here.admin.ask(outlets.tokens, { body })).problem).toBe('422.21')
    }
  })

  it('waits its minute after too many requests, is told how long, and no other token waits with it', async () => {
    const [busy, other] = [await made(here.admin), await made(here.admin)]
    // Counted beforehand, since nobody here asks a hundred and twenty times.
    const { id } = await front.look(db =>
      db.selectFrom('api_tokens').select('id').where('hash', '=', hashOf(busy)).executeTakeFirstOrThrow(),
    )
    expect((await withToken(busy, outlets.services)).status).toBe(200)
    await front.look(db =>
      db.updateTable('tries').set({ tries: PER_MINUTE }).where('who', '=', `token ${id}`).execute(),
    )
    const refused = await withToken(busy, outlets.services)
    expect([refused.status, refused.problem]).toEqual([429, '429.2'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await withToken(other, outlets.services)).status).toBe(200)
    front.wait(1)
    expect((await withToken(busy, outlets.services)).status).toBe(200)
  })
})

describe('a token whose last day is over', () => {
  onBothEngines('a day later', open => {
    it('opens nothing from the next day on, and on its last day everything still', async () => {
      const front = await open(now())
      const here = await trust(front)
      const token = await made(here.admin, { until: today() })
      const ask = () => front.ask(outlets.services, { headers: { authorization: `Bearer ${token}` } })
      expect((await ask()).status).toBe(200)
      front.wait(24 * 60)
      expect((await ask()).problem).toBe('401.8')
      await front.stop()
    })
  })
})
