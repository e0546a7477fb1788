import { describe, expect, it } from 'vitest'
import { plainManner } from '../../src/form/form.ts'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { falling } from '../../src/tablet/fall.ts'
import { createSitting } from '../../src/tablet/sitting.ts'
import type { Scene } from '../../src/tablet/tablet.ts'
import { watched } from '../../src/tablet/watched.ts'
import { fakeDrafts } from '../fakes/drafts.ts'

const { id: instrument, version, items } = evaluation

/** A tablet whose seal takes until it is told. */
function tablet() {
  const scene = watched<Scene>({ at: 'welcome', drafts: [] })
  const drafts = fakeDrafts()
  let seal = () => {}
  const sealed = new Promise<void>(done => {
    seal = done
  })
  const go = createSitting({
    scene,
    drafts,
    outline: { instrument, version, items: items.map(item => item.id) },
    newId: () => 'draft',
    ended: () => false,
    fitting: voice => voice,
    handOver: draft => async () => {
      await sealed
      drafts.rows.delete(draft)
      return [1, 2, 3, 4, 5, 6]
    },
  })
  const fall = falling(scene, go.pause)
  const settled = () => new Promise(resolve => setTimeout(resolve, 5))
  const begin = async () => {
    go.card('en', plainManner, 'nobody')
    await go.begin()
    go.step({ type: 'choose', item: 'eval-01', choice: 'sometimes' })
    await settled()
  }
  const send = () => {
    go.step({ type: 'stop' })
    return settled().then(() => go.step({ type: 'send' }))
  }
  return { scene, go, fall, settled, begin, send, seal }
}

describe('the curtain, when the tablet is turned over in the middle of something', () => {
  it('lies over the page of thanks, so that the next person does not see the slip of a form that was being sealed', async () => {
    const amina = tablet()
    await amina.begin()
    await amina.send()
    expect(amina.scene.get()).toEqual({ at: 'sealing' })
    amina.fall()
    expect(amina.scene.get(), 'sealing goes on').toEqual({ at: 'sealing' })
    amina.seal()
    await amina.settled()
    expect(amina.scene.get()).toEqual({ at: 'curtain', drafts: [] })
  })

  it('lies over a form that was being opened, so that the next person sees none of its answers', async () => {
    const ben = tablet()
    await ben.begin()
    ben.go.pause()
    await ben.settled()
    const opened = ben.go.carryOn('draft')
    expect(ben.scene.get()).toEqual({ at: 'starting' })
    ben.fall()
    await opened
    await ben.settled()
    expect(ben.scene.get()).toMatchObject({ at: 'curtain', drafts: [{ id: 'draft' }] })
  })

  it('does not fall on whoever comes after it, when what was on its way came to nothing', async () => {
    const scene = watched<Scene>({ at: 'starting' })
    let fallen = 0
    const fall = falling(scene, () => {
      fallen += 1
    })
    fall()
    scene.set({ at: 'unable', why: 'write' })
    scene.set({ at: 'shift' })
    scene.set({ at: 'welcome', drafts: [] })
    expect(fallen).toBe(0)
  })

  it('falls at once over a form, and not over what staff are at', async () => {
    const cara = tablet()
    await cara.begin()
    cara.fall()
    expect(cara.scene.get()).toMatchObject({ at: 'curtain' })
    cara.go.shift()
    cara.fall()
    expect(cara.scene.get()).toEqual({ at: 'shift' })
  })
})
