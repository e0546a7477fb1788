// Equal Voice's server as it is run in earnest, with a tablet on each of two wards.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { endpoints } from '../../../src/protocol/endpoints.ts'
import { type EnrolReply, enrolReply } from '../../../src/protocol/tablet.ts'
import { signIn } from '../../server/front.ts'
import { run } from '../../server/process.ts'
import type { Place } from './envelopes.ts'

/** A tablet of a ward. */
export interface Enrolled {
  readonly place: Place
  readonly enrolled: EnrolReply
}

export interface Ours extends Enrolled {
  readonly url: string
  /** Another tablet, of another ward. */
  readonly other: Enrolled
  /** Its folder, with the database unless that is PostgreSQL. It stays when the server has stopped. */
  readonly data: string
  stop(): Promise<void>
  forget(): void
}

/** Starts it, on PostgreSQL where an address is given, and enrols its tablets. */
export async function startOurs(databaseUrl?: string): Promise<Ours> {
  const data = mkdtempSync(join(tmpdir(), 'ev-send-'))
  const server = await run({ DATA_DIR: data, ...(databaseUrl && { DATABASE_URL: databaseUrl }) })
  const leader = await signIn(server)
  const enrol = async (name: string): Promise<Enrolled> => {
    const ward = await leader.addWard('Adult wards', name)
    const { code } = await leader.code(ward)
    const enrolled = v.parse(enrolReply, (await server.ask(endpoints.enrol, { body: { code } })).body)
    return { enrolled, place: { ward, key: enrolled.settings.key.id } }
  }
  return {
    ...(await enrol('Willow')),
    other: await enrol('Oak'),
    url: server.url,
    data,
    async stop() {
      server.child.kill('SIGTERM')
      await server.ended
    },
    forget: () => rmSync(data, { recursive: true, force: true }),
  }
}
