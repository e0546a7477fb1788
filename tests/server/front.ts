// The server's front door, as people come to it: a real listening server at a date, on either engine.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { expect } from 'vitest'
import { digest, toBase64, toHex } from '../../src/envelope/bytes.ts'
import { type Header, writeHeader } from '../../src/envelope/header.ts'
import type { Contacts } from '../../src/protocol/contacts.ts'
import { doors } from '../../src/protocol/doors.ts'
import { endpoints } from '../../src/protocol/endpoints.ts'
import type { CodeReply, Overview } from '../../src/protocol/office.ts'
import { enrolReply, sendReply, withdrawReply } from '../../src/protocol/tablet.ts'
import { configFrom } from '../../src/server/config.ts'
import { type Database, openDatabase } from '../../src/server/database/database.ts'
import { firstOrganisation } from '../../src/server/queries/organisations.ts'
import { hashOf } from '../../src/server/secrets.ts'
import { start } from '../../src/server/start.ts'
import { type Engine, onEachEngine } from '../fixtures/engines.ts'

/** One suite on both engines. */
export const onBothEngines = (
  what: string,
  suite: (open: (at?: string, env?: object) => Promise<Front>, engine: Engine) => void,
) => onEachEngine(what, (database, engine) => suite((at, env) => openFront(database(), at, env), engine))

export interface Front {
  readonly url: string
  readonly officeToken: string
  /** Of the first administrator. */
  readonly invitation: string
  /** Lets time pass: a number of minutes. */
  wait(minutes: number): void
  /** A request as any program could make it. */
  ask(path: string, how?: How): Promise<Answer>
  /** A second look into the same database, behind the server's back. */
  look<T>(work: (db: Database) => Promise<T>): Promise<T>
  stop(): Promise<void>
}

/** As much of a front as people need: it may be another process's. */
export type Door = Pick<Front, 'ask' | 'officeToken'>

export interface How {
  readonly method?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
  /** The problem's number, such as '404.1'; undefined when it is no problem. */
  readonly problem: string | undefined
}

/** Starts a server with an organisation and nothing else, at noon of a day in May. */
export async function openFront(databaseUrl?: string, at = '2026-05-04T12:00:00Z', env = {}): Promise<Front> {
  const data = mkdtempSync(join(tmpdir(), 'ev-front-'))
  let now = Date.parse(at)
  const settings = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: data, DATABASE_URL: databaseUrl, ...env }
  const { url, links, stop } = await start(configFrom(settings, ['--empty']), { now: () => new Date(now) })
  const look: Front['look'] = async work => {
    const db = await openDatabase({ url: databaseUrl, folder: settings.DATA_DIR })
    return work(db).finally(() => db.destroy())
  }
  return {
    url,
    officeToken: await look(db => leadersLink(db, now)),
    invitation: links.office?.split('#invitation=')[1] ?? '',
    wait(minutes) {
      now += minutes * 60_000
    },
    ask: (path, how) => ask(url + path, how),
    look,
    async stop() {
      await stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** A link as a demonstration has it, and as old installations have some: it signs a leader in within the hour. */
async function leadersLink(db: Database, now: number): Promise<string> {
  const token = `leader ${formId()}`
  const organisation = (await firstOrganisation(db))?.id ?? ''
  const until = new Date(now + 60 * 60_000).toISOString()
  await db
    .insertInto('sign_ins')
    .values({ organisation, hash: hashOf(token), until, role: 'leader' })
    .execute()
  return token
}

/** A path with what it is about. */
export const at = (path: string, id: string): string => path.replace(/:\w+/, id)

/** One request; what the front door answers. */
export async function ask(url: string, how: How = {}): Promise<Answer> {
  const { method = how.body === undefined ? 'GET' : 'POST', body, headers = {} } = how
  const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...sent,
  })
  const text = await response.text()
  const json = response.headers.get('content-type')?.includes('json') ?? false
  const answer: unknown = json ? JSON.parse(text) : text
  const problem = json ? numberIn(answer) : undefined
  return { status: response.status, headers: response.headers, body: answer, problem }
}

/** The number of a problem, as it stands in RFC 9457's words or in FHIR's. */
function numberIn(answer: unknown): string | undefined {
  const { type, issue } = { ...(answer as { type?: unknown; issue?: Issue }) }
  const [, number] = /^urn:equal-voice:problem:(.*)$/.exec(String(type)) ?? []
  return number ?? issue?.[0]?.details.coding[0]?.code
}
type Issue = readonly { readonly details: { readonly coding: readonly { readonly code: string }[] } }[]

export const someContacts: Contacts = {
  advocate: { name: 'Rosa, of Voices Together', phone: '0113 496 0001' },
  safeguarding: { name: 'The safeguarding team', phone: '0113 496 0002' },
  complaints: { name: 'Patient experience', phone: '0113 496 0003' },
  regulator: { name: 'Care Quality Commission', phone: '03000 616161' },
  emergency: { name: 'Emergency services', phone: '999' },
}

