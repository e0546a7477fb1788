// A server whose count takes long answers meanwhile: at shift end a tablet can send, however many forms are being counted.

import { rmSync } from 'node:fs'
import pg from 'pg'
import { expect, it } from 'vitest'
import { endpoints } from '../../../src/protocol/endpoints.ts'
import { configFrom } from '../../../src/server/config.ts'
import { start } from '../../../src/server/start.ts'
import { ask } from '../front.ts'
import { form, left, many, onBothEngines } from './room.ts'

onBothEngines('a server that starts on the day of a count', (open, engine) => {
  // SQLite has no lock that stops a count alone. A test that is skipped would not be seen to be missing.
  if (engine === 'PostgreSQL')
    it('answers before a long count has ended, and the count ends all the same', async () => {
      const room = await open()
      const { data, databaseUrl } = room.address
      await room.lay('2026-02-10', many(12, form('sometimes')))
      // Somebody else's lock is what makes this count long: it can't write its day down.
      const other = new pg.Client({ connectionString: databaseUrl })
      await other.connect()
      await other.query('begin; lock table counts in share mode')
      const settings = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: data, DATABASE_URL: databaseUrl }
      const { url, stop } = await start(configFrom(settings, ['--empty']), {
        now: () => new Date('2026-03-01T12:00:00Z'),
      })
      expect((await ask(url + endpoints.health)).status).toBe(200)
      expect(await left(room)).toMatchObject({ envelopes: 12, bases: [] })
      await other.query('commit')
      await other.end()
      await expect.poll(() => left(room)).toMatchObject({ envelopes: 0, spent: 12, bases: [12] })
      await stop()
      await room.close()
      rmSync(data, { recursive: true, force: true })
    })

  it('has counted a small box before it answers anybody, so that nobody reads what is of yesterday', async () => {
    const room = await open()
    const { data, databaseUrl } = room.address
    await room.lay('2026-02-10', many(12, form('sometimes')))
    const settings = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: data, DATABASE_URL: databaseUrl }
    const { stop } = await start(configFrom(settings, ['--empty']), {
      now: () => new Date('2026-03-01T12:00:00Z'),
    })
    expect(await left(room)).toMatchObject({ envelopes: 0, spent: 12, bases: [12] })
    await stop()
    await room.close()
  })
})
