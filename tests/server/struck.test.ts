// A name that was struck out of the Readiness Checker is gone from the database's own files too, and not from its pages alone.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { eraseDeleted, TO_ERASE } from '../../src/server/ledger.ts'
import { readMark, setMark } from '../../src/server/queries/marks.ts'
import { checkersIn, keepVoice, newChecker, strikeVoice } from '../../src/server/queries/readiness.ts'
import { voice } from '../improve/voices.ts'
import { onBothEngines, type Room } from './count/room.ts'

onBothEngines('words that were struck out', (open, engine) => {
  let room: Room
  beforeEach(async () => {
    room = await open()
  })
  afterEach(() => room.close())

  it('are in no file of the server once the next round has passed, and what stands beside them is', async () => {
    const { house, organisation, service } = room
    const { id: checker } = await newChecker(house, room, '2026-02-02', undefined)
    const keep = (id: string, evidence: string) =>
      keepVoice(house.db, organisation, checker, voice({ id: id.repeat(32), evidence }), 'Priya (leader)')
    await keep('a', 'Maggie Fell was told of it.')
    await keep('b', 'Policy 12 says so.')
    const lies = (words: string) =>
      readdirSync(room.address.data, { recursive: true, withFileTypes: true })
        .filter(file => file.isFile())
        .some(file => readFileSync(join(file.parentPath, file.name)).includes(words))
    // PostgreSQL keeps what a row was until its table is written anew, into a file of another number.
    const file = async () =>
      engine === 'SQLite'
        ? undefined
        : (await sql<{ at: number }>`select pg_relation_filenode('voices') as at`.execute(house.db)).rows[0]
            ?.at
    const before = await file()
    if (engine === 'SQLite') expect(lies('Maggie Fell')).toBe(true)
    await strikeVoice(house.db, { organisation, checker, n: 1 }, '2026-02-03')
    await setMark(house.db, TO_ERASE, 'yes')
    await eraseDeleted(house)
    expect(await readMark(house.db, TO_ERASE)).toBe('')
    expect(lies('Maggie Fell')).toBe(false)
    if (engine === 'SQLite') expect(lies('Policy 12')).toBe(true)
    else expect(await file()).not.toBe(before)
    const [read] = await checkersIn(house.db, organisation, [service])
    expect(read?.voices).toMatchObject([
      { evidence: '', struck: '2026-02-03' },
      { evidence: 'Policy 12 says so.' },
    ])
  })
})
