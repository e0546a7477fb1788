// Two organisations with everything that a route can name, and everybody who could ask; for the matrix.

import { evaluation } from '../../src/instrument/evaluation.ts'
import type { MemberRequest, Role, Services } from '../../src/protocol/accounts.ts'
import { doors } from '../../src/protocol/doors.ts'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { release } from '../../src/results/release.ts'
import { tabulate } from '../../src/results/tabulate.ts'
import type { Database } from '../../src/server/database/database.ts'
import { hashOf } from '../../src/server/secrets.ts'
import { proposal } from '../improve/actions.ts'
import { Browser } from './accounts/person.ts'
import { enrol, type Front, formId, signIn, someContacts } from './front.ts'

/** Something that a path can name: of which organisation and service. */
export interface Place {
  readonly organisation: string
  readonly service: string
  readonly name: string
  readonly ward: string
  readonly box: string
  readonly tablet: string
  /** The key to which its forms are sealed. */
  readonly key: string
}

/** Somebody who asks, and as what. */
export interface Asker {
  readonly name: string
  readonly browser: Browser
  readonly organisation?: string
  readonly role?: Role
  readonly services?: Services
  readonly person?: true
  /** The services of the token that it asks with. */
  readonly token?: readonly string[]
}

const OTHER = 'z-other'

