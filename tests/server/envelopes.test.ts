// Envelopes at the front door: nothing lost, nothing twice, nothing opened.

import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { endpoints, MOST_BYTES } from '../../src/protocol/endpoints.ts'
import { firstOrganisation } from '../../src/server/queries/organisations.ts'
import {
  enrol,
  envelope,
  type Front,
  formId,
  furnished,
  type Leader,
  onBothEngines,
  type TestTablet,
} from './front.ts'

interface Strange {
  readonly problem: string
  readonly header: { readonly ward?: string; readonly key?: string }
}

onBothEngines('envelopes', open => {
  let front: Front
  let leader: Leader
  let tablet: TestTablet
  beforeAll(async () => {
    ;({ front, leader, tablet } = await furnished(open()))
  })
  afterAll(() => front.stop())

  const sealed = (more: object = {}, text?: string) =>
    envelope({ id: formId(), ward: tablet.ward, key: tablet.key, ...more }, text)
  const rows = (table: 'envelopes' | 'quarantine', digest: string) =>
    front.look(db => db.selectFrom(table).selectAll().where('digest', '=', digest).execute())

  it("stores Amina's form as it was sealed, with its day and no time", async () => {
    const sent = await sealed()
    expect(await tablet.send(sent)).toEqual(['stored'])
    const [row] = await rows('envelopes', sent.digest)
    expect(row?.arrived_on).toBe('2026-05-04')
    expect(row && Buffer.from(row.bytes).toString('base64url')).toBe(sent.bytes)
  })

  it('calls the same bytes a duplicate, so that a reply that was lost costs nothing', async () => {
    const sent = await sealed()
    expect(await tablet.send(sent)).toEqual(['stored'])
    expect(await tablet.send(sent)).toEqual(['duplicate'])
    expect(await tablet.send(sent, await sealed(), sent)).toEqual(['duplicate', 'stored', 'duplicate'])
    expect(await rows('envelopes', sent.digest)).toHaveLength(1)
  })

  it('knows a duplicate inside one batch, so that a tablet that stutters counts once', async () => {
    const sent = await sealed()
    expect(await tablet.send(sent, sent)).toEqual(['stored', 'duplicate'])
  })

  it('takes ten senders of the same batch at once, and keeps each form once', async () => {
    const batch = await Promise.all(Array.from({ length: 20 }, () => sealed()))
    const states = await Promise.all(Array.from({ length: 10 }, () => tablet.send(...batch)))
    for (const [at, { digest }] of batch.entries()) {
      expect(states.filter(one => one[at] === 'stored')).toHaveLength(1)
      expect(await rows('envelopes', digest)).toHaveLength(1)
    }
  })

  it('refuses other bytes under an id that is here, and keeps both, so that neither form is lost', async () => {
    const id = formId()
    const [first, other] = [await sealed({ id }), await sealed({ id }, 'other')]
    expect(await tablet.send(first)).toEqual(['stored'])
    expect(await tablet.send(other)).toEqual(['refused 409.1'])
    expect(await rows('quarantine', other.digest)).toMatchObject([{ problem: '409.1', tablet: tablet.id }])
    expect(await rows('envelopes', first.digest)).toHaveLength(1)
  })

  it('calls a form that was counted already a duplicate, so that it is never counted twice', async () => {
    const id = formId()
    const sent = await sealed({ id })
    const organisation = await front.look(async db => (await firstOrganisation(db))?.id ?? '')
    await front.look(db => db.insertInto('spent').values({ organisation, id, digest: sent.digest }).execute())
    expect(await tablet.send(sent)).toEqual(['duplicate'])
    expect(await tablet.send(await sealed({ id }, 'other'))).toEqual(['refused 409.1'])
    expect(await rows('envelopes', sent.digest)).toEqual([])
  })

  it.each([
    { problem: '422.2', header: { ward: 'elsewhere' }, why: 'names a ward that is not its own' },
    { problem: '422.3', header: { key: 'strange' }, why: 'names a key that nobody here can open' },
  ])('refuses with $problem and quarantines once what $why', async ({ problem, header }: Strange) => {
    const sent = await sealed(header)
    for (const _ of [1, 2]) expect(await tablet.send(sent)).toEqual([`refused ${problem}`])
    expect(await rows('quarantine', sent.digest)).toMatchObject([{ problem }])
  })

  it('quarantines bytes that are no envelope, so that somebody can look into it', async () => {
    const bytes = Buffer.from('not an envelope')
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')
    expect(await tablet.send({ digest, bytes: bytes.toString('base64url') })).toEqual(['refused 422.1'])
    expect(await rows('quarantine', digest)).toMatchObject([{ problem: '422.1' }])
  })

  it('answers a damaged arrival with the digest of what arrived, so that the tablet keeps waiting', async () => {
    const [whole, other] = [await sealed(), await sealed()]
    const damaged = { digest: whole.digest, bytes: other.bytes }
    const { body } = await tablet.ask(endpoints.envelopes, { envelopes: [damaged] })
    expect(body).toMatchObject({ receipts: [{ state: 'refused', problem: '422.4', digest: other.digest }] })
    expect(await rows('quarantine', other.digest)).toEqual([])
    expect(await tablet.send(whole)).toEqual(['stored'])
  })

  it('refuses bytes of another length than every form has, since a length could tell one person from another', async () => {
    const whole = await sealed()
    const bytes = Buffer.from(whole.bytes, 'base64url')
    for (const other of [bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.of(0)])]) {
      const sent = {
        bytes: other.toString('base64url'),
        digest: createHash('sha256').update(other).digest('hex'),
      }
      expect(await tablet.send(sent)).toEqual(['refused 422.1'])
    }
    expect(await tablet.send(whole)).toEqual(['stored'])
  })

  it('takes the good ones of a batch with bad ones, so that one bad form holds nobody back', async () => {
    expect(await tablet.send(await sealed({ key: 'strange' }), await sealed())).toEqual([
      'refused 422.3',
      'stored',
    ])
  })

  it('counts the batches of each tablet by itself, so that whoever sent the one that a backup lost notices it', async () => {
    const other = await enrol(front, leader, tablet.ward)
    expect([tablet.enrolled.batches, other.enrolled.batches]).toEqual([0, 0])
    const batches = async (of = tablet) => {
      const { body } = await of.ask(endpoints.checkIn, { waiting: {} })
      return (body as { batches: number }).batches
    }
    const before = await batches()
    await tablet.send(await sealed())
    expect(await batches()).toBe(before + 1)
    expect(await batches(other)).toBe(0)
  })

  it('writes a batch down by its size and day, and by no id', async () => {
    const batch = [await sealed(), await sealed(), await sealed()]
    await tablet.send(...batch)
    const audit = await front.look(db =>
      db.selectFrom('audit').selectAll().where('what', '=', 'envelopes').execute(),
    )
    expect(audit.filter(row => row.detail === '3').at(0)).toMatchObject({ on_day: '2026-05-04' })
    for (const { digest } of batch) expect(JSON.stringify(audit)).not.toContain(digest)
  })

  it('keeps nothing of a tablet whose permission ended, and says 401.1', async () => {
    const other = await enrol(front, leader, tablet.ward)
    const end = endpoints.endTablet.replace(':tablet', other.id)
    expect((await leader.ask(end, { method: 'POST' })).status).toBe(200)
    const sent = await sealed()
    expect(await other.ask(endpoints.envelopes, { envelopes: [sent] })).toMatchObject({ problem: '401.1' })
    expect(await rows('envelopes', sent.digest)).toEqual([])
    expect(await front.ask(endpoints.envelopes, { body: { envelopes: [sent] } })).toMatchObject({
      problem: '401.1',
    })
  })

  it.each([
    ['400.1', {}],
    ['400.1', { envelopes: [] }],
    ['400.1', { envelopes: [{ digest: 'short', bytes: '' }] }],
    ['400.1', '{"envelopes":'],
    ['413.1', { envelopes: 'x'.repeat(MOST_BYTES) }],
  ])('refuses with %s a request that is not as described', async (problem, body) => {
    expect(await tablet.ask(endpoints.envelopes, body)).toMatchObject({ problem })
  })

  it('refuses a body that is no JSON by its name', async () => {
    const how = { body: '{}', headers: { 'content-type': 'text/plain' } }
    expect(await front.ask(endpoints.envelopes, how)).toMatchObject({ problem: '415.1', status: 415 })
  })
})
