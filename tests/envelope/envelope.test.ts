import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { fromBase64 } from '../../src/envelope/bytes.ts'
import { EnvelopeError, type Header, readHeader } from '../../src/envelope/header.ts'
import { type KeyPair, newKeyPair } from '../../src/envelope/keys.ts'
import { type Payload, toPayload } from '../../src/envelope/payload.ts'
import { seal } from '../../src/envelope/seal.ts'
import type { Given } from '../../src/form/form.ts'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { type Opens, opener } from '../fixtures/opener.ts'
import first from '../vectors/envelope-1.json' with { type: 'json' }
import second from '../vectors/envelope-2.json' with { type: 'json' }

const items = evaluation.items.map(item => item.id)
const outline = { instrument: evaluation.id, version: evaluation.version, items }
const header: Header = { id: '0123456789abcdef'.repeat(2), ward: 'rowan', key: '0123456789abcdef' }

const given = fc.constantFrom<(Given | null)[]>('not-at-all', 'sometimes', 'all-the-time', 'skipped', null)
const payload: fc.Arbitrary<Payload> = fc
  .record({
    given: fc.array(given, { minLength: items.length, maxLength: items.length }),
    topics: fc.shuffledSubarray([...items], { maxLength: 3 }),
    language: fc.constantFrom('en', 'cy', 'pa-Guru'),
    manner: fc.record({
      words: fc.constantFrom('standard' as const, 'easy' as const),
      size: fc.constantFrom('normal' as const, 'largest' as const),
      aloud: fc.boolean(),
      calm: fc.boolean(),
    }),
    helper: fc.constantFrom('nobody' as const, 'advocate' as const, 'interpreter' as const),
    end: fc.constantFrom('finished' as const, 'stopped' as const),
    month: fc.constantFrom('2026-03' as const, 'unsure' as const),
    version: fc.constantFrom(1 as const, 2 as const),
    put: fc.constantFrom({}, { resumed: 'with-pictures' as const }, { resumed: 'without-pictures' as const }),
  })
  .map(({ given, end, month, version, put, ...rest }) => {
    const answers = Object.fromEntries(given.flatMap((one, n) => (one ? [[items[n] ?? '', one]] : [])))
    const sheet = { outline, answers, ...rest, ...put, pictures: [3, 7] as const }
    return toPayload(sheet, end, { id: 'original', version: '1' }, month, version)
  })

let pair: KeyPair
let box: Opens

beforeAll(async () => {
  pair = await newKeyPair(crypto.subtle)
  box = await opener(pair.privateKey, [evaluation])
})

describe('an envelope', () => {
  it('opens to exactly what the person gave, whatever that was', async () => {
    await fc.assert(
      fc.asyncProperty(payload, async one => {
        const bytes = await seal(one, header, pair.publicKey)
        expect(readHeader(bytes).header).toEqual(header)
        expect(await box.open(bytes)).toEqual(one)
      }),
      { numRuns: 100 },
    )
  })

  it('has one length whatever is inside, so that its size tells nothing of the answers', async () => {
    const lengths = new Set<number>()
    await fc.assert(
      fc.asyncProperty(payload, async one => {
        lengths.add((await seal(one, header, pair.publicKey)).length)
      }),
      { numRuns: 50 },
    )
    expect(lengths.size).toBe(1)
  })

  it('does not open when a bit of any byte of it was changed, so that nobody’s words are altered on the way', async () => {
    const [one] = fc.sample(payload, { numRuns: 1, seed: 3 })
    if (!one) throw new Error('no payload')
    const bytes = await seal(one, header, pair.publicKey)
    // Every bit of what is clear and of the encapsulated key; then one or two bits of every byte.
    for (let bit = 0; bit < bytes.length * 8; bit += bit < 1600 ? 1 : 7) {
      const changed = bytes.slice()
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      await expect(box.open(changed), `bit ${bit}`).rejects.toThrow(EnvelopeError)
    }
  })

  it('does not open when it is cut short or added to', async () => {
    const [one] = fc.sample(payload, { numRuns: 1, seed: 4 })
    if (!one) throw new Error('no payload')
    const bytes = await seal(one, header, pair.publicKey)
    for (let length = 0; length < bytes.length; length += 13) {
      await expect(box.open(bytes.slice(0, length))).rejects.toThrow(EnvelopeError)
    }
    await expect(box.open(new Uint8Array([...bytes, 0]))).rejects.toThrow(EnvelopeError)
  })

  it('does not open with another service’s key, so that a form is read by nobody but its own box', async () => {
    const [one] = fc.sample(payload, { numRuns: 1, seed: 5 })
    if (!one) throw new Error('no payload')
    const other = await opener((await newKeyPair(crypto.subtle)).privateKey, [evaluation])
    await expect(other.open(await seal(one, header, pair.publicKey))).rejects.toThrow(EnvelopeError)
  })

  it('is refused when what is inside is no form of the instrument, so that no invented answer is counted', async () => {
    const [one] = fc.sample(payload, { numRuns: 1, seed: 6 })
    if (!one) throw new Error('no payload')
    const strange: unknown[] = [
      { ...one, v: 3 },
      { ...one, v: 2, resumed: 'maybe' },
      { ...one, v: 1, resumed: 'never' },
      { ...one, pictures: [3, 7] },
      { ...one, given: one.given.slice(1) },
      { ...one, given: one.given.map(() => 'always') },
      { ...one, topics: ['eval-99'] },
      { ...one, topics: ['eval-01', 'eval-01'] },
      { ...one, instrument: { id: 'another', version: '1' } },
      { ...one, name: 'Amina' },
    ]
    for (const inside of strange) {
      await expect(box.open(await seal(inside as Payload, header, pair.publicKey))).rejects.toThrow(
        EnvelopeError,
      )
    }
  })
})

describe.each([first, second])('the golden envelope of version $payload.v', golden => {
  it('opens today as it did when it was made, so that a tablet found in a drawer is still heard', async () => {
    const then = await opener(golden.privateKey, [evaluation])
    expect(readHeader(fromBase64(golden.envelope)).header).toEqual(golden.header)
    expect(await then.open(fromBase64(golden.envelope))).toEqual(golden.payload)
  })
})
