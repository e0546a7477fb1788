// A tablet that can't keep what it is given finds out before it asks anybody.

import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { openDatabase } from '../../src/store/database.ts'
import { selfTest } from '../../src/store/selftest.ts'
import { fakeHalves } from './fakes.ts'

const probe = () => crypto.getRandomValues(new Uint8Array(8))

it('finds a disk in order, and leaves no file behind that could be taken for a form’s', async () => {
  const { halves, held } = fakeHalves()
  await selfTest(openDatabase('self-well'), halves, probe())
  expect([...held.keys()]).toEqual([])
})

it.each(['write', 'read', 'remove'])('finds files that can’t be asked to %s', async what => {
  const { halves, refuse } = fakeHalves()
  refuse.add(what)
  await expect(selfTest(openDatabase(`self-${what}`), halves, probe())).rejects.toThrow(what)
})

it('finds a disk that says yes and keeps something else, of a file and of the database', async () => {
  const { halves } = fakeHalves()
  const lying = { ...halves, read: async () => probe() }
  await expect(selfTest(openDatabase('self-file'), lying, probe())).rejects.toThrow('does not keep')
  const database = openDatabase('self-database')
  const forgetful = { ...database, write: async () => undefined as never }
  await expect(selfTest(forgetful, halves, probe())).rejects.toThrow('does not keep')
})

it('finds a database that does not open', async () => {
  const { halves } = fakeHalves()
  const shut = { ...openDatabase('self-shut'), write: () => Promise.reject(new Error('QuotaExceeded')) }
  await expect(selfTest(shut, halves, probe())).rejects.toThrow('QuotaExceeded')
})
