// A form that was put away with two pictures before it, and whoever carries it on.

import { describe, expect, it } from 'vitest'
import { MOST_MISSES } from '../../src/form/board.ts'
import { plainManner } from '../../src/form/form.ts'
import { settled, TWO, tablet } from './amina.ts'

describe('somebody who pauses', () => {
  it('leaves the form at once, and may put two pictures before it in their own words and manner', async () => {
    const amina = await tablet()
    amina.go.step({ type: 'keep' })
    expect(amina.scene.get()).toEqual({
      at: 'pausing',
      language: 'en',
      manner: { ...plainManner, calm: true },
    })
    amina.go.step({ type: 'choose', item: 'eval-02', choice: 'sometimes' })
    expect(amina.at()).toBe('pausing')
  })

  it('has the form kept on the disk before any picture is chosen, so that a reload there loses nothing', async () => {
    const amina = await tablet()
    amina.go.step({ type: 'keep' })
    await settled()
    expect((await amina.drafts.read('amina')).form.state).toBe('kept')
    expect(amina.drafts.rows.get('amina')?.some(row => 'sheet' in row && row.sheet.pictures)).toBe(false)
  })

  it('meets the curtain when the app is hidden while she chooses, and her form has no pictures', async () => {
    const amina = await tablet()
    amina.go.step({ type: 'keep' })
    amina.go.pause()
    expect(amina.scene.get()).toEqual({ at: 'curtain', drafts: [] })
    await amina.go.put(TWO)
    await settled()
    expect(await amina.drafts.left('amina')).toBeUndefined()
  })

  it('puts them there once, however often the button is tapped', async () => {
    const amina = await tablet()
    amina.go.step({ type: 'keep' })
    await Promise.all([amina.go.put(TWO), amina.go.put([0, 1]), amina.go.put(TWO)])
    await settled()
    expect(amina.scene.get()).toMatchObject({ at: 'curtain', drafts: [{ id: 'amina', gated: true }] })
    expect((await amina.drafts.read('amina')).form).toMatchObject({ sheet: { pictures: TWO } })
  })

  it('is told when the disk refuses her pictures, and can choose them again', async () => {
    const amina = await tablet()
    amina.go.step({ type: 'keep' })
    await settled()
    amina.drafts.refuse = true
    await amina.go.put(TWO)
    expect(amina.scene.get()).toMatchObject({ at: 'pausing', refused: true })
    amina.drafts.refuse = false
    await amina.go.put(TWO)
    expect(amina.at()).toBe('curtain')
    expect(await amina.drafts.left('amina')).toBe(MOST_MISSES)
  })

  it('has the curtain at once when she is hidden while the pictures are on their way, and they stay', async () => {
    const amina = await tablet()
    amina.go.step({ type: 'keep' })
    await settled()
    let open = () => {}
    amina.drafts.gate = new Promise(resolve => {
      open = resolve
    })
    const put = amina.go.put(TWO)
    amina.go.pause()
    expect(amina.at()).toBe('curtain')
    open()
    await put
    await settled()
    expect(amina.scene.get()).toMatchObject({ at: 'curtain', drafts: [{ gated: true }] })
  })

  it('keeps the pictures she has: a form that has two goes straight behind the curtain', async () => {
    const amina = await tablet()
    await amina.putAway(TWO)
    await amina.tryThese(TWO)
    amina.go.step({ type: 'keep' })
    expect(amina.at()).toBe('curtain')
    await settled()
    expect((await amina.drafts.read('amina')).form).toMatchObject({ sheet: { pictures: TWO } })
  })
})

