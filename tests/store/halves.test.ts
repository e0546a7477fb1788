import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { databaseHalves } from '../../src/store/fallback.ts'
import { fileHalves, type Halves } from '../../src/store/halves.ts'
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

describe('the worker of the file halves', () => {
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('is given up when it stays silent, so that nobody waits for a first statement that never comes', async () => {
    vi.useFakeTimers()
    const workers: Worker[] = []
    /** Node has no such worker: one that never answers, and then one that does. */
    vi.stubGlobal(
      'Worker',
      class {
        over = false
        onmessage: (told: unknown) => void = () => {}
        constructor() {
          workers.push(this as unknown as Worker)
        }
        postMessage({ n }: { n: number }) {
          if (workers.length > 1) this.onmessage({ data: { n, forms: ['a'] } })
        }
        terminate() {
          this.over = true
        }
      },
    )
    const halves = fileHalves()
    const refused = expect(halves.write('a', new Uint8Array(32))).rejects.toThrow('the worker is silent')
    const too = expect(halves.list()).rejects.toThrow('the worker is silent')
    await vi.advanceTimersByTimeAsync(10_000)
    await Promise.all([refused, too])
    expect(workers[0]).toMatchObject({ over: true })
    expect(await halves.list()).toEqual(['a'])
    await vi.advanceTimersByTimeAsync(20_000)
    expect(workers[1]).toMatchObject({ over: false })
  })
})
