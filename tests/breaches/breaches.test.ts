// Every planted breach of a promise is caught by the test that keeps the promise.

import { describe, expect, it } from 'vitest'
import { plant } from './breach.ts'
import { breaches } from './breaches.ts'

describe.concurrent('a promise that is broken is noticed', () => {
  it.each(breaches)('$promise: $breach', async breach => {
    expect(await plant(breach), `no test of ${breach.test} noticed`).not.toEqual([])
  })
})

describe('the list of breaches', () => {
  it('leaves no promise out, so that none is kept by good will alone', () => {
    const kept = new Set(breaches.map(breach => breach.promise))
    expect([...kept].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  })

  it('is not fooled by a change that breaks nothing, so that a catch means something', async () => {
    const harmless = { file: 'src/form/form.ts', find: 'MOST_TOPICS = 3', replace: 'MOST_TOPICS = 1 + 2' }
    const test = 'tests/promises/heard.test.ts'
    expect(await plant({ promise: 5, breach: 'nothing', ...harmless, test })).toEqual([])
  })
})
