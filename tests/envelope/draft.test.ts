import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bytes } from '../../src/envelope/bytes.ts'
import { draftKey, lockRow, ROW_SIZE, unlockRow } from '../../src/envelope/draft.ts'

const { subtle } = crypto
const fresh = (size: number): Bytes => crypto.getRandomValues(new Uint8Array(size))
const halves = [fresh(32), fresh(32)] as const
const place = { form: 'amina', seq: 7 }
const row = { item: 'eval-07', given: 'sometimes' }
const flip = (bytes: Bytes, at: number): Bytes => bytes.map((byte, n) => (n === at ? byte ^ 1 : byte))

describe('a draft’s row', () => {
  it('opens to what was locked, and has one length whatever it is', async () => {
    const key = await draftKey(halves, 'amina', subtle)
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 120 }), async text => {
        const locked = await lockRow(key, place, { text }, fresh(12), subtle)
        expect(locked.bytes.length).toBe(ROW_SIZE + 16)
        expect(await unlockRow(key, locked, subtle)).toEqual({ text })
      }),
    )
  })

  it('does not open with any bit of either half wrong, so that one half alone is worth nothing', async () => {
    const locked = await lockRow(await draftKey(halves, 'amina', subtle), place, row, fresh(12), subtle)
    const [one, other] = halves
    for (const wrong of [
      [flip(one, 0), other],
      [one, flip(other, 31)],
      [other, one],
    ] as const) {
      await expect(unlockRow(await draftKey(wrong, 'amina', subtle), locked, subtle)).rejects.toThrow()
    }
  })

  it('does not open in another form or at another place in it, so that no answer can be moved', async () => {
    const key = await draftKey(halves, 'amina', subtle)
    const locked = await lockRow(key, place, row, fresh(12), subtle)
    await expect(unlockRow(key, { ...locked, seq: 8 }, subtle)).rejects.toThrow()
    await expect(unlockRow(key, { ...locked, form: 'ben' }, subtle)).rejects.toThrow()
    await expect(unlockRow(await draftKey(halves, 'ben', subtle), locked, subtle)).rejects.toThrow()
    await expect(unlockRow(key, { ...locked, bytes: flip(locked.bytes, 3) }, subtle)).rejects.toThrow()
    expect(await unlockRow(key, locked, subtle)).toEqual(row)
  })

  it('has a key that can not be taken out of the page', async () => {
    const key = await draftKey(halves, 'amina', subtle)
    await expect(subtle.exportKey('raw', key)).rejects.toThrow()
  })
})
