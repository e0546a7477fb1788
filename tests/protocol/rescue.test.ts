// Ruth carries forms by hand from a tablet that never has signal; nothing of them is lost on the way, and nothing added.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Bytes, digest, toBase64 } from '../../src/envelope/bytes.ts'
import { writeHeader } from '../../src/envelope/header.ts'
import { readRescue, writeRescue } from '../../src/protocol/rescue.ts'

const { subtle } = crypto
const id = (n: number) => n.toString(16).padStart(32, '0')

async function sealed(n: number, ward = 'maple') {
  const bytes = new Uint8Array([...writeHeader({ id: id(n), ward, key: 'k1', slip: id(n) }), n, 1, 2, 3])
  return { digest: await digest(bytes, subtle), bytes }
}

const three = () => Promise.all([1, 2, 3].map(n => sealed(n)))

interface Raw {
  kind: string
  version: number
  ward: string
  envelopes: { digest: string; bytes: string }[]
  sum: string
}

/** A rescue file of three forms, changed on the way. */
async function changed(change: (file: Raw) => void): Promise<string> {
  const file = JSON.parse(await writeRescue('maple', await three(), subtle))
  change(file)
  return JSON.stringify(file)
}

const readable = async (text: string) => {
  const found = await readRescue(text, subtle)
  if (found.is !== 'rescue') throw new Error(found.is)
  return found
}

describe('a rescue file', () => {
  it('carries the others when the disk has spoilt one, and says so of that one', async () => {
    const [one, ...others] = await three()
    const spoilt = { digest: one?.digest ?? '', bytes: undefined as never }
    const found = await readable(await writeRescue('maple', [spoilt, ...others], subtle))
    expect(found.envelopes.map(({ digest }) => digest).sort()).toEqual(
      others.map(({ digest }) => digest).sort(),
    )
    expect(found.unreadable).toEqual(['damaged'])
  })

  it('gives back the very bytes, so that a form carried by hand counts as any other', async () => {
    const forms = await three()
    const found = await readable(await writeRescue('maple', forms, subtle))
    expect(found).toMatchObject({ ward: 'maple', unreadable: [], complete: true })
    const sort = (all: readonly { digest: string; bytes: Bytes }[]) =>
      all.map(one => `${one.digest} ${toBase64(one.bytes)}`).sort()
    expect(sort(found.envelopes)).toEqual(sort(forms))
  })

  it('stands in an order that tells nobody who came first, and says no time', async () => {
    const forms = await three()
    const text = await writeRescue('maple', forms, subtle)
    expect(text).toBe(await writeRescue('maple', [...forms].reverse(), subtle))
    expect(Object.keys(JSON.parse(text))).toEqual(['kind', 'version', 'ward', 'envelopes', 'sum'])
  })

  it('gives up one damaged form and not the others, so that a bad stick costs as little as it can', async () => {
    const text = await changed(file => {
      const [first] = file.envelopes
      if (first) first.bytes = `${first.bytes.slice(0, -4)}AAAA`
    })
    const found = await readable(text)
    expect(found.envelopes).toHaveLength(2)
    expect(found.unreadable).toEqual(['damaged'])
  })

  it('notices a form that somebody took out of the file', async () => {
    const found = await readable(await changed(file => void file.envelopes.pop()))
    expect(found.envelopes).toHaveLength(2)
    expect(found.complete).toBe(false)
  })

  it('takes no bytes that are not an envelope, and says so of one that is too new for it', async () => {
    const others = await Promise.all(
      ['no envelope at all', 'EV\u0009\u0000\u0001xyz'].map(async text => {
        const bytes = new TextEncoder().encode(text)
        return { digest: await digest(bytes, subtle), bytes }
      }),
    )
    const found = await readable(await writeRescue('maple', others, subtle))
    expect(found.envelopes).toEqual([])
    expect([...found.unreadable].sort()).toEqual(['newer', 'no-envelope'])
  })

  it('says of a file of a newer version that it is one, and of any other file that it is none', async () => {
    expect(await readRescue(await changed(file => Object.assign(file, { version: 2 })), subtle)).toEqual({
      is: 'newer',
    })
    for (const text of ['', '{}', 'null', '[]', '<html>', '{"kind":"equal-voice rescue","version":1}'])
      expect(await readRescue(text, subtle)).toEqual({ is: 'no-rescue' })
  })

  it('never throws and never takes a byte that its digest does not speak for, whatever happens to the file', async () => {
    const forms = await three()
    const text = await writeRescue('maple', forms, subtle)
    const known = new Set(forms.map(one => toBase64(one.bytes)))
    let reached = 0
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.string({ maxLength: 3 }), async (at, put) => {
        const found = await readRescue(text.slice(0, at) + put + text.slice(at + 1), subtle)
        if (found.is !== 'rescue') return
        reached += 1
        for (const one of found.envelopes) expect(known.has(toBase64(one.bytes))).toBe(true)
      }),
      { numRuns: 400 },
    )
    expect(reached).toBeGreaterThan(100)
  })
})
