// Every route of openapi.json, asked by everybody, of what is theirs and of what is another's: as permissions.ts says, no more.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '../../src/protocol/endpoints.ts'
import type { Overview } from '../../src/protocol/office.ts'
import description from '../../src/protocol/openapi.json' with { type: 'json' }
import { appOf } from '../../src/server/app.ts'
import type { Database } from '../../src/server/database/database.ts'
import { ruleOf } from '../../src/server/endpoint.ts'
import { permissions, type Route, type Rule } from '../../src/server/permissions.ts'
import { now } from './accounts/person.ts'
import { bodies } from './bodies.ts'
import { houseAt } from './count/room.ts'
import { type Asker, askers, named, type Place, places } from './estate.ts'
import { type Front, onBothEngines } from './front.ts'

interface Operation {
  readonly summary: string
  readonly requestBody?: object
}

const paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> = description.paths
const described = Object.entries(paths).flatMap(([path, operations]) =>
  Object.entries(operations).map(([method, operation]) => ({
    route: `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}` as Route,
    operation,
  })),
)

describe('the table of permissions', () => {
  it('has a line for every route that is described, and no line for anything else', () => {
    expect(Object.keys(permissions).sort()).toEqual(described.map(one => one.route).toSorted())
  })

  it('is what each route of the server asks, and each asks its own line', async () => {
    const data = mkdtempSync(join(tmpdir(), 'ev-rules-'))
    const house = await houseAt({ data, databaseUrl: undefined }, '2026-05-04')
    const routes = appOf(house).routes.filter(one => one.method !== 'ALL' && one.path !== '/*')
    const asked = routes.map(one => [`${one.method} ${one.path}`, ruleOf(one.handler)])
    expect(asked.length).toBeGreaterThan(40)
    for (const [route, rule] of asked) expect([route, rule]).toEqual([route, route])
    await house.db.destroy()
    rmSync(data, { recursive: true, force: true })
  })

  it('names in each path what it looks at', () => {
    for (const [route, rule] of Object.entries<Rule>(permissions)) {
      const of = rule.by === 'office' || rule.by === 'token' ? rule.of : undefined
      if (of && of !== 'named' && of !== 'listed') expect(route).toContain(`/:${of}`)
      // What belongs to a service is never left unlooked at.
      const scoped = /:(ward|service|tablet|release|action|checker)\b/.exec(route)?.[1]
      expect([route, of]).toEqual([route, scoped ?? of])
    }
  })
})

/** What a route says that let somebody through, where that is no success: there is nothing true to send it here. */
const through: Partial<Record<Route, string>> = {
  'POST /api/enrolments': '403.1',
  'POST /api/sign-in': '401.3',
  'POST /api/invitations/look': '401.7',
  'POST /api/invitations/accept': '401.7',
  'POST /api/auth/sign-in/email': '401.4',
  'POST /api/auth/two-factor/verify-totp': '401.5',
  'POST /api/auth/two-factor/verify-backup-code': '401.5',
  'POST /api/auth/passkey/verify-authentication': '401.6',
  'POST /api/auth/sign-in/social': '404.1',
  'GET /api/auth/callback/:provider': '404.1',
  'POST /api/auth/change-password': '401.4',
  'POST /api/auth/passkey/verify-registration': '401.6',
  'POST /api/auth/passkey/delete-passkey': '404.1',
  'POST /api/office/demonstration/:ward': '404.1',
  // Of a voice that is not there; whose to strike out one is that is: readiness.test.ts.
  'POST /api/office/checkers/:checker/voices/:voice/strike': '404.1',
  'PUT /api/office/services/:service/groups': '409.31',
  'PUT /api/office/wards/:ward/count-day': '409.32',
}

