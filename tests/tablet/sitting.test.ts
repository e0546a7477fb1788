import { describe, expect, it } from 'vitest'
import { plainManner } from '../../src/form/form.ts'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { fitted, type Voice } from '../../src/tablet/fitted.ts'
import { createSitting } from '../../src/tablet/sitting.ts'
import type { FormScene, Scene } from '../../src/tablet/tablet.ts'
import { watched } from '../../src/tablet/watched.ts'
import { fakeDrafts } from '../fakes/drafts.ts'
import { ward } from '../fakes/tablet.ts'

const outline = {
  instrument: evaluation.id,
  version: evaluation.version,
  items: evaluation.items.map(item => item.id),
}

function tablet(handOver: () => Promise<void> = async () => {}) {
  const scene = watched<Scene>({ at: 'welcome', drafts: [] })
  const drafts = fakeDrafts()
  const permission = { ended: false }
  const on = { words: (voice: Voice) => voice }
  let n = 0
  const handed: { draft: string; end: string; answers: object }[] = []
  const go = createSitting({
    scene,
    drafts,
    outline,
    newId: () => `draft-${++n}`,
    ended: () => permission.ended,
    fitting: voice => on.words(voice),
    handOver: (draft, form) => async () => {
      await handOver()
      handed.push({ draft, end: form.end, answers: form.sheet.answers })
      drafts.rows.delete(draft)
    },
  })
  const form = (): FormScene => {
    const now = scene.get()
    if (now.at !== 'form') throw new Error(`the tablet is at ${now.at}`)
    return now
  }
  const settled = () => new Promise(resolve => setTimeout(resolve, 5))
  const begin = async () => {
    go.card('en', plainManner, 'nobody')
    await go.begin()
  }
  return { scene, drafts, go, form, settled, begin, handed, permission, on }
}

