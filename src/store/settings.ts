// What the tablet knows of itself and of its server.

import type { Settings } from '../protocol/tablet.ts'
import type { Database } from './database.ts'
import { countAnew } from './tally.ts'

/** The names under which things lie. */
export const ENROLMENT = 'enrolment'
export const KNOWN = 'known'
export const HEARD = 'heard'
export const LAST_SENT = 'last-sent'
export const SLIP_TRIES = 'slip-tries'

/** What enrolling gave: the token that lets it send, its own id and what it needs to know of its ward. */
export interface Enrolment {
  readonly token: string
  readonly tablet: string
  readonly settings: Settings
}

/** What the server last said of itself: another epoch or fewer batches mean that it was restored. */
export interface Known {
  readonly epoch: string
  readonly batches: number
  /** Its time when it said so (ISO 8601); the day alone is kept. */
  readonly now?: string
}

export interface SettingsStore {
  enrolment(): Promise<Enrolment | undefined>
  /** Commits an enrolment and what the server said with it; the tablet counts from here. */
  enrol(enrolment: Enrolment, known: Known): Promise<void>
  known(): Promise<Known | undefined>
  /** The day on which the server was last heard, such as 2026-03-01. */
  heard(): Promise<string | undefined>
  /** Commits what the server said of itself and, where it did, of the ward. */
  learn(known: Known, settings?: Settings): Promise<void>
}

const isText = (value: unknown): boolean => typeof value === 'string'

/** The enrolment in a row; undefined where a disk has spoilt it. The row stays as it is. */
function enrolmentOf(value: unknown): Enrolment | undefined {
  const held = value as Enrolment | null | undefined
  const { ward, key } = held?.settings ?? {}
  const texts = [held?.token, held?.tablet, ward?.id, ward?.name, key?.id, key?.publicKey]
  return held && texts.every(isText) ? held : undefined
}

/** What the server said of itself; undefined where a disk has spoilt it. */
function knownOf(value: unknown): Known | undefined {
  const held = value as Known | null | undefined
  return held && isText(held.epoch) && typeof held.batches === 'number' ? held : undefined
}

export function createSettings(database: Database): SettingsStore {
  const { settings, read, write } = database
  const get = async <T>(name: string) => (await read(() => settings.get(name)))?.value as T | undefined
  async function keep({ epoch, batches, now }: Known): Promise<void> {
    await settings.put({ name: KNOWN, value: { epoch, batches } })
    if (now) await settings.put({ name: HEARD, value: now.slice(0, 10) })
  }
  return {
    enrolment: async () => enrolmentOf(await get(ENROLMENT)),
    enrol: (enrolment, known) =>
      write(async () => {
        await settings.put({ name: ENROLMENT, value: enrolment })
        await keep(known)
        await countAnew(database)
      }),
    heard: () => get<string>(HEARD),
    known: async () => knownOf(await get(KNOWN)),
    learn: (known, news) =>
      write(async () => {
        await keep(known)
        const held = enrolmentOf((await settings.get(ENROLMENT))?.value)
        if (news && held) await settings.put({ name: ENROLMENT, value: { ...held, settings: news } })
      }),
  }
}
