// Nobody who looks into the database may learn whose form came after whose.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/server/database/database.ts'
import { erase } from '../../src/server/database/erase.ts'
import { startPostgres } from '../fixtures/postgres.ts'
import { form, openRoom } from './count/room.ts'

describe('the order in which forms came', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ev-order-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(['envelopes', 'quarantine', 'audit'])(
    'is not kept by SQLite in %s, so that the form after the ward round stays one among others',
    async table => {
      const db = await openDatabase({ url: undefined, folder })
      await db.destroy()
      const file = new DatabaseSync(join(folder, 'equal-voice.sqlite'))
      expect(() => file.prepare(`select rowid from ${table}`)).toThrow(/no such column/)
      file.close()
    },
  )

  it('is forgotten by the rows that PostgreSQL keeps after each count, as far as they can', async () => {
    const cluster = await startPostgres()
    const room = await openRoom(cluster.database())
    for (let n = 0; n < 12; n++) await room.lay('2026-02-10', [form('sometimes')])
    await erase(room.house.db)
    const { rows } = await sql<{ id: string }>`select id from envelopes order by ctid`.execute(room.house.db)
    expect(rows.map(row => row.id)).toEqual(rows.map(row => row.id).toSorted())
    await room.close()
    await cluster.stop()
  })
})