describe('whoever carries on a form with pictures', () => {
  it('is asked for them first, and nothing of the form is read before', async () => {
    const ben = await tablet()
    await ben.putAway(TWO)
    await ben.go.carryOn('amina')
    expect(ben.scene.get()).toMatchObject({ at: 'gate', left: MOST_MISSES, wrong: false })
    expect(ben.drafts.held.size).toBe(0)
  })

  it('sees the earlier answers with the right two, in whatever order, and it is sealed so', async () => {
    const amina = await tablet()
    await amina.putAway(TWO)
    await amina.tryThese([7, 3])
    expect([...amina.form().veiled]).toEqual([])
    expect(amina.form().form.sheet.answers).toEqual({ 'eval-01': 'not-at-all' })
    expect(await amina.drafts.left('amina')).toBe(MOST_MISSES)
    expect(await amina.finish()).toMatchObject({ resumed: 'with-pictures' })
  })

  it('sees none of them without, and it is sealed so, whatever is tapped later', async () => {
    const ben = await tablet()
    await ben.putAway(TWO)
    await ben.tryThese()
    expect([...ben.form().veiled]).toEqual(['eval-01'])
    ben.go.step({ type: 'keep' })
    await settled()
    await ben.tryThese(TWO)
    expect([...ben.form().veiled]).toEqual([])
    expect(await ben.finish()).toMatchObject({ resumed: 'without-pictures' })
  })

  it('is told that they are wrong only when the try is counted, and the form is let go', async () => {
    const ben = await tablet()
    await ben.putAway(TWO)
    const said: number[] = []
    ben.scene.watch(() => {
      const now = ben.scene.get()
      if (now.at === 'gate' && now.wrong) said.push(ben.drafts.tries.get('amina') ?? 0)
    })
    await ben.tryThese([0, 1])
    expect(ben.scene.get()).toMatchObject({ at: 'gate', left: MOST_MISSES - 1, wrong: true })
    expect(said).toEqual([1])
    expect(ben.drafts.held.size).toBe(0)
  })

  it('never sees them after five wrong tries, not even with the right two, and can still finish', async () => {
    const ben = await tablet()
    await ben.putAway(TWO)
    for (let n = 1; n <= MOST_MISSES; n += 1) await ben.tryThese([0, n])
    expect(ben.scene.get()).toMatchObject({ at: 'gate', left: 0 })
    await ben.go.pass(TWO)
    expect(ben.scene.get()).toMatchObject({ at: 'gate', left: 0 })
    await ben.go.pass(undefined)
    expect([...ben.form().veiled]).toEqual(['eval-01'])
    expect(await ben.finish()).toMatchObject({
      resumed: 'without-pictures',
      answers: { 'eval-01': 'not-at-all' },
    })
  })

  it('learns nothing while the disk refuses to count, right or wrong', async () => {
    for (const pictures of [TWO, [0, 1]] as const) {
      const ben = await tablet()
      await ben.putAway(TWO)
      ben.drafts.refuse = true
      await ben.tryThese(pictures)
      await settled()
      expect(ben.scene.get()).toMatchObject({ at: 'curtain', unreadable: 'amina' })
    }
  })

  it('uses up one try by two taps on the same button', async () => {
    const ben = await tablet()
    await ben.putAway(TWO)
    await ben.go.carryOn('amina')
    await Promise.all([ben.go.pass([0, 1]), ben.go.pass([0, 1])])
    expect(await ben.drafts.left('amina')).toBe(MOST_MISSES - 1)
  })

  it('meets the curtain when the app is hidden while the pictures are looked at, and the form is let go', async () => {
    const amina = await tablet()
    await amina.putAway(TWO)
    await amina.go.carryOn('amina')
    const pass = amina.go.pass(TWO)
    amina.go.pause()
    await pass
    await settled()
    expect(amina.at()).toBe('curtain')
    expect(amina.drafts.held.size).toBe(0)
  })

  it('can’t erase it from the curtain, even from a card that was drawn before it had pictures', async () => {
    const amina = await tablet()
    await amina.putAway()
    const { drafts } = amina
    const other = await tablet('nobody', drafts)
    expect(other.at()).toBe('form')
    await other.putAway(TWO)
    await amina.go.notMe('amina')
    await settled()
    expect(drafts.rows.has('amina')).toBe(true)
    expect(amina.scene.get()).toMatchObject({ at: 'curtain', unerased: 'amina' })
  })

  it('looks through nothing beside a helper, even with the right two', async () => {
    const amina = await tablet('advocate')
    await amina.putAway(TWO)
    await amina.tryThese(TWO)
    expect([...amina.form().veiled]).toEqual(['eval-01'])
    expect(await amina.finish()).toMatchObject({ resumed: 'with-pictures' })
  })
})
