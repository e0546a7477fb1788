// A house with one ward and its box, on either engine, and ways to lay envelopes into it on a day.

import { randomFillSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { digest } from '../../../src/envelope/bytes.ts'
import { type Header, readHeader } from '../../../src/envelope/header.ts'
import type { Payload } from '../../../src/envelope/payload.ts'
import { seal } from '../../../src/envelope/seal.ts'
import { plainManner } from '../../../src/form/form.ts'
import { evaluation } from '../../../src/instrument/evaluation.ts'
import { configFrom } from '../../../src/server/config.ts'
import { openDatabase } from '../../../src/server/database/database.ts'
import type { House } from '../../../src/server/house.ts'
import { newServiceKey } from '../../../src/server/keys.ts'
import { currentKey } from '../../../src/server/queries/keys.ts'
import { createOrganisation } from '../../../src/server/queries/organisations.ts'
import { newService, newWard, wardOf } from '../../../src/server/queries/wards.ts'
import { newId } from '../../../src/server/secrets.ts'
import { slipOf } from '../../../src/server/slip.ts'
import { type Engine, onEachEngine } from '../../fixtures/engines.ts'

/** How a house is found again, by this process or another. */
export interface Address {
  readonly data: string
  readonly databaseUrl: string | undefined
}

/** The house at an address at noon of a day. */
export async function houseAt({ data, databaseUrl }: Address, day: string, env = {}): Promise<House> {
  const config = configFrom({ DATA_DIR: data, DATABASE_URL: databaseUrl, ...env }, [])
  return {
    db: await openDatabase({ url: databaseUrl, folder: data }),
    clock: { now: () => new Date(`${day}T12:00:00Z`) },
    zone: config.zone,
    config,
    publicUrl: 'http://localhost',
    random: bytes => randomFillSync(new Uint8Array(bytes)),
  }
}

/** The same house on another day. */
export const on = (house: House, day: string): House => ({
  ...house,
  clock: { now: () => new Date(`${day}T12:00:00Z`) },
})

const items = evaluation.items.length

/** A form on which everything was answered alike, but for what is told. */
export const form = (
  choice: Payload['given'][number],
  more: Partial<Extract<Payload, { v: 1 }>> = {},
): Payload => ({
  v: 1,
  instrument: { id: evaluation.id, version: evaluation.version },
  wording: { id: 'original', version: '1.0' },
  language: 'en',
  manner: plainManner,
  helper: 'nobody',
  given: Array.from({ length: items }, () => choice),
  topics: [],
  end: 'finished',
  month: '2026-02',
  ...more,
})

export const many = (count: number, one: Payload): Payload[] => Array.from({ length: count }, () => one)

/** One ward; its box is due on 2026-03-01. */
export interface Room {
  readonly address: Address
  readonly house: House
  readonly organisation: string
  readonly service: string
  readonly ward: string
  readonly box: string
  /** Seals forms and lays them into the box; the sealed bytes. */
  lay(arrivedOn: string, forms: readonly Payload[], header?: object): Promise<Uint8Array[]>
  layBytes(arrivedOn: string, bytes: Uint8Array<ArrayBuffer>, id?: string): Promise<void>
  close(): Promise<void>
}

function headerOf(bytes: Uint8Array): Header | undefined {
  try {
    return readHeader(bytes).header
  } catch {
    return undefined
  }
}

export async function openRoom(databaseUrl?: string): Promise<Room> {
  const data = mkdtempSync(join(tmpdir(), 'ev-count-'))
  const address = { data, databaseUrl }
  const house = await houseAt(address, '2026-02-02')
  const organisation = newId(house.random)
  await createOrganisation(house.db, organisation, 'A trust')
  const service = await newService(house, organisation, 'Adult wards')
  const first = await newServiceKey(house, { organisation, id: service })
  const ward = await newWard(house, organisation, service, 'Willow')
  const box = (await wardOf(house.db, organisation, ward))?.box ?? ''
  const layBytes: Room['layBytes'] = async (arrived_on, bytes, id = newId(house.random)) => {
    const header = headerOf(bytes)
    const row = {
      organisation,
      id,
      box,
      key: first,
      digest: await digest(bytes, crypto.subtle),
      arrived_on,
      bytes,
      slip: header ? slipOf(header) : null,
      paper: header?.paper ? (1 as const) : null,
    }
    await house.db.insertInto('envelopes').values(row).execute()
  }
  return {
    address,
    house,
    organisation,
    service,
    ward,
    box,
    layBytes,
    async lay(arrivedOn, forms, header = {}) {
      const { id: key, publicKey } = await currentKey(house.db, organisation, service)
      const sealed = forms.map(async payload => {
        const id = newId(house.random)
        const bytes = await seal(payload, { id, ward, key, ...header }, publicKey)
        await layBytes(arrivedOn, bytes, id)
        return bytes
      })
      return Promise.all(sealed)
    },
    async close() {
      await house.db.destroy()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** One suite on both engines. */
export const onBothEngines = (what: string, suite: (open: () => Promise<Room>, engine: Engine) => void) =>
  onEachEngine(what, (database, engine) => suite(() => openRoom(database()), engine))

/** What a count has left behind. */
export async function left({ house, organisation }: Pick<Room, 'house' | 'organisation'>) {
  const { db } = house
  const size = async (table: 'envelopes' | 'spent') =>
    (await db.selectFrom(table).select('id').where('organisation', '=', organisation).execute()).length
  const releases = await db
    .selectFrom('releases')
    .select('base')
    .where('organisation', '=', organisation)
    .execute()
  const counts = await db
    .selectFrom('counts')
    .select('due')
    .where('organisation', '=', organisation)
    .execute()
  const aside = await db
    .selectFrom('quarantine')
    .select('problem')
    .where('organisation', '=', organisation)
    .execute()
  return {
    envelopes: await size('envelopes'),
    spent: await size('spent'),
    bases: releases.map(release => release.base),
    days: counts.map(count => count.due).sort(),
    reasons: aside.map(one => one.problem).sort(),
  }
}