describe('a person at the tablet', () => {
  it('sees the choice at once but can go on only when it is on disk, so that no tap is lost', async () => {
    const amina = tablet()
    await amina.begin()
    let open = () => {}
    amina.drafts.gate = new Promise(resolve => {
      open = resolve
    })
    amina.go.step({ type: 'choose', item: 'eval-01', choice: 'sometimes' })
    expect(amina.form().form.sheet.answers['eval-01']).toBe('sometimes')
    expect(amina.form().saved).toBe(false)
    amina.go.step({ type: 'continue' })
    expect(amina.form().form.place).toMatchObject({ n: 1 })
    open()
    await amina.settled()
    expect(amina.form().saved).toBe(true)
    amina.go.step({ type: 'continue' })
    expect(amina.form().form.place).toMatchObject({ n: 2 })
  })

  it('is told when the disk refuses, keeps everything earlier and can tap again', async () => {
    const ben = tablet()
    await ben.begin()
    ben.go.step({ type: 'choose', item: 'eval-01', choice: 'all-the-time' })
    await ben.settled()
    ben.go.step({ type: 'continue' })
    await ben.settled()
    ben.drafts.refuse = true
    ben.go.step({ type: 'choose', item: 'eval-02', choice: 'sometimes' })
    ben.go.step({ type: 'choose', item: 'eval-02', choice: 'not-at-all' })
    await ben.settled()
    expect(ben.form()).toMatchObject({ refused: true, saved: true })
    expect(ben.form().form.sheet.answers).toEqual({ 'eval-01': 'all-the-time' })
    ben.drafts.refuse = false
    ben.go.step({ type: 'choose', item: 'eval-02', choice: 'sometimes' })
    await ben.settled()
    expect(ben.form()).toMatchObject({ refused: false })
    expect(await ben.drafts.read('draft-1')).toMatchObject({
      form: { sheet: { answers: { 'eval-01': 'all-the-time', 'eval-02': 'sometimes' } } },
    })
  })

  it('comes back behind the curtain without the earlier answers being shown to whoever is there now', async () => {
    const cara = tablet()
    await cara.begin()
    cara.go.step({ type: 'choose', item: 'eval-01', choice: 'not-at-all' })
    await cara.settled()
    cara.go.step({ type: 'continue' })
    cara.go.pause()
    expect(cara.scene.get()).toEqual({ at: 'curtain', drafts: [] })
    await cara.settled()
    expect(cara.scene.get()).toEqual({
      at: 'curtain',
      drafts: [{ id: 'draft-1', shape: 'circle', colour: 'blue' }],
    })
    await cara.go.carryOn('draft-1')
    expect(cara.form().form.place).toMatchObject({ n: 2 })
    expect([...cara.form().veiled]).toEqual(['eval-01'])
    cara.go.step({ type: 'back' })
    cara.go.step({ type: 'choose', item: 'eval-01', choice: 'not-at-all' })
    expect([...cara.form().veiled]).toEqual([])
  })

  it('ends a form in the words it began with, but opens it again in those that the ward has on by then', async () => {
    const noor = tablet()
    noor.go.card('pl', { ...plainManner, words: 'easy', calm: true }, 'nobody')
    await noor.go.begin()
    const settings = ward({ wordings: ['pl/standard'] })
    noor.on.words = voice => fitted(settings, voice)
    noor.go.step({ type: 'choose', item: 'eval-01', choice: 'sometimes' })
    expect(noor.form().form.sheet).toMatchObject({ language: 'pl', manner: { words: 'easy' } })
    noor.go.pause()
    await noor.go.carryOn('draft-1')
    expect(noor.form().form.sheet).toMatchObject({
      language: 'pl',
      manner: { words: 'standard', calm: true },
    })

    noor.on.words = voice => fitted(ward(), voice)
    noor.go.pause()
    await noor.go.carryOn('draft-1')
    expect(noor.form().form.sheet).toMatchObject({
      language: 'en',
      manner: { words: 'standard', calm: true },
    })
    expect(noor.form().form.sheet.answers).toEqual({ 'eval-01': 'sometimes' })
  })

  it('chooses topics anew after a break, so that nobody learns the earlier ones by tapping', async () => {
    const dev = tablet()
    await dev.begin()
    for (let n = 0; n < 23; n++) {
      dev.go.step({ type: 'skip' })
    }
    dev.go.step({ type: 'talk', item: 'eval-05' })
    dev.go.pause()
    await dev.go.carryOn('draft-1')
    expect(dev.form().topicsVeiled).toBe(true)
    dev.go.step({ type: 'talk', item: 'eval-09' })
    expect(dev.form().form.sheet.topics).toEqual(['eval-09'])
    expect(dev.form().topicsVeiled).toBe(false)
  })

  it('hands over what was answered when it stops and sends, and the draft is gone', async () => {
    const ewa = tablet()
    await ewa.begin()
    ewa.go.step({ type: 'choose', item: 'eval-01', choice: 'sometimes' })
    await ewa.settled()
    ewa.go.step({ type: 'stop' })
    await ewa.settled()
    ewa.go.step({ type: 'send' })
    await ewa.settled()
    expect(ewa.handed).toEqual([{ draft: 'draft-1', end: 'stopped', answers: { 'eval-01': 'sometimes' } }])
    expect(ewa.scene.get()).toEqual({ at: 'thanks' })
    expect(ewa.drafts.rows.size).toBe(0)
  })

  it('keeps the draft when sealing fails and can seal again, so that nothing said is lost', async () => {
    let broken = true
    const finn = tablet(async () => {
      if (broken) throw new Error('no')
    })
    await finn.begin()
    finn.go.step({ type: 'choose', item: 'eval-01', choice: 'sometimes' })
    await finn.settled()
    finn.go.step({ type: 'stop' })
    await finn.settled()
    finn.go.step({ type: 'send' })
    await finn.settled()
    expect(finn.scene.get()).toEqual({ at: 'unsealed' })
    expect(finn.drafts.rows.size).toBe(1)
    broken = false
    await finn.go.sealAgain()
    expect(finn.scene.get()).toEqual({ at: 'thanks' })
    expect(finn.handed).toHaveLength(1)
  })

  it('erases everything when asked, and says so', async () => {
    const gita = tablet()
    await gita.begin()
    gita.go.step({ type: 'choose', item: 'eval-01', choice: 'sometimes' })
    gita.go.step({ type: 'stop' })
    gita.go.step({ type: 'erase' })
    await gita.settled()
    expect(gita.scene.get()).toEqual({ at: 'erased' })
    expect(gita.drafts.rows.size).toBe(0)
  })

  it('says so when a draft can not be read, and loses no other', async () => {
    const hana = tablet()
    await hana.begin()
    hana.go.pause()
    await hana.go.carryOn('draft-9')
    await hana.settled()
    expect(hana.scene.get()).toMatchObject({
      at: 'curtain',
      unreadable: 'draft-9',
      drafts: [{ id: 'draft-1' }],
    })
  })

  it('does not start without a disk to write on', async () => {
    const ivo = tablet()
    ivo.drafts.refuse = true
    await ivo.begin()
    expect(ivo.scene.get()).toEqual({ at: 'unable', why: 'write' })
  })

  it('has the curtain fall at once when the disk refuses, so that no answer stays on the screen', async () => {
    const jan = tablet()
    await jan.begin()
    jan.go.step({ type: 'choose', item: 'eval-01', choice: 'sometimes' })
    await jan.settled()
    jan.drafts.refuse = true
    jan.go.pause()
    expect(jan.scene.get()).toEqual({ at: 'curtain', drafts: [] })
    await jan.settled()
    expect(jan.scene.get()).toMatchObject({ at: 'curtain', drafts: [{ id: 'draft-1' }] })
  })

  it('does not show the earlier answer to somebody whose tap the disk refuses', async () => {
    const kim = tablet()
    await kim.begin()
    kim.go.step({ type: 'choose', item: 'eval-01', choice: 'not-at-all' })
    await kim.settled()
    kim.go.pause()
    await kim.go.carryOn('draft-1')
    kim.drafts.refuse = true
    kim.go.step({ type: 'choose', item: 'eval-01', choice: 'sometimes' })
    await kim.settled()
    expect([...kim.form().veiled]).toEqual(['eval-01'])
    expect(kim.form().refused).toBe(true)
  })

  it('is never overtaken by a draft that somebody asked for before', async () => {
    const lea = tablet()
    await lea.begin()
    lea.go.pause()
    await lea.settled()
    const slow = lea.go.carryOn('draft-1')
    lea.go.welcome()
    await lea.begin()
    await slow
    lea.go.step({ type: 'choose', item: 'eval-01', choice: 'sometimes' })
    await lea.settled()
    expect((await lea.drafts.read('draft-2')).form).toMatchObject({
      sheet: { answers: { 'eval-01': 'sometimes' } },
    })
    expect((await lea.drafts.read('draft-1')).form).toMatchObject({ sheet: { answers: {} } })
  })

  it('finds the forms that wait where they were from the curtain to Welcome, so that no button moves', async () => {
    const amina = tablet()
    await amina.begin()
    amina.go.pause()
    const forms: number[] = []
    const count = (now: Scene) => forms.push('drafts' in now ? now.drafts.length : -1)
    await amina.settled()
    amina.scene.watch(() => count(amina.scene.get()))
    amina.go.welcome()
    await amina.settled()
    amina.go.pause()
    await amina.settled()
    expect(amina.scene.get().at).toBe('curtain')
    expect(forms).toEqual([1, 1, 1, 1])
  })

  it('is told when erasing failed, and can try again', async () => {
    const mia = tablet()
    await mia.begin()
    mia.go.pause()
    await mia.settled()
    mia.drafts.stubborn = true
    await mia.go.notMe('draft-1')
    await mia.settled()
    expect(mia.scene.get()).toMatchObject({ at: 'curtain', unerased: 'draft-1', drafts: [{ id: 'draft-1' }] })
    mia.drafts.stubborn = false
    await mia.go.notMe('draft-1')
    await mia.settled()
    expect(mia.scene.get()).toEqual({ at: 'curtain', drafts: [] })
  })

  it('is not asked on a tablet whose permission has ended', () => {
    const noor = tablet()
    noor.permission.ended = true
    noor.go.welcome()
    expect(noor.scene.get()).toEqual({ at: 'welcome', drafts: [], ended: true })
  })
})