/** What permissions.ts says of somebody at a place: 'let through', or the number of the refusal. */
function expected(route: Route, who: Asker, at: Place, crossSite: boolean): string {
  const rule: Rule = permissions[route]
  const ok = through[route] ?? 'let through'
  if (rule.by === 'token') {
    if (who.token === undefined) return '401.8'
    const open = at.organisation === who.organisation && who.token.includes(at.service)
    return (rule.of === undefined && !route.includes('/:response')) || open ? ok : '404.1'
  }
  if (rule.by === 'tablet') return who.name === 'a tablet' ? ok : '401.1'
  if (rule.by !== 'office') return crossSite && rule.by === 'own pages' ? '403.2' : ok
  if (crossSite && !route.startsWith('GET')) return '403.2'
  if (who.role === undefined) return '401.2'
  if (!rule.roles.includes(who.role))
    return rule.roles.includes('leader') ? '403.4' : rule.roles.includes('advocate') ? '403.3' : '403.5'
  if (rule.person && !who.person) return '403.8'
  const here = at.organisation === who.organisation
  const seen = who.services === 'all' || who.services?.includes(at.service) === true
  if (rule.of === 'named') return who.services === 'all' || (here && seen) ? ok : '403.6'
  if (route === 'POST /api/office/rescues') return here && !seen ? '403.6' : ok
  if (!route.includes('/:')) return ok
  return here && (seen || rule.of === undefined) ? ok : '404.1'
}

onBothEngines('everybody who asks', open => {
  let front: Front
  let db: Database
  let at: Awaited<ReturnType<typeof places>>['places']
  let everybody: readonly Asker[]
  let done = () => {}
  beforeAll(async () => {
    front = await open(now())
    const opened = Promise.withResolvers<Database>()
    const end = new Promise<void>(resolve => (done = resolve))
    void front.look(async found => {
      opened.resolve(found)
      await end
    })
    db = await opened.promise
    const { places: found, token } = await places(front, db)
    at = found
    everybody = await askers(front, db, at, token)
  })
  afterAll(async () => {
    done()
    await front.stop()
  })

  // Whoever signs out is nobody afterwards: that comes last.
  const order = described.toSorted(
    (a, b) => Number(a.route.endsWith('sign-out')) - Number(b.route.endsWith('sign-out')),
  )

  it.each(order)(
    'gets from $route what its line says',
    async ({ route, operation }) => {
      const [method = '', path = ''] = route.split(' ')
      if (operation.requestBody) expect(bodies).toHaveProperty([route])
      const targets = Object.entries(at)
      for (const crossSite of [true, false])
        for (const who of everybody)
          for (const [where, place] of route.endsWith('sign-out') ? targets.slice(0, 1) : targets) {
            await db.deleteFrom('tries').execute()
            const parameter = /:(\w+)/.exec(path)?.[1]
            const id = parameter ? await named(db, place, parameter, path) : ''
            const body = await bodies[route]?.(place)
            const headers = crossSite ? { 'sec-fetch-site': 'cross-site' } : {}
            const how = { method, headers, ...(body === undefined ? {} : { body }) }
            const { status, problem } = await who.browser.ask(path.replace(/:\w+/, id), how)
            const got = problem ?? (status < 300 ? 'let through' : String(status))
            expect([who.name, where, crossSite, got]).toEqual([
              who.name,
              where,
              crossSite,
              expected(route, who, place, crossSite),
            ])
          }
    },
    120_000,
  )
})

onBothEngines('what lies open', open => {
  it('is of one’s own services alone: the overview shows no other, and another organisation’s none of ours', async () => {
    const front = await open(now())
    await front.look(async db => {
      const { places: at, token } = await places(front, db)
      for (const who of await askers(front, db, at, token)) {
        if (who.role === undefined) continue
        const { services } = (await who.browser.ask(endpoints.overview)).body as Overview
        const all = who.organisation === at.other.organisation ? [at.other] : [at.this, at.that]
        const theirs = all.filter(one => who.services === 'all' || who.services?.includes(one.service))
        expect([who.name, services.map(one => one.id)]).toEqual([who.name, theirs.map(one => one.service)])
        const tablets = services.flatMap(one => one.wards.flatMap(ward => ward.tablets))
        const keeps = who.role === 'leader' || who.role === 'administrator'
        expect([who.name, tablets.length]).toEqual([who.name, keeps ? theirs.length : 0])
      }
    })
    await front.stop()
  })
})
