// What nobody ever meant to send to a server: a numbered problem and never a crash, and nothing that was there is lost.

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digest, toBase64 } from '../../src/envelope/bytes.ts'
import { EnvelopeError, readHeader } from '../../src/envelope/header.ts'
import { newKeyPair } from '../../src/envelope/keys.ts'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { problems } from '../../src/protocol/problems.ts'
import { readRescue, writeRescue } from '../../src/protocol/rescue.ts'
import { opener } from '../fixtures/opener.ts'
import type { Front, TestTablet } from '../server/front.ts'
import { amount, seed } from './amounts.ts'
import { arrive, spoiltOf } from './bad/arrived.ts'
import { figure } from './figures.ts'

const numRuns = amount('bad')

let front: Front
let tablet: TestTablet
let whole: Uint8Array<ArrayBuffer>
let kept: string
const problemsMet = new Set<string>()
let done = 0

beforeAll(async () => {
  ;({ front, tablet, whole, kept } = await arrive())
})
afterAll(async () => {
  await front.stop()
  figure({
    proof: 'Bad input to a server',
    done: `${done} bodies, bytes and files`,
    reached: `problems ${[...problemsMet].sort().join(' ')}`,
    came: '0 crashes, 0 lost',
  })
})

const bodies = fc.oneof(
  fc.json(),
  fc.string({ maxLength: 200 }),
  fc
    .record({ envelopes: fc.array(fc.record({ digest: fc.string(), bytes: fc.string() }), { maxLength: 3 }) })
    .map(one => JSON.stringify(one)),
  fc
    .record({
      slips: fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant('0'.repeat(32))), { maxLength: 30 }),
    })
    .map(one => JSON.stringify(one)),
  fc
    .record({
      waiting: fc.dictionary(fc.string(), fc.oneof(fc.double(), fc.integer(), fc.string())),
      sealsTo: fc.string(),
    })
    .map(one => JSON.stringify(one)),
  fc
    .record(
      Object.fromEntries(
        ['sealed', 'sent', 'withdrawn', 'erased', 'waiting', 'setAside'].map(name => [
          name,
          fc.oneof(fc.integer(), fc.double(), fc.maxSafeInteger()),
        ]),
      ),
    )
    .map(one => JSON.stringify(one)),
  fc
    .record({ code: fc.oneof(fc.string(), fc.constant('\u0000'), fc.string({ unit: 'binary' })) })
    .map(one => JSON.stringify(one)),
)
const paths = fc.constantFrom(
  endpoints.enrol,
  endpoints.checkIn,
  endpoints.envelopes,
  endpoints.tallies,
  endpoints.withdrawals,
  endpoints.signIn,
  endpoints.rescues,
  endpoints.wards,
  endpoints.paper.replace(':ward', 'x'),
  endpoints.about.replace(':ward', '%00'),
)
const lies = () => front.look(db => db.selectFrom('envelopes').select('id').execute())

describe('the server', () => {
  it('refuses every body that is none with a numbered problem, and keeps what it has', async () => {
    await fc.assert(
      fc.asyncProperty(paths, bodies, fc.boolean(), async (path, body, token) => {
        done += 1
        const authorization = token ? `Bearer ${tablet.enrolled.token}` : 'Bearer \u00ff'
        const { status, problem } = await front.ask(path, {
          method: 'POST',
          body: body || ' ',
          headers: { authorization },
        })
        if (status === 200) return
        expect(Object.keys(problems), `${status} of ${path}`).toContain(problem)
        expect(problem, `${path} ${body}`).not.toBe('500.1')
        if (problem) problemsMet.add(problem)
      }),
      { numRuns, seed },
    )
    expect((await lies()).map(({ id }) => id)).toEqual([kept])
  })

  it('refuses every envelope that is none with its number, quarantines its bytes, and loses no other', async () => {
    await fc.assert(
      fc.asyncProperty(spoiltOf(whole), async bytes => {
        done += 1
        const sent = { digest: await digest(bytes, crypto.subtle), bytes: toBase64(bytes) }
        const [state = ''] = await tablet.send(sent)
        // Somebody may change the sealed part alone: that lies unopened until its count.
        if (state === 'stored' || state === 'duplicate') return
        expect(state).toMatch(/^refused (409\.1|422\.[1236])$/)
        problemsMet.add(state.slice(8))
        // What is too new for this server is nobody's mistake: it stays on its tablet until the server knows it.
        if (state.endsWith('422.6')) return
        const aside = await front.look(db =>
          db.selectFrom('quarantine').select('digest').where('digest', '=', sent.digest).execute(),
        )
        expect(aside.length, 'what was refused is kept').toBe(1)
      }),
      { numRuns, seed },
    )
    expect((await lies()).map(({ id }) => id)).toContain(kept)
  })
})

describe('an envelope', () => {
  it('is read or refused and nothing else, by its header and by its key', async () => {
    const box = await opener((await newKeyPair(crypto.subtle)).privateKey, [evaluation])
    await fc.assert(
      fc.asyncProperty(spoiltOf(whole), async bytes => {
        done += 1
        try {
          readHeader(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(EnvelopeError)
        }
        await expect(box.open(bytes)).rejects.toBeInstanceOf(EnvelopeError)
      }),
      { numRuns, seed },
    )
  })
})

describe('a rescue file', () => {
  it('gives the envelopes that are whole, and says of the others why not, however it was changed', async () => {
    const good = await writeRescue(
      tablet.ward,
      [{ digest: await digest(whole, crypto.subtle), bytes: whole }],
      crypto.subtle,
    )
    const changed = fc.oneof(
      fc.string({ maxLength: 300 }),
      fc.json(),
      fc.nat().map(length => good.slice(0, length % good.length)),
      fc.record({ at: fc.nat(), with: fc.string({ minLength: 1, maxLength: 3 }) }).map(one => {
        const at = one.at % good.length
        return good.slice(0, at) + one.with + good.slice(at + one.with.length)
      }),
      fc.json().map(inside => JSON.stringify({ ...JSON.parse(good), envelopes: JSON.parse(inside) })),
    )
    await fc.assert(
      fc.asyncProperty(changed, async text => {
        done += 1
        const read = await readRescue(text, crypto.subtle)
        if (read.is !== 'rescue') return
        for (const one of read.envelopes) expect(await digest(one.bytes, crypto.subtle)).toBe(one.digest)
        if (text !== good && read.envelopes.length === 0)
          expect(read.complete && read.unreadable.length === 0).toBe(false)
      }),
      { numRuns, seed, examples: [[good]] },
    )
  })
})
