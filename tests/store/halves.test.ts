import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { databaseHalves } from '../../src/store/fallback.ts'
import type { Halves } from '../../src/store/halves.ts'
import { fakeHalves } from './fakes.ts'

/** What every place for halves must do; the real files are held to the same in tests/journeys/halves.test.ts. */
function contract(name: string, make: () => Halves): void {
  describe(name, () => {
    const half = crypto.getRandomValues(new Uint8Array(32))

    it('gives back what was written, so that Amina can carry on', async () => {
      const halves = make()
      await halves.write('a', half)
      expect(await halves.read('a')).toEqual(half)
      expect(await halves.list()).toEqual(['a'])
      await halves.remove('a')
    })

    it('has nothing after removing, however often, so that a form that ended stays ended', async () => {
      const halves = make()
      await halves.write('b', half)
      await halves.remove('b')
      await halves.remove('b')
      expect(await halves.read('b')).toBeUndefined()
      expect(await halves.list()).toEqual([])
    })

    it('keeps forms apart, so that the next person never holds the last one’s key', async () => {
      const halves = make()
      await halves.write('c', half)
      await halves.write(
        'd',
        half.map(byte => byte ^ 1),
      )
      await halves.remove('d')
      expect(await halves.read('c')).toEqual(half)
      await halves.remove('c')
    })
  })
}

contract('fake halves', () => fakeHalves().halves)
contract('halves in a database each', databaseHalves)
