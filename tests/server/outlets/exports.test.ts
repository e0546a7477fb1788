// Files that somebody takes from the office: what is in them, whose they are, that they are written down, and how they end.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditReply } from '../../../src/protocol/accounts.ts'
import { doors } from '../../../src/protocol/doors.ts'
import { type ExportRequest, files, outlets } from '../../../src/protocol/outlets.ts'
import { streamed } from '../../../src/server/outlets/streamed.ts'
import { written } from '../../../src/server/outlets/written.ts'
import { createOrganisation } from '../../../src/server/queries/organisations.ts'
import { estateOf, everyRelease } from '../../../src/server/queries/published.ts'
import { newService, newWard } from '../../../src/server/queries/wards.ts'
import { table } from '../../exchange/rfc4180.ts'
import { faults } from '../../exchange/valid.ts'
import { type Browser, invited, now, takeUp } from '../accounts/person.ts'
import { houseAt } from '../count/room.ts'
import { against } from '../described.ts'
import { type Front, onBothEngines, openFront } from '../front.ts'
import { published, type Trust, trust } from './given.ts'

const everything: Omit<ExportRequest, 'file'> = { service: null, ward: null, from: null, until: null }

onBothEngines('an export', open => {
  let front: Front
  let here: Trust
  beforeAll(async () => {
    front = await open(now())
    here = await trust(front)
  })
  afterAll(() => front.stop())

  const take = async (who: Pick<Browser, 'ask'>, file: ExportRequest['file'], more: object = {}) =>
    who.ask(outlets.exports, { body: { file, ...everything, ...more } })
  const ids = (file: unknown) => [...new Set(table(String(file)).rows.map(row => row.release?.text))]
  const record = async () => {
    const { body } = await here.admin.ask(doors.audit)
    return (body as AuditReply).entries.filter(({ what }) => what === 'exported')
  }

  it('holds every release that may be seen, and never one that waits for an advocate', async () => {
    const { first, second, elms, held } = here.releases
    const { body, headers } = await take(here.admin, 'releases.csv')
    expect(ids(body).toSorted()).toEqual([first, second, elms].toSorted())
    expect(headers.get('equal-voice-releases')).toBe('3')
    for (const file of files) expect(String((await take(here.admin, file)).body)).not.toContain(held)
  })

  it('is of the wards and days that were chosen, the last day among them', async () => {
    const { first, second, elms } = here.releases
    const of = async (more: object) => ids((await take(here.admin, 'releases.csv', more)).body).toSorted()
    expect(await of({ ward: here.willow })).toEqual([first, second].toSorted())
    expect(await of({ service: here.services.older })).toEqual([elms])
    expect(await of({ until: '2026-01-01' })).toEqual([first])
    expect(await of({ from: '2026-01-02', until: '2026-02-01' })).toEqual([second, elms].toSorted())
    expect(await of({ from: '2026-03-01' })).toEqual([])
  })

  it('is refused where the last day comes before the first: an empty file would be taken for "no releases"', async () => {
    const before = await record()
    for (const file of files) {
      const taken = await take(here.admin, file, { from: '2026-02-01', until: '2026-01-01' })
      expect(against('post', outlets.exports, taken)).toEqual([])
      expect(taken.problem).toBe('422.23')
    }
    expect(await record()).toEqual(before)
  })

  it('has no roll-up of a service or of everything that is made of a part of it alone', async () => {
    const ofs = async (more: object) => {
      const { body } = await take(here.admin, 'rollups.csv', more)
      return [...new Set(table(String(body)).rows.map(row => row.of?.text))]
    }
    expect(await ofs({})).toEqual([
      'Adult wards: Willow',
      'Older people: Elm',
      'Adult wards',
      'Older people',
      'Our organisation',
    ])
    expect(await ofs({ ward: here.willow })).toEqual(['Adult wards: Willow'])
    expect(await ofs({ service: here.services.adult })).toEqual(['Adult wards: Willow', 'Adult wards'])
  })

  it('is to a reader and a leader of their services alone, whatever they ask for', async () => {
    for (const role of ['reader', 'leader'] as const) {
      const { token } = await invited(here.admin, { role, services: [here.services.older] })
      const { browser } = await takeUp(front, token, 'Sam', `${role}@example.org`)
      expect(ids((await take(browser, 'releases.csv')).body)).toEqual([here.releases.elms])
      expect((await take(browser, 'releases.csv', { ward: here.willow })).problem).toBe('403.6')
      expect((await take(browser, 'rollups.csv', { service: here.services.adult })).problem).toBe('403.6')
      const { body } = await take(browser, 'rollups.csv')
      const ofs = table(String(body)).rows.map(row => row.of?.text)
      expect(ofs).not.toContain('Our organisation')
    }
  })

  it('stands in the record of changes before it leaves: who took which file, of what, of which days', async () => {
    const before = (await record()).length
    await take(here.admin, 'breakdowns.csv', { service: here.services.older, from: '2026-01-01' })
    const found = await record()
    expect(found.length).toBe(before + 1)
    expect(found).toContainEqual(
      expect.objectContaining({
        detail: 'breakdowns.csv, of Older people, 2026-01-01 to today',
        by: 'Grace (administrator)',
      }),
    )
  })

  it('stands there too when it is what a page drew or printed, and is refused of what its reader does not see', async () => {
    const { first, held } = here.releases
    const draw = (who: Pick<Browser, 'ask'>, release: string, as: string) =>
      who.ask(outlets.drawnRelease.replace(':release', release), { body: { as } })
    const chart = (who: Pick<Browser, 'ask'>, of: object) =>
      who.ask(outlets.drawnResults, { body: { as: 'png', service: null, ward: null, ...of } })
    const before = (await record()).length
    const answers = [
      await draw(here.admin, first, 'svg'),
      await draw(here.admin, first, 'paper'),
      await chart(here.admin, { ward: here.willow }),
      await chart(here.admin, {}),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const found = (await record()).map(({ detail }) => detail)
    expect(found).toEqual(
      expect.arrayContaining([
        'release.svg, of Willow, 2026-01-01',
        'release on paper, of Willow, 2026-01-01',
        'chart.png, of Willow, all days',
        'chart.png, of all services, all days',
      ]),
    )

    const { token } = await invited(here.admin, { role: 'reader', services: [here.services.older] })
    const { browser } = await takeUp(front, token, 'Ada', 'ada@example.org')
    expect((await draw(browser, first, 'svg')).problem).toBe('404.1')
    expect((await chart(browser, { ward: here.willow })).problem).toBe('403.6')
    expect((await draw(here.admin, held, 'png')).problem).toBe('403.3')
    expect((await draw(here.admin, first, 'gif')).problem).toBe('400.1')
    expect(await record()).toHaveLength(before + 4)
  })

  it('comes with its dictionary, which names every column of it', async () => {
    const dictionary = table(String((await take(here.admin, 'dictionary.csv')).body)).rows
    for (const file of ['releases', 'breakdowns', 'rollups'] as const) {
      const { head } = table(String((await take(here.admin, `${file}.csv`)).body))
      const told = dictionary.filter(row => row.file?.text === file).map(row => row.column?.text)
      expect([file, told]).toEqual([file, head])
    }
  })

  it('is as FHIR one whole bundle, in which nobody else finds a fault', async () => {
    const { body, headers } = await take(here.admin, 'fhir.json')
    expect(headers.get('content-type')).toMatch(/^application\/fhir\+json/)
    const { entry } = body as { entry: { resource: { resourceType: string; id: string } }[] }
    const reports = entry.filter(({ resource }) => resource.resourceType === 'MeasureReport')
    expect(reports.length).toBe(3)
    for (const { resource } of entry) expect([resource.id, ...faults(resource)]).toEqual([resource.id])
  })
})

describe('a long export, from a server to somebody who goes away', () => {
  it('is broken off without harm: the server goes on, and its record says that it was begun', async () => {
    const front = await openFront(undefined, now())
    const here = await trust(front)
    // More than what lies between here and there can hold.
    await front.look(async db => {
      for (let n = 0; n < 200; n++) await published(db, here.willow, `${1700 + n}-01-01`, { forms: 120 })
    })
    const cookie = [...here.admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const stop = new AbortController()
    const response = await fetch(front.url + outlets.exports, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ file: 'fhir.json', ...everything }),
      signal: stop.signal,
    })
    await response.body?.getReader().read()
    stop.abort()
    const { body } = await here.admin.ask(doors.audit)
    expect((body as AuditReply).entries.filter(({ what }) => what === 'exported').length).toBe(1)
    expect(
      (await here.admin.ask(outlets.exports, { body: { file: 'dictionary.csv', ...everything } })).status,
    ).toBe(200)
    await front.stop()
  })
})

