// Taking a form back at the front door: while its box is closed it goes, and nobody learns more than that.

import { afterAll, beforeAll, expect, it } from 'vitest'
import { readHeader } from '../../src/envelope/header.ts'
import { markOf } from '../../src/envelope/slip.ts'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { boundSlip } from '../../src/server/slip.ts'
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

onBothEngines('a form that is taken back', open => {
  let front: Front
  let leader: Leader
  let tablet: TestTablet
  let other: TestTablet
  beforeAll(async () => {
    ;({ front, leader, tablet } = await furnished(open()))
    other = await enrol(front, leader, tablet.ward)
  })
  afterAll(() => front.stop())

  /** A new tablet, whose tries are its own. */
  const fresh = () => enrol(front, leader, tablet.ward)
  const mark = (slip: string) => markOf(slip, crypto.subtle)
  const sealed = async (slip: string, more: object = {}, text?: string) =>
    envelope({ id: formId(), ward: tablet.ward, key: tablet.key, slip: await mark(slip), ...more }, text)
  const rows = (table: 'envelopes' | 'quarantine', digest: string) =>
    front.look(db => db.selectFrom(table).selectAll().where('digest', '=', digest).execute())
  const asked = async (slip: string) => {
    const bound = boundSlip(await mark(slip), tablet.ward)
    return front.look(db =>
      db.selectFrom('withdrawals').select(['state', 'on_day']).where('slip', '=', bound).execute(),
    )
  }

  it("is out of its box, by any tablet of the ward, with nothing left of Amina's form", async () => {
    const [slip, sent] = [formId(), await sealed(formId())]
    const mine = await sealed(slip)
    expect(await tablet.send(mine, sent)).toEqual(['stored', 'stored'])
    expect(await other.takeBack(slip)).toEqual(['taken-out'])
    expect(await rows('envelopes', mine.digest)).toEqual([])
    expect(await rows('quarantine', mine.digest)).toEqual([])
    expect(await rows('envelopes', sent.digest)).toHaveLength(1)
    expect(await asked(slip)).toEqual([{ state: 'taken-out', on_day: '2026-05-04' }])
  })

  it('stays out when the tablet offers it again, and is put aside nowhere', async () => {
    const slip = formId()
    const mine = await sealed(slip)
    await tablet.send(mine)
    await tablet.takeBack(slip)
    for (const _ of [1, 2]) expect(await tablet.send(mine)).toEqual(['refused 422.5'])
    expect(await rows('envelopes', mine.digest)).toEqual([])
    expect(await rows('quarantine', mine.digest)).toEqual([])
    expect(await tablet.takeBack(slip)).toEqual(['taken-out'])
  })

  it('is kept in mind until it comes, when he asked on a tablet before the other one had signal', async () => {
    const slip = formId()
    const asker = await fresh()
    expect(await asker.takeBack(slip)).toEqual(['kept'])
    const mine = await sealed(slip)
    expect(await tablet.send(await sealed(formId()), mine)).toEqual(['stored', 'refused 422.5'])
    expect(await rows('envelopes', mine.digest)).toEqual([])
    expect(await rows('quarantine', mine.digest)).toEqual([])
    expect(await asker.takeBack(slip)).toEqual(['taken-out'])
  })

  it('is said to be opened when it was counted, because that can not be undone', async () => {
    const [slip, id] = [formId(), formId()]
    const mine = await sealed(slip, { id })
    await front.look(async db => {
      const { organisation } = await db
        .selectFrom('wards')
        .select('organisation')
        .where('id', '=', tablet.ward)
        .executeTakeFirstOrThrow()
      const spent = { organisation, id, digest: mine.digest, slip: boundSlip(await mark(slip), tablet.ward) }
      await db.insertInto('spent').values(spent).execute()
    })
    expect(await tablet.takeBack(slip)).toEqual(['opened'])
    expect(await asked(slip)).toEqual([])
    expect(await tablet.send(mine)).toEqual(['duplicate'])
  })

  it('is not let out by what stands in its envelope, or whoever has a tablet or a rescue file could take all back', async () => {
    const slip = formId()
    const mine = await sealed(slip)
    await tablet.send(mine)
    const { header } = readHeader(new Uint8Array(Buffer.from(mine.bytes, 'base64url')))
    expect(await (await fresh()).takeBack(header.slip ?? '')).toEqual(['kept'])
    expect(await rows('envelopes', mine.digest)).toHaveLength(1)
    expect(await tablet.takeBack(slip)).toEqual(['taken-out'])
  })

  it('answers each slip of a request in its place', async () => {
    const [here, gone] = [formId(), formId()]
    const asker = await fresh()
    await tablet.send(await sealed(here))
    expect(await asker.takeBack(gone, here)).toEqual(['kept', 'taken-out'])
  })

  it('can not be taken back from another ward, which is not told that it is here', async () => {
    const elsewhere = await enrol(front, leader, await leader.addWard('Adult wards', 'Ash'))
    const slip = formId()
    const mine = await sealed(slip)
    await tablet.send(mine)
    expect(await elsewhere.takeBack(slip)).toEqual(['kept'])
    expect(await rows('envelopes', mine.digest)).toHaveLength(1)
    expect(await tablet.takeBack(slip)).toEqual(['taken-out'])
  })

  it('is left with the other where two have the same six pictures by chance, so that nobody loses theirs', async () => {
    const slip = formId()
    const both = [await sealed(slip), await sealed(slip)]
    await tablet.send(...both)
    expect(await tablet.takeBack(slip)).toEqual(['kept'])
    for (const { digest } of both) expect(await rows('envelopes', digest)).toHaveLength(1)
    expect(await tablet.send(...both)).toEqual(['duplicate', 'duplicate'])
  })

  it('is gone from what was put aside too, because it is his all the same', async () => {
    const slip = formId()
    const strange = await sealed(slip, { key: 'strange' })
    expect(await tablet.send(strange)).toEqual(['refused 422.3'])
    expect(await rows('quarantine', strange.digest)).toHaveLength(1)
    expect(await tablet.takeBack(slip)).toEqual(['taken-out'])
    expect(await rows('quarantine', strange.digest)).toEqual([])
  })

  it('can not be guessed at: after five unknown slips in an hour not even a right one is heard', async () => {
    const asker = await fresh()
    const guesses = [1, 2, 3, 4, 5].map(() => formId())
    for (const guess of guesses) expect(await asker.takeBack(guess)).toEqual(['kept'])
    expect(await asker.takeBack(formId())).toEqual(['too-many'])
    expect(await asker.takeBack(...guesses)).toEqual(Array(5).fill('kept'))
    const slip = formId()
    const hers = await sealed(slip)
    await tablet.send(hers)
    expect(await asker.takeBack(slip, formId())).toEqual(['too-many', 'too-many'])
    expect(await rows('envelopes', hers.digest)).toHaveLength(1)
    const another = await fresh()
    expect(await another.takeBack(...[1, 2, 3, 4, 5].map(() => formId()), slip)).toEqual([
      ...Array(5).fill('kept'),
      'too-many',
    ])
    front.wait(60)
    expect(await asker.takeBack(slip, formId())).toEqual(['taken-out', 'kept'])
  })

  it('leaves no hour behind in which somebody tried a wrong one', async () => {
    const asker = await fresh()
    await asker.takeBack(formId())
    front.wait(60)
    await asker.takeBack(formId())
    const hours = await front.look(db => db.selectFrom('tries').select('who').execute())
    const tablets = hours.map(({ who }) => who).filter(who => who.startsWith('slip '))
    expect(tablets).toEqual([...new Set(tablets)])
  })

  it('is asked for and offered ten times at once, and is never in the box afterwards', async () => {
    const slips = Array.from({ length: 10 }, () => formId())
    for (const slip of slips) {
      const [asker, mine] = [await fresh(), await sealed(slip)]
      const [sent, [word = '']] = await Promise.all([tablet.send(mine), asker.takeBack(slip)])
      expect([sent[0], word]).toEqual(word === 'kept' ? ['refused 422.5', 'kept'] : ['stored', 'taken-out'])
      expect(await rows('envelopes', mine.digest)).toEqual([])
    }
  })

  it('is written down by its day alone: neither its slip nor its id stands in the audit trail', async () => {
    const [slip, id] = [formId(), formId()]
    await tablet.send(await sealed(slip, { id }))
    await tablet.takeBack(slip)
    const audit = await front.look(db => db.selectFrom('audit').selectAll().execute())
    expect(audit.filter(row => row.what === 'withdrawals').at(0)).toMatchObject({ on_day: '2026-05-04' })
    for (const secret of [slip, id, await mark(slip), boundSlip(await mark(slip), tablet.ward)])
      expect(JSON.stringify(audit)).not.toContain(secret)
  })

  it('is asked for by a tablet of this server alone, in the form that is described', async () => {
    const slips = [formId()]
    expect(await front.ask(endpoints.withdrawals, { body: { slips } })).toMatchObject({ problem: '401.1' })
    expect(await leader.ask(endpoints.withdrawals, { body: { slips } })).toMatchObject({ problem: '401.1' })
    const many = Array.from({ length: 21 }, () => formId())
    for (const body of [{ slips: [] }, { slips: ['six pictures'] }, { slips: many }, { slips, more: 1 }])
      expect(await tablet.ask(endpoints.withdrawals, body)).toMatchObject({ problem: '400.1' })
  })

  it('was sealed by an earlier version: it has no slip and is taken in as ever', async () => {
    const old = await envelope({ id: formId(), ward: tablet.ward, key: tablet.key })
    expect(await tablet.send(old)).toEqual(['stored'])
  })
})
