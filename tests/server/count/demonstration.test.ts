// A demonstration shows a newcomer the whole way; outside one nobody can ask for a count.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replay } from '../../../src/improve/action.ts'
import { actionsReply } from '../../../src/protocol/actions.ts'
import { doors } from '../../../src/protocol/doors.ts'
import { endpoints } from '../../../src/protocol/endpoints.ts'
import type { ReleaseReply } from '../../../src/protocol/office.ts'
import { configFrom } from '../../../src/server/config.ts'
import { prepare } from '../../../src/server/first.ts'
import type { House } from '../../../src/server/house.ts'
import { reconcile } from '../../../src/server/ledger.ts'
import { createOrganisation } from '../../../src/server/queries/organisations.ts'
import { newSignIn } from '../../../src/server/queries/sessions.ts'
import { type Running, start } from '../../../src/server/start.ts'
import { type Postgres, startPostgres } from '../../fixtures/postgres.ts'
import { ask, type Front, type Leader, signIn } from '../front.ts'
import { houseAt } from './room.ts'

const TODAY = '2026-11-22'

describe.each(['SQLite', 'PostgreSQL'])('a demonstration, on %s', engine => {
  let cluster: Postgres | undefined
  let running: Running
  let front: Pick<Front, 'ask' | 'officeToken'>
  let real: Leader
  let newcomer: Leader
  let ward = ''
  let took = 0
  const data = mkdtempSync(join(tmpdir(), 'ev-demonstration-'))
  beforeAll(async () => {
    cluster = engine === 'PostgreSQL' ? await startPostgres() : undefined
    const databaseUrl = cluster?.database()
    const settings = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: data, DATABASE_URL: databaseUrl }
    const clock = { now: () => new Date(`${TODAY}T12:00:00Z`) }
    const started = performance.now()
    running = await start(configFrom(settings, []), clock)
    took = performance.now() - started
    front = {
      ask: (path, how) => ask(running.url + path, how),
      officeToken: running.links.office?.split('#sign-in=')[1] ?? '',
    }
    newcomer = await signIn(front)
    ward = (await newcomer.overview()).services[0]?.wards[0]?.id ?? ''
    const house = await houseAt({ data, databaseUrl }, TODAY)
    await createOrganisation(house.db, 'real', 'A real trust')
    real = await signIn(front, await newSignIn(house, 'real'))
    await house.db.destroy()
  })
  afterAll(async () => {
    await running?.stop()
    await cluster?.stop()
    rmSync(data, { recursive: true, force: true })
  })

  const release = async (leader: Leader, id: string) => leader.ask(endpoints.release.replace(':release', id))

  it('does something about its releases, in every state, so that its tablet has something to show', async () => {
    const { actions } = v.parse(actionsReply, (await newcomer.ask(doors.actions)).body)
    const states = actions.map(entries => replay(entries)?.state).toSorted()
    expect(states).toEqual(['agreed', 'done', 'proposed', 'refused', 'under way'])
  })

  it('is there within five seconds and says on its face that it is not real', async () => {
    expect(took).toBeLessThan(5000)
    const overview = await newcomer.overview()
    expect(overview).toMatchObject({ organisation: 'Demonstration Trust (not real)', demonstration: true })
    const wards = overview.services.flatMap(service => service.wards)
    expect(wards.map(one => one.releases.length)).toEqual([0, 16])
    expect(overview.services[0]?.wordings).toContain('pl/easy')
    for (const one of wards) expect(one.contacts.advocate.phone).toMatch(/^01632 960\d{3}$/)
  })

  it('has a history that is believable: sizes vary and no statement is unanimous everywhere', async () => {
    const told = (await newcomer.overview()).services[0]?.wards[1]
    const replies = await Promise.all((told?.releases ?? []).map(one => release(newcomer, one.id)))
    const all = replies.map(reply => (reply.body as ReleaseReply).release)
    expect(new Set(all.map(one => one.base)).size).toBeGreaterThan(4)
    for (const one of all) {
      expect(one.base).toBeGreaterThanOrEqual(10)
      expect(one.base).toBeLessThanOrEqual(100)
    }
    const nearlyAll = all[0]?.items.filter(item =>
      Object.values(item.cells).some(cell => cell.kind === 'banded' && cell.band === 'all or nearly all'),
    )
    expect(nearlyAll?.length).toBeLessThan(3)
    for (const item of all[0]?.items ?? []) expect(Object.keys(item.cells)).toEqual(all[0]?.columns)
  })

  it('lets a newcomer in as an advocate too, by a link of her own', async () => {
    const token = running.links.advocate?.split('#sign-in=')[1] ?? ''
    expect(await (await signIn(front, token)).overview()).toMatchObject({ role: 'advocate' })
  })

  it('prints all of its links at every start, and goes on where its first one was cut short', async () => {
    const address = { data: mkdtempSync(join(tmpdir(), 'ev-cut-')), databaseUrl: cluster?.database() }
    const house = await houseAt(address, TODAY)
    let left = 60
    const random: House['random'] = bytes => {
      if (left-- === 0) throw new Error('the power goes')
      return house.random(bytes)
    }
    await expect(prepare({ ...house, random })).rejects.toThrow('the power goes')
    await reconcile(house)
    const links = await prepare(house)
    expect([links.tablet, links.office, links.advocate]).toEqual(Array(3).fill(expect.any(String)))
    const { due } = await house.db
      .selectFrom('releases')
      .select('due')
      .orderBy('due')
      .executeTakeFirstOrThrow()
    const releases = await house.db.selectFrom('releases').selectAll().execute()
    expect([due, releases.length]).toEqual(['2025-07-01', 16])
    expect(await prepare(house)).toMatchObject({ tablet: expect.any(String), office: expect.any(String) })
    await house.db.destroy()
    rmSync(address.data, { recursive: true, force: true })
  })

  it('tops the box up and lets its date come, again and again', async () => {
    const path = endpoints.demonstrate.replace(':ward', ward)
    const ids: string[] = []
    for (const due of ['2026-12-01', '2027-01-01']) {
      const { status, body } = await newcomer.ask(path, { method: 'POST' })
      expect(status).toBe(200)
      const { release: id } = body as { release: string }
      const found = (await release(newcomer, id)).body as ReleaseReply
      expect(found).toMatchObject({ demonstration: true, wards: ['Maple Ward (invented)'], release: { due } })
      expect(found.release.base).toBeGreaterThanOrEqual(20)
      ids.push(id)
    }
    expect(new Set(ids).size).toBe(2)
  })

  it('shows its releases to nobody from another organisation', async () => {
    const [first] = (await newcomer.overview()).services[0]?.wards[1]?.releases ?? []
    expect((await release(real, first?.id ?? '')).problem).toBe('404.1')
    expect((await front.ask(endpoints.release.replace(':release', first?.id ?? ''))).problem).toBe('401.2')
  })

  it('is the only place where somebody can let a count happen', async () => {
    const mine = await real.addWard('Adult wards', 'Oak')
    for (const one of [mine, ward]) {
      const path = endpoints.demonstrate.replace(':ward', one)
      expect((await real.ask(path, { method: 'POST' })).problem).toBe('404.1')
    }
    expect((await front.ask(endpoints.demonstrate.replace(':ward', ward), { method: 'POST' })).problem).toBe(
      '401.2',
    )
  })
})