describe('a long export', () => {
  const many = 230

  async function long(
    work: (house: Awaited<ReturnType<typeof houseAt>>, reads: () => number) => Promise<void>,
  ) {
    const data = mkdtempSync(join(tmpdir(), 'ev-long-'))
    const house = await houseAt({ data, databaseUrl: undefined }, '2026-05-04')
    await createOrganisation(house.db, 'o', 'A trust')
    const service = await newService(house, 'o', 'Adult wards')
    const ward = await newWard(house, 'o', service, 'Willow')
    for (let n = 0; n < many; n++) await published(house.db, ward, `${1990 + n}-01-01`)
    let reads = 0
    const counted = house.db.withPlugin({
      transformQuery({ node }) {
        reads += 1
        return node
      },
      transformResult: async ({ result }) => result,
    })
    await work({ ...house, db: counted }, () => reads)
    await house.db.destroy()
    rmSync(data, { recursive: true, force: true })
  }

  const answer = async ({ db }: Awaited<ReturnType<typeof houseAt>>) => {
    const estate = await estateOf(db, { organisation: 'o', services: 'all' })
    const which = { boxes: [...estate.boxes.keys()], from: null, until: null }
    return streamed('x.csv', written('releases.csv', 'http://x', estate, everyRelease(db, estate, which), []))
  }

  it('is read from the database in pages, as it is taken, and is whole in the end', async () => {
    await long(async (house, reads) => {
      const response = await answer(house)
      const [estate] = [reads()]
      const text = await response.text()
      expect(table(text).rows.length).toBe(many * 23)
      expect(reads() - estate).toBe(Math.ceil(many / 50))
    })
  })

  it('ends with whoever asked for it: nothing more is read once they have gone', async () => {
    await long(async (house, reads) => {
      const reader = (await answer(house)).body?.getReader()
      await reader?.read()
      await reader?.read()
      const before = reads()
      await reader?.cancel()
      await new Promise(later => setTimeout(later, 50))
      expect(reads()).toBe(before)
      expect(before).toBeLessThan(Math.ceil(many / 50))
    })
  })

  it('breaks off, rather than ending as if it were whole, when the database is lost on the way', async () => {
    await long(async house => {
      const broken = house.db.withPlugin({
        transformQuery: ({ node }) => node,
        async transformResult({ result }) {
          if (
            result.rows.length === 51 &&
            'due' in (result.rows[0] ?? {}) &&
            String(result.rows[0]?.due) > '2000'
          )
            throw new Error('the database is gone')
          return result
        },
      })
      const response = await answer({ ...house, db: broken })
      await expect(response.text()).rejects.toThrow()
    })
  })
})
