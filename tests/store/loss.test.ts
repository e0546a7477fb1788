// What a tablet says of forms that are gone, told from forms that are still here.

import 'fake-indexeddb/auto'
import { expect, it, vi } from 'vitest'
import { openDatabase } from '../../src/store/database.ts'
import { noticeLoss } from '../../src/store/loss.ts'
import { markForms, readMark } from '../../src/store/mark.ts'

const lying = new Map<string, string>()
vi.stubGlobal('localStorage', {
  getItem: (name: string) => lying.get(name) ?? null,
  setItem: (name: string, value: string) => void lying.set(name, value),
})

it('calls no form gone that still lies here beside a spoilt enrolment, and every one that was wiped', async () => {
  const database = openDatabase('loss')
  markForms('Maple', 2)
  const one = { digest: 'a', id: '1', key: 'k', bytes: new Uint8Array([1]), state: 'waiting' as const }
  await database.outbox.add(one)
  expect(await noticeLoss(database)).toBe(0)
  expect(readMark()).toEqual({ ward: 'Maple', forms: 2, missing: 0 })
  await database.outbox.clear()
  expect(await noticeLoss(database)).toBe(2)
  expect(readMark()).toEqual({ ward: 'Maple', forms: 0, missing: 2 })
})
