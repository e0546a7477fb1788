import { describe, expect, it } from 'vitest'
import { readHeader } from '../../src/envelope/header.ts'
import { newKeyPair } from '../../src/envelope/keys.ts'
import { markOf, newSlip, slipHash } from '../../src/envelope/slip.ts'
import { SLIP } from '../../src/form/board.ts'
import { plainManner } from '../../src/form/form.ts'
import { evaluation } from '../../src/instrument/evaluation.ts'
import type { Settings } from '../../src/protocol/tablet.ts'
import { envelopeOf } from '../../src/tablet/handover.ts'
import { outline, ward } from '../fakes/tablet.ts'
import { opener } from '../fixtures/opener.ts'

const pair = await newKeyPair(crypto.subtle)
const key = { id: pair.id, publicKey: pair.publicKey }
const ended = {
  state: 'ended',
  sheet: {
    outline,
    language: 'en',
    manner: plainManner,
    helper: 'nobody',
    answers: { 'eval-01': 'sometimes' },
    topics: [],
  },
  end: 'finished',
} as const

const seal = (settings: Settings) => envelopeOf(ended, settings, undefined, crypto)

describe('a form that is sealed', () => {
  it('has a slip, of which a mark alone lies in the envelope and on the disk: none of it asks for the form', async () => {
    const { envelope, taps = [] } = await seal(ward({ key }))
    expect(taps).toHaveLength(SLIP)
    const slip = await slipHash(taps, 'maple', crypto.subtle)
    const mark = await markOf(slip, crypto.subtle)
    expect(mark).not.toBe(slip)
    expect(readHeader(envelope.bytes).header).toMatchObject({ slip: mark })
    expect(Object.keys(envelope).toSorted()).toEqual(['bytes', 'digest', 'id', 'key', 'slip'])
    expect(envelope.slip).toBe(mark)
  })

  it('has one whoever sealed it, in as many bytes, so that no envelope tells who thought of taking theirs back', async () => {
    const [one, other] = await Promise.all([seal(ward({ key })), seal(ward({ key }))])
    expect(one?.envelope.bytes.length).toBe(other?.envelope.bytes.length)
    expect(one?.taps).not.toEqual(other?.taps)
  })

  it('has none for a server of before, which would take no such envelope', async () => {
    const { envelopes: _, ...stored } = ward({ key })
    for (const older of [ward({ key, envelopes: 1 }), stored as Settings]) {
      const { envelope, taps } = await seal(older)
      expect(taps).toBeUndefined()
      expect('slip' in envelope).toBe(false)
      expect(envelope.bytes[2]).toBe(1)
      const opened = await (await opener(pair.privateKey, [evaluation])).open(envelope.bytes)
      expect(opened.v).toBe(1)
    }
  })

  it('is of the newest version for a server that takes it', async () => {
    const { envelope } = await seal(ward({ key }))
    expect(envelope.bytes[2]).toBe(2)
    const opened = await (await opener(pair.privateKey, [evaluation])).open(envelope.bytes)
    expect(opened.v).toBe(2)
  })
})

describe('a slip', () => {
  it('has every one of the sixteen pictures as likely in every place: 24 bits', () => {
    const bytes = Uint8Array.from({ length: SLIP }, (_, n) => n * 50)
    expect(newSlip(() => bytes)).toEqual([0, 2, 4, 6, 8, 10])
    const seen = new Set(Array.from({ length: 256 }, (_, byte) => newSlip(() => new Uint8Array([byte]))[0]))
    expect(seen.size).toBe(16)
  })

  it('is another on another ward, and where two pictures change places', async () => {
    const taps = [1, 2, 3, 4, 5, 6]
    const hashes = await Promise.all([
      slipHash(taps, 'maple', crypto.subtle),
      slipHash(taps, 'oak', crypto.subtle),
      slipHash([2, 1, 3, 4, 5, 6], 'maple', crypto.subtle),
    ])
    expect(new Set(hashes).size).toBe(3)
    expect(hashes[0]).toBe(await slipHash(taps, 'maple', crypto.subtle))
  })

  it('is hashed the same for ever, or no slip that was ever given would take anything back', async () => {
    expect(await slipHash([0, 14, 6, 6, 11, 3], 'maple', crypto.subtle)).toBe(
      '762340b328b85b23f327e517a48aa356',
    )
    // Beside it: SHA-256 of that text, as any other tool gives it.
    expect(await markOf('762340b328b85b23f327e517a48aa356', crypto.subtle)).toBe(
      '3104541549d5a0afb0236446929eb9e4',
    )
  })

  it.each([[[1, 2, 3]], [[1, 2, 3, 4, 5, 16]], [[1, 2, 3, 4, 5, 0.5]]])('is nothing else: %j', async taps => {
    await expect(slipHash(taps, 'maple', crypto.subtle)).rejects.toThrow(RangeError)
  })
})
