// A paper form on its way: sealed in the office, opened by nobody but the count, and what was left out stays left out.

import { describe, expect, it } from 'vitest'
import { fromBase64 } from '../../src/envelope/bytes.ts'
import { readHeader } from '../../src/envelope/header.ts'
import { newKeyPair } from '../../src/envelope/keys.ts'
import { evaluation } from '../../src/instrument/evaluation.ts'
import type { PaperForm } from '../../src/office/office.ts'
import { envelopeOf } from '../../src/office/paper.ts'
import { bringIn } from '../../src/office/rescue.ts'
import type { RescueRequest } from '../../src/protocol/office.ts'
import { writeRescue } from '../../src/protocol/rescue.ts'
import type { Receipt } from '../../src/protocol/tablet.ts'
import { opener } from '../fixtures/opener.ts'

const form: PaperForm = {
  wording: { id: 'en/original', version: '1.0' },
  language: 'en',
  words: 'standard',
  marks: { 'eval-01': 'sometimes', 'eval-04': 'not-at-all' },
  topics: ['eval-09'],
  end: 'finished',
}

async function opened(typed: PaperForm) {
  const keys = await newKeyPair(crypto.subtle)
  const sealed = await envelopeOf(typed, 'maple', keys, crypto)
  const bytes = fromBase64(sealed.bytes)
  const { open } = await opener(keys.privateKey, [evaluation])
  return { sealed, bytes, payload: await open(bytes) }
}

describe('a form that came on paper', () => {
  it('opens as it was marked, with what was left out as skipped', async () => {
    const { payload } = await opened(form)
    expect(payload.given).toEqual(evaluation.items.map(({ id }) => form.marks[id] ?? 'skipped'))
    expect(payload).toMatchObject({ topics: ['eval-09'], end: 'finished', month: 'unsure', helper: 'nobody' })
  })

  it('has nothing after the last mark where the person stopped', async () => {
    const { payload } = await opened({ ...form, end: 'stopped' })
    expect(payload.given.slice(0, 5)).toEqual(['sometimes', 'skipped', 'skipped', 'not-at-all', null])
    expect(payload.given.slice(4).every(one => one === null)).toBe(true)
  })

  it('says outside only that it is paper, of which ward and to which key; and each has an id of its own', async () => {
    const [one, other] = [await opened(form), await opened(form)]
    const { header } = readHeader(one.bytes)
    expect(header).toEqual({ id: header.id, ward: 'maple', key: header.key, paper: true })
    expect(readHeader(other.bytes).header.id).not.toBe(header.id)
    const text = Buffer.from(one.bytes).toString('latin1')
    expect(text).not.toMatch(/eval-|sometimes|not-at-all/)
    expect(one.bytes.length).toBe(other.bytes.length)
  })
})

describe('a rescue file at the office', () => {
  const envelopes = async (many: number) => {
    const keys = await newKeyPair(crypto.subtle)
    const made = await Promise.all(
      Array.from({ length: many }, () => envelopeOf(form, 'maple', keys, crypto)),
    )
    return made.map(({ digest, bytes }) => ({ digest, bytes: fromBase64(bytes) }))
  }
  const storing = (sent: string[][]) => async (part: RescueRequest) => {
    sent.push(part.envelopes.map(one => one.digest))
    const value = part.envelopes.map(({ digest }): Receipt => ({ state: 'stored', digest }))
    return { done: true, value } as const
  }

  it('is sent in batches that a slow line can carry, and each form once', async () => {
    const made = await envelopes(401)
    const sent: string[][] = []
    const text = await writeRescue('maple', made, crypto.subtle)
    const outcome = await bringIn(text, storing(sent), crypto)
    expect(sent.map(batch => batch.length)).toEqual([100, 100, 100, 100, 1])
    expect(new Set(sent.flat())).toEqual(new Set(made.map(one => one.digest)))
    expect(outcome).toMatchObject({ done: true, value: { is: 'brought', complete: true, unreadable: [] } })
  }, 60_000)

  it('sends nothing of a form whose bytes are not those of its digest, and says so', async () => {
    const made = await envelopes(2)
    const text = await writeRescue('maple', made, crypto.subtle)
    const [spoilt] = JSON.parse(text).envelopes
    const sent: string[][] = []
    const changed = text.replace(spoilt.bytes, spoilt.bytes.replace(/.{8}$/, 'AAAAAAAA'))
    const outcome = await bringIn(changed, storing(sent), crypto)
    expect(sent.flat()).toEqual(made.map(one => one.digest).filter(one => one !== spoilt.digest))
    expect(outcome).toMatchObject({ value: { is: 'brought', unreadable: ['damaged'] } })
  })

  it('stops at a refusal, so that the same file is brought in again', async () => {
    const text = await writeRescue('maple', await envelopes(1), crypto.subtle)
    const refused = { done: false, refusal: 'no-signal' } as const
    expect(await bringIn(text, async () => refused, crypto)).toEqual(refused)
  })

  it('tells how far it is and stops between two parts: what arrived stays, and the rest is told', async () => {
    const text = await writeRescue('maple', await envelopes(250), crypto.subtle, 'tablet-7')
    const stop = new AbortController()
    const told: number[][] = []
    const tell = (...so: number[]) => {
      told.push(so)
      if (so[0] === 100) stop.abort()
    }
    const sent: RescueRequest[] = []
    const send = async (part: RescueRequest) => {
      sent.push(part)
      return storing([])(part)
    }
    const outcome = await bringIn(text, send, crypto, { stop: stop.signal, tell })
    expect(told).toEqual([
      [0, 250],
      [100, 250],
    ])
    expect(sent.map(part => [part.envelopes.length, part.tablet])).toEqual([[100, 'tablet-7']])
    expect(outcome).toMatchObject({ value: { is: 'brought', left: 150, receipts: { length: 100 } } })
  }, 60_000)

  it('tells what arrived before the line broke, and that the rest did not', async () => {
    const text = await writeRescue('maple', await envelopes(101), crypto.subtle)
    const refused = { done: false, refusal: 'no-signal' } as const
    const send = async (part: RescueRequest) => (part.envelopes.length === 1 ? refused : storing([])(part))
    expect(await bringIn(text, send, crypto)).toMatchObject({
      value: { is: 'brought', left: 1, refusal: 'no-signal', receipts: { length: 100 } },
    })
  }, 60_000)

  it('sends nothing of another file', async () => {
    const never = () => Promise.reject(new Error('sent'))
    for (const text of ['', '{}', 'not JSON', '[1]'])
      expect(await bringIn(text, never, crypto)).toEqual({ done: true, value: { is: 'no-rescue' } })
  })
})
