// Ruth may hand a tablet in only when nothing that anybody said would be lost by it.

import { expect, it } from 'vitest'
import { healthOf } from '../../src/tablet/health.ts'
import { wipeOf } from '../../src/tablet/wipe.ts'

const nothing = { waiting: 0, setAside: 0, drafts: 0, slips: 0, heard: true, since: '2026-03-01' }

it('says yes when nothing is here and the server was heard, and no for each reason by itself', () => {
  expect(wipeOf(nothing)).toEqual({ may: true })
  const against = [
    [{ waiting: 2 }, { is: 'waiting', n: 2 }],
    [{ setAside: 1 }, { is: 'set-aside', n: 1 }],
    [{ drafts: 3 }, { is: 'drafts', n: 3 }],
    [{ slips: 1 }, { is: 'slips', n: 1 }],
    [{ heard: false }, { is: 'unheard', n: 1 }],
  ] as const
  for (const [lies, reason] of against)
    expect(wipeOf({ ...nothing, ...lies })).toEqual({ may: false, why: [reason], since: '2026-03-01' })
})

it('tells of storage, home screen and clock what the browser says, and promises nothing that it does not say', async () => {
  const page = (navigator: object, standalone = false) =>
    ({ navigator, matchMedia: () => ({ matches: standalone }) }) as unknown as Window
  expect(await healthOf(page({}), undefined, undefined)).toEqual({
    failing: undefined,
    persisted: false,
    room: undefined,
    installed: false,
    clock: 'unsure',
  })
  const storage = { persisted: async () => true, estimate: async () => ({ usage: 1, quota: 9 }) }
  expect(await healthOf(page({ storage }, true), false, 'write')).toEqual({
    failing: 'write',
    persisted: true,
    room: { used: 1, of: 9 },
    installed: true,
    clock: 'wrong',
  })
  const refusing = {
    persisted: () => Promise.reject(new Error('no')),
    estimate: () => Promise.reject(new Error('no')),
  }
  const apple = { storage: refusing, standalone: true }
  expect(await healthOf(page(apple), true, undefined)).toMatchObject({
    persisted: false,
    room: undefined,
    installed: true,
    clock: 'right',
  })
})
