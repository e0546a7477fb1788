// A form that was carried on without its pictures: what was said before stays veiled, and it says so inside its seal.

import { describe, expect, it } from 'vitest'
import { fakeDrafts } from '../fakes/drafts.ts'
import { outline } from '../fakes/tablet.ts'
import { settled, TWO, tablet } from './amina.ts'

describe('a form without pictures', () => {
  it('says inside its seal that it was carried on without, so that it can be told from one that never waited', async () => {
    const amina = await tablet()
    await amina.putAway()
    await amina.go.carryOn('amina')
    expect([...amina.form().veiled]).toEqual(['eval-01'])
    expect(await amina.finish()).toMatchObject({ resumed: 'without-pictures' })
    const cara = await tablet()
    expect(await cara.finish()).not.toHaveProperty('resumed')
  })

  it('gives nothing of its earlier answers away to whoever carries it on and puts pictures of their own before it', async () => {
    const ben = await tablet()
    await ben.putAway()
    await ben.go.carryOn('amina')
    ben.go.step({ type: 'choose', item: 'eval-02', choice: 'sometimes' })
    await settled()
    await ben.putAway(TWO)
    await ben.tryThese(TWO)
    expect([...ben.form().veiled], 'Amina’s are hidden, his own are shown').toEqual(['eval-01'])
    await ben.putAway()
    await ben.tryThese(TWO)
    expect([...ben.form().veiled]).toEqual(['eval-01'])
    expect(await ben.finish()).toMatchObject({ answers: { 'eval-01': 'not-at-all', 'eval-02': 'sometimes' } })
  })

  it('gives nothing of them away either where the disk refused what he did last', async () => {
    const ben = await tablet()
    await ben.putAway()
    await ben.go.carryOn('amina')
    ben.go.step({ type: 'choose', item: 'eval-02', choice: 'sometimes' })
    await settled()
    ben.drafts.refuse = true
    ben.go.step({ type: 'keep' })
    await settled()
    ben.drafts.refuse = false
    await ben.go.put(TWO)
    await settled()
    await ben.tryThese(TWO)
    expect([...ben.form().veiled]).toContain('eval-01')
  })

  it('gives nothing of what they say to whoever has its pictures, not even after a crash', async () => {
    const amina = await tablet()
    await amina.putAway(TWO)
    await amina.tryThese()
    amina.go.step({ type: 'choose', item: 'eval-02', choice: 'sometimes' })
    await settled()
    const next = await tablet()
    next.go.pause()
    await settled()
    next.drafts.rows.set('amina', [...(amina.drafts.rows.get('amina') ?? [])])
    await next.tryThese(TWO)
    expect([...next.form().veiled], 'her own are shown').toEqual(['eval-02'])
    // What she says herself is shown to her again, and that stays hidden.
    next.go.step({ type: 'continue' })
    await settled()
    next.go.step({ type: 'choose', item: 'eval-03', choice: 'not-at-all' })
    await settled()
    next.go.step({ type: 'keep' })
    await settled()
    await next.tryThese(TWO)
    expect([...next.form().veiled]).toEqual(['eval-02'])
  })

  it('gives nothing of what they want to talk about to whoever has its pictures', async () => {
    const amina = await tablet()
    await amina.putAway(TWO)
    await amina.tryThese()
    for (let n = 1; n < outline.items.length; n += 1) amina.go.step({ type: 'skip' })
    await settled()
    amina.go.step({ type: 'talk', item: 'eval-03' })
    await settled()
    amina.go.step({ type: 'keep' })
    await settled()
    await amina.tryThese(TWO)
    expect(amina.form().topicsVeiled).toBe(true)
    expect([...amina.form().veiled]).not.toContain('eval-01')
  })

  it('hides what the one before chose to talk about too', async () => {
    const amina = await tablet()
    for (let n = 1; n < outline.items.length; n += 1) amina.go.step({ type: 'skip' })
    await settled()
    amina.go.step({ type: 'talk', item: 'eval-03' })
    await settled()
    await amina.putAway()
    await amina.go.carryOn('amina')
    expect(amina.form().topicsVeiled).toBe(true)
    await amina.putAway(TWO)
    await amina.tryThese(TWO)
    expect(amina.form().topicsVeiled).toBe(true)
  })

  it('says so too when a crash put it away', async () => {
    const amina = await tablet()
    const next = await tablet('nobody', fakeDrafts())
    next.drafts.rows.set('amina', [...(amina.drafts.rows.get('amina') ?? [])])
    next.go.pause()
    await settled()
    next.drafts.rows.set('amina', [...(amina.drafts.rows.get('amina') ?? [])])
    await next.go.carryOn('amina')
    expect(await next.finish()).toMatchObject({ resumed: 'without-pictures' })
  })
})