/** This ward, that one of another service, and one of another organisation. */
export async function places(
  front: Front,
  db: Database,
): Promise<{ places: Readonly<Record<'this' | 'that' | 'other', Place>>; token: string }> {
  const leader = await signIn(front)
  const furnish = async (service: string, ward: string) => {
    const id = await leader.addWard(service, ward)
    const tablet = await enrol(front, leader, id)
    const row = await db
      .selectFrom('wards')
      .select(['organisation', 'service', 'box'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return { place: { ...row, name: service, ward: id, tablet: tablet.id, key: tablet.key }, tablet }
  }
  const willow = await furnish('Adult wards', 'Willow')
  const elm = await furnish('Older people', 'Elm')
  return {
    places: { this: willow.place, that: elm.place, other: await another(db) },
    token: willow.tablet.enrolled.token,
  }
}

async function another(db: Database): Promise<Place> {
  const [organisation, service, box, ward, tablet] = [OTHER, 'z-service', 'z-box', 'z-ward', 'z-tablet']
  const theirs = { organisation, service }
  await db
    .insertInto('organisations')
    .values({ id: organisation, name: 'Another trust', demonstration: 0, days_ahead: 0 })
    .execute()
  await db
    .insertInto('services')
    .values({ organisation, id: service, name: 'Their wards', threshold: 10 })
    .execute()
  await db
    .insertInto('boxes')
    .values({ ...theirs, id: box, next_count: '2100-01-01', enough: 0, as_of: '2026-01-01' })
    .execute()
  await db
    .insertInto('wards')
    .values({ ...theirs, id: ward, box, name: 'Yew', contacts: JSON.stringify(someContacts) })
    .execute()
  await db.insertInto('box_wards').values({ organisation, box, ward }).execute()
  const device = {
    name: 'Tablet 1',
    token_hash: 'none',
    heard_on: '2026-01-01',
    ended: 0,
    batches: 0,
  } as const
  await db
    .insertInto('tablets')
    .values({ organisation, id: tablet, ward, ...device })
    .execute()
  return { ...theirs, name: 'Their wards', ward, box, tablet, key: 'z-key' }
}

/** Everybody: nobody, a tablet, each role of this service, a leader of that one, a link, and another's administrator. */
export async function askers(
  front: Front,
  db: Database,
  of: Readonly<Record<'this' | 'that', Place>>,
  token: string,
): Promise<readonly Asker[]> {
  const { organisation } = of.this
  const come = async (name: string, home: string, as: MemberRequest): Promise<Asker> => {
    const browser = new Browser(front)
    const secret = await invitation(db, home, as)
    const body = { token: secret, name, email: `${formId()}@example.org`, password: null }
    const { status } = await browser.ask(doors.accept, { body })
    if (status !== 200) throw new Error(`${name} could not come in`)
    return { name, browser, organisation: home, ...as, person: true }
  }
  const mine = [of.this.service]
  const link = new Browser(front)
  await link.ask(endpoints.signIn, { body: { token: await leadersLink(db, organisation) } })
  return [
    { name: 'nobody', browser: new Browser(front) },
    { name: 'a tablet', browser: new Browser(front, { authorization: `Bearer ${token}` }) },
    await come('a reader', organisation, { role: 'reader', services: mine }),
    await come('a leader of this service', organisation, { role: 'leader', services: mine }),
    await come('a leader of another', organisation, { role: 'leader', services: [of.that.service] }),
    await come('an advocate', organisation, { role: 'advocate', services: mine }),
    await come('an administrator', organisation, { role: 'administrator', services: 'all' }),
    await come("another's administrator", OTHER, { role: 'administrator', services: 'all' }),
    {
      name: 'a token of this service',
      browser: new Browser(front, { authorization: `Bearer ${await apiToken(db, organisation, mine)}` }),
      organisation,
      token: mine,
    },
    { name: 'a leader by a link', browser: link, organisation, role: 'leader', services: 'all' },
  ]
}

/** A link that signs a leader in, once. */
export async function leadersLink(db: Database, organisation: string): Promise<string> {
  const token = formId()
  const until = '2100-01-01T00:00:00.000Z'
  await db
    .insertInto('sign_ins')
    .values({ organisation, hash: hashOf(token), until, role: 'leader' })
    .execute()
  return token
}

async function invitation(db: Database, organisation: string, as: MemberRequest, id = formId()) {
  const token = formId()
  const until = '2100-01-01T00:00:00.000Z'
  const row = { organisation, id, hash: hashOf(token), email: null, role: as.role, until, who: 'a test' }
  await db
    .insertInto('invitations')
    .values({ ...row, services: JSON.stringify(as.services) })
    .execute()
  return token
}

/** What a parameter of a path stands for at a place: made anew where a request uses it up. */
export async function named(db: Database, { organisation, ...place }: Place, what: string, path: string) {
  if (what === 'ward' || what === 'service' || what === 'tablet') return place[what]
  if (what === 'provider') return 'nowhere'
  const id = formId()
  if (what === 'invitation') await invitation(db, organisation, { role: 'reader', services: 'all' }, id)
  else if (what === 'release') await frozen(db, organisation, place.box, id, path.endsWith('let-go'))
  else if (what === 'action') await proposed(db, organisation, place.box, id)
  else if (what === 'member') await member(db, organisation, id)
  else if (what === 'definition') return definitions[path.split('/')[2] ?? ''] ?? ''
  else if (what === 'response') {
    await readied(db, { organisation, ...place }, id, '2026-05-03')
    // By staff alone.
    return `${id}.16`
  } else if (what === 'token') await apiToken(db, organisation, [], id)
  else if (what === 'webhook') await webhook(db, organisation, id)
  else if (what === 'checker') await readied(db, { organisation, ...place }, id)
  else throw new Error(`nobody has said what ${what} is`)
  return id
}

const definitions: Readonly<Record<string, string>> = {
  Questionnaire: 'rrn-readiness-checker',
  Measure: 'rrn-coproduction-evaluation',
  CodeSystem: 'equal-voice-figures',
  StructureDefinition: 'band',
}

async function apiToken(db: Database, organisation: string, services: readonly string[], id = formId()) {
  const token = `evt_${formId()}`
  const row = { organisation, id, hash: hashOf(token), name: 'Warehouse', made_on: '2026-01-01' }
  await db
    .insertInto('api_tokens')
    .values({
      ...row,
      services: JSON.stringify(services),
      until: '2100-01-01',
      who: '',
      used_on: null,
      ended_on: null,
    })
    .execute()
  return token
}

async function webhook(db: Database, organisation: string, id: string) {
  const row = { organisation, id, url: 'https://example.org/told', secret: formId(), services: '"all"' }
  await db
    .insertInto('webhooks')
    .values({ ...row, made_on: '2026-01-01', who: '', ended_on: null })
    .execute()
}

async function frozen(db: Database, organisation: string, box: string, id: string, held: boolean) {
  const none = { given: evaluation.items.map(() => 'sometimes' as const), topics: [] }
  const due = '2026-05-01'
  const body = JSON.stringify(release(evaluation, tabulate(evaluation, Array(12).fill(none)), due, 10))
  const why = held ? ({ held: 'burst', held_on: due } as const) : { held: null, held_on: null }
  await db
    .insertInto('releases')
    .values({ organisation, id, box, due, base: 12, body, ...why })
    .execute()
}

async function proposed(db: Database, organisation: string, box: string, action: string) {
  const release = formId()
  await frozen(db, organisation, box, release, false)
  const entry = proposal({ id: action, release })
  const row = { organisation, action, n: 1, release, type: entry.type, who: 'a test' } as const
  await db
    .insertInto('action_entries')
    .values({ ...row, body: JSON.stringify(entry) })
    .execute()
}

async function member(db: Database, organisation: string, person: string) {
  const at = '2026-01-01T00:00:00.000Z'
  const row = { id: person, name: 'Alex', email: `${person}@example.org`, emailVerified: 0 } as const
  await db
    .insertInto('people')
    .values({ ...row, image: null, createdAt: at, updatedAt: at, twoFactorEnabled: 0 })
    .execute()
  await db.insertInto('members').values({ organisation, person, role: 'reader', services: '"all"' }).execute()
}

/** A version of the Readiness Checker in which somebody has said something. */
async function readied(
  db: Database,
  { organisation, service }: Pick<Place, 'organisation' | 'service'>,
  id: string,
  finished: string | null = null,
) {
  const instrument = JSON.stringify({ id: 'rrn-readiness-checker', version: '1.0' })
  const row = { organisation, id, service, began: '2026-05-01', instrument, after: null, finished }
  await db.insertInto('checkers').values(row).execute()
  const body = JSON.stringify({ ...saying(), on: '2026-05-02' })
  await db.insertInto('voices').values({ organisation, checker: id, n: 1, who: 'a test', body }).execute()
}

/** What somebody says to the first question. */
export const saying = () => ({
  id: formId(),
  question: 'ready-1o',
  answer: 'partly',
  evidence: '',
  by: ['staff'],
  together: false,
})
