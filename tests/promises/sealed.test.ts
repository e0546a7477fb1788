import { describe, expect, it } from 'vitest'
import { fromUtf8, utf8 } from '../../src/envelope/bytes.ts'
import { draftKey, lockRow, unlockRow } from '../../src/envelope/draft.ts'
import { readHeader } from '../../src/envelope/header.ts'
import { newKeyPair } from '../../src/envelope/keys.ts'
import { toPayload } from '../../src/envelope/payload.ts'
import { seal } from '../../src/envelope/seal.ts'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { opener } from '../fixtures/opener.ts'
import { sheet } from '../fixtures/people.ts'

const { subtle } = crypto
const wording = { id: 'en', version: '1' }
const header = (key: string) => ({ id: 'ab'.repeat(16), ward: 'rowan', key })
const half = (byte: number) => new Uint8Array(32).fill(byte)
const thirdStatementIn = /all-the-time|eval-03/

async function sealed(reached = 23) {
  const pair = await newKeyPair(subtle)
  const payload = toPayload(sheet('all-the-time', reached), 'finished', wording, '2026-03')
  return { pair, payload, envelope: await seal(payload, header(pair.id), pair.publicKey) }
}

describe('what Amina said, once it is sealed', () => {
  it('stands nowhere in the bytes that leave the tablet, so that whoever carries them can not read it', async () => {
    const { envelope } = await sealed()
    const raw = Buffer.from(envelope).toString('latin1')
    expect(raw).not.toMatch(thirdStatementIn)
  })

  it('is opened whole by the one who has the key, and by nobody with another', async () => {
    const { pair, payload, envelope } = await sealed()
    expect(await (await opener(pair.privateKey, [evaluation])).open(envelope)).toEqual(payload)
    const other = await newKeyPair(subtle)
    const stranger = await opener(other.privateKey, [evaluation])
    await expect(stranger.open(envelope)).rejects.toThrow('it does not open')
  })

  it('can not be moved to another ward, because the seal is bound to the words outside', async () => {
    const { pair, envelope } = await sealed()
    const text = Buffer.from(envelope)
    text.write('hazel', text.indexOf('rowan'))
    const open = (await opener(pair.privateKey, [evaluation])).open(new Uint8Array(text))
    await expect(open).rejects.toThrow('it does not open')
  })

  it('is as long as what anybody else said, so that a short form does not show', async () => {
    const [long, short] = [await sealed(23), await sealed(1)]
    expect(short.envelope.length).toBe(long.envelope.length)
  })

  it('carries outside the seal an id, a ward and a key, and no time', async () => {
    const { envelope, pair } = await sealed()
    const { clear } = readHeader(envelope)
    const outside = JSON.parse(fromUtf8(envelope.subarray(5, clear)))
    expect(outside).toEqual(header(pair.id))
  })
})

describe('a draft on the disk', () => {
  const place = { form: 'f1', seq: 1 }
  const iv = new Uint8Array(12)

  it('can not be read once either half of its key is gone', async () => {
    const key = await draftKey([half(1), half(2)], 'f1', subtle)
    const row = await lockRow(key, place, { item: 'eval-03' }, iv, subtle)
    for (const halves of [
      [half(1), half(0)],
      [half(0), half(2)],
    ] as const) {
      const guess = await draftKey(halves, 'f1', subtle)
      const read = await unlockRow(guess, row, subtle).catch(() => 'unreadable')
      expect(read).toBe('unreadable')
    }
  })

  it('has rows of one length and in one order, so that neither says anything', async () => {
    const key = await draftKey([half(1), half(2)], 'f1', subtle)
    const row = await lockRow(key, place, 'a', iv, subtle)
    const longer = await lockRow(key, { form: 'f1', seq: 2 }, 'a longer thing', utf8('123456789012'), subtle)
    expect(longer.bytes.length).toBe(row.bytes.length)
    const moved = await unlockRow(key, { ...row, seq: 2 }, subtle).catch(() => 'unreadable')
    expect(moved).toBe('unreadable')
  })
})
