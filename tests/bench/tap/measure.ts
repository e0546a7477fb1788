// The contenders, and their taps in blocks by turns.

import { inTurn } from '../harness/rounds.ts'
import type { Served } from './pages.ts'
import { onTablet } from './tablet.ts'

/** How many times slower than this machine a cheap tablet is. */
export const SLOWED = 6

/** Taps in a row before it is another's turn: a quarter as many for whoever nothing is compared with. */
const BLOCK = 100
export const compared: readonly Name[] = ['raw', 'dexie', 'ours']

/** The contenders, as they are called in a table. */
export const names = {
  raw: 'IndexedDB itself, strict',
  idb: 'idb, strict',
  dexie: 'Dexie alone, strict',
  ours: 'Equal Voice: encrypted, strict',
  pouchdb: 'PouchDB, not flushed: it has no strict setting',
  rxdb: 'RxDB on its Dexie storage, strict',
} as const

/** Whoever stores an answer. */
export type Name = keyof typeof names

/** All of them, the floor first. */
export const all = Object.keys(names) as readonly Name[]

/** Milliseconds of each tap, block by block. */
export type Blocks = readonly (readonly number[])[]

/** Something for each contender. */
export const each = <T>(make: (name: Name) => T): Record<Name, T> =>
  Object.fromEntries(all.map(name => [name, make(name)])) as Record<Name, T>

/** Taps of every contender by turns, so many blocks of each after one that is thrown away; all are found on the disk in the end. */
export const tapsInTurn = (served: Served, blocks: number): Promise<Record<Name, Blocks>> =>
  onTablet(served, all, SLOWED, async contenders => {
    const times = each((): (readonly number[])[] => [])
    const turns = each(name => async (round: number) => {
      const block = await contenders[name].taps(compared.includes(name) ? BLOCK : BLOCK / 4)
      if (round >= 0) times[name].push(block)
      return {}
    })
    await inTurn(turns, blocks, 1)
    for (const name of all) await contenders[name].prove()
    return times
  })

/** Milliseconds of so many taps in a row on one draft of ours, after a few to wake it. */
export const tapsOfOurs = (served: Served, amount: number): Promise<number> =>
  onTablet(served, ['ours'], SLOWED, async ({ ours }) => {
    await ours.taps(20)
    const times = await ours.taps(amount)
    await ours.prove()
    return times.reduce((sum, one) => sum + one, 0)
  })
