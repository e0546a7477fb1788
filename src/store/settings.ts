// What the tablet knows of itself and of its server.

import type { Settings } from '../protocol/tablet.ts'
import type { Database } from './database.ts'

/** The names under which things lie. */
export const ENROLMENT = 'enrolment'
export const KNOWN = 'known'
export const LAST_SENT = 'last-sent'

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
}

export interface SettingsStore {
  enrolment(): Promise<Enrolment | undefined>
  /** Commits an enrolment and what the server said with it. */
  enrol(enrolment: Enrolment, known: Known): Promise<void>
  known(): Promise<Known | undefined>
  /** Commits what the server said of itself and, where it did, of the ward. */
  learn(known: Known, settings?: Settings): Promise<void>
}

export function createSettings({ settings, read, write }: Database): SettingsStore {
  const get = async <T>(name: string) => (await read(() => settings.get(name)))?.value as T | undefined
  const keep = ({ epoch, batches }: Known) => settings.put({ name: KNOWN, value: { epoch, batches } })
  return {
    enrolment: () => get<Enrolment>(ENROLMENT),
    enrol: (enrolment, known) =>
      write(async () => {
        await settings.put({ name: ENROLMENT, value: enrolment })
        await keep(known)
      }),
    known: () => get<Known>(KNOWN),
    learn: (known, news) =>
      write(async () => {
        await keep(known)
        const held = (await settings.get(ENROLMENT))?.value as Enrolment | undefined
        if (news && held) await settings.put({ name: ENROLMENT, value: { ...held, settings: news } })
      }),
  }
}
