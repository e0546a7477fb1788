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

export function createSettings(database: Database): SettingsStore {
  const { settings, read, write } = database
  const get = async <T>(name: string) => (await read(() => settings.get(name)))?.value as T | undefined
  async function keep({ epoch, batches, now }: Known): Promise<void> {
    await settings.put({ name: KNOWN, value: { epoch, batches } })
    if (now) await settings.put({ name: HEARD, value: now.slice(0, 10) })
  }
  return {
    enrolment: () => get<Enrolment>(ENROLMENT),
    enrol: (enrolment, known) =>
      write(async () => {
        await settings.put({ name: ENROLMENT, value: enrolment })
        await keep(known)
        await countAnew(database)
      }),
    heard: () => get<string>(HEARD),
    known: () => get<Known>(KNOWN),
    learn: (known, news) =>
      write(async () => {
        await keep(known)
        const held = (await settings.get(ENROLMENT))?.value as Enrolment | undefined
        if (news && held) await settings.put({ name: ENROLMENT, value: { ...held, settings: news } })
      }),
  }
}