export interface Leader {
  ask(path: string, how?: How): Promise<Answer>
  overview(): Promise<Overview>
  /** A new ward; with contacts unless told otherwise. */
  addWard(service: string, ward: string, contacts?: Contacts | null): Promise<string>
  code(ward: string): Promise<CodeReply>
}

/** What a link into the office says behind its fragment: an invitation keeps its name, a one-time token stands alone. */
export const wayIn = (link: string): string => link.split('#')[1]?.replace('sign-in=', '') ?? ''

/** Signs somebody in: with a one-time token, or by taking up an invitation, as the first administrator does. */
export async function signIn(
  front: Pick<Front, 'ask' | 'officeToken'>,
  token = front.officeToken,
): Promise<Leader> {
  const [, invitation] = token.split('invitation=')
  const signed = await (invitation === undefined
    ? front.ask(endpoints.signIn, { body: { token } })
    : front.ask(doors.accept, {
        body: { token: invitation, name: 'Priya', email: 'priya@example.org', password: null },
      }))
  const cookie = signed.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const asked = (path: string, how: How = {}) =>
    front.ask(path, { ...how, headers: { cookie, ...how.headers } })
  return {
    ask: asked,
    async overview() {
      const { status, body } = await asked(endpoints.overview)
      expect(status).toBe(200)
      return body as Overview
    },
    async addWard(service, name, contacts = someContacts) {
      const { ward } = (await asked(endpoints.wards, { body: { service, ward: name } })).body as {
        ward: string
      }
      if (contacts) await asked(endpoints.contacts.replace(':ward', ward), { method: 'PUT', body: contacts })
      return ward
    },
    code: async ward =>
      (await asked(endpoints.codes.replace(':ward', ward), { method: 'POST' })).body as CodeReply,
  }
}

/** Signs an independent advocate in, as a link from the administrator does. */
export async function signInAdvocate(front: Front): Promise<Leader> {
  const token = `advocate ${formId()}`
  await front.look(async db => {
    const organisation = (await firstOrganisation(db))?.id ?? ''
    const until = '2100-01-01T00:00:00.000Z'
    await db
      .insertInto('sign_ins')
      .values({ organisation, hash: hashOf(token), until, role: 'advocate' })
      .execute()
  })
  return signIn(front, token)
}

export interface TestTablet {
  readonly id: string
  readonly key: string
  readonly ward: string
  readonly enrolled: v.InferOutput<typeof enrolReply>
  ask(path: string, body: unknown): Promise<Answer>
  /** Sends envelopes and gives the receipts' states, each with its problem if it has one. */
  send(...envelopes: Sent[]): Promise<string[]>
  /** Asks for forms back; the server's word for each slip. */
  takeBack(...slips: string[]): Promise<string[]>
}

/** Makes a tablet of a browser, as ward staff do with a code from the leader. */
export async function enrol(front: Door, leader: Leader, ward: string): Promise<TestTablet> {
  const { code } = await leader.code(ward)
  const enrolled = v.parse(enrolReply, (await front.ask(endpoints.enrol, { body: { code } })).body)
  const headers = { authorization: `Bearer ${enrolled.token}` }
  const asked = (path: string, body: unknown) => front.ask(path, { body, headers })
  return {
    id: enrolled.tablet,
    key: enrolled.settings.key.id,
    ward,
    enrolled,
    ask: asked,
    async send(...envelopes) {
      const { receipts } = v.parse(sendReply, (await asked(endpoints.envelopes, { envelopes })).body)
      return receipts.map(one => (one.state === 'refused' ? `${one.state} ${one.problem}` : one.state))
    },
    async takeBack(...slips) {
      const { body } = await asked(endpoints.withdrawals, { slips })
      return v.parse(withdrawReply, body).withdrawals.map(one => one.is)
    },
  }
}

/** Willow, a ward with its leader and one tablet, in a front that has just been opened. */
export async function furnished(opened: Promise<Front>) {
  const front = await opened
  const leader = await signIn(front)
  const tablet = await enrol(front, leader, await leader.addWard('Adult wards', 'Willow'))
  return { front, leader, tablet }
}

export interface Sent {
  readonly digest: string
  readonly bytes: string
}

/** An envelope as the server sees one: a header that it reads, and a seal that it never opens here. */
export async function envelope(header: Header, sealed = 'sealed'): Promise<Sent> {
  const bytes = new Uint8Array([...writeHeader(header), ...Buffer.from(sealed.padEnd(1617, '.'))])
  return { digest: await digest(bytes, crypto.subtle), bytes: toBase64(bytes) }
}

/** A form's id, as a tablet makes one. */
export const formId = (): string => toHex(crypto.getRandomValues(new Uint8Array(16)))

/** The box of a ward, and whose they are. */
export const boxOf = (db: Database, ward: string) =>
  db.selectFrom('wards').select(['organisation', 'box']).where('id', '=', ward).executeTakeFirstOrThrow()
