// Our migration against what better-auth wants: nothing is missing, nothing differs, nothing is there twice.

import { getMigrations } from 'better-auth/db/migration'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { optionsOf } from '../../../src/server/accounts/auth.ts'
import { configFrom } from '../../../src/server/config.ts'
import { type Front, onBothEngines } from '../front.ts'

onBothEngines('the tables of accounts', (open, engine) => {
  let front: Front
  beforeAll(async () => {
    front = await open()
  })
  afterAll(() => front.stop())

  it('are as better-auth wants them, so that a newer one that wants more is noticed before it is shipped', async () => {
    const warned: string[] = []
    const wanted = await front.look(async db => {
      const url = engine === 'PostgreSQL' ? 'postgres://somewhere/else' : undefined
      const config = configFrom({ DATABASE_URL: url, ACCOUNTS_SECRET: 's'.repeat(40) }, [])
      const house = {
        db,
        config,
        clock: { now: () => new Date() },
        zone: config.zone,
        publicUrl: front.url,
        random: (n: number) => new Uint8Array(n),
      }
      const { logger: _, ...options } = optionsOf(house, false)
      const log = (_level: string, message: string) => void warned.push(message)
      return getMigrations({ ...options, logger: { level: 'warn', log } })
    })
    expect(wanted.toBeCreated).toEqual([])
    expect(wanted.toBeAdded).toEqual([])
    expect(wanted.toBeAddedIndexes).toEqual([])
    expect(warned.filter(one => /type|null|column/i.test(one))).toEqual([])
  })
})
