// Beside a helper nothing that was said is shown again: once a statement is left, its answer is veiled.

import { describe, expect, it } from 'vitest'
import { type Helper, plainManner } from '../../src/form/form.ts'
import type { Event } from '../../src/form/step.ts'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { createSitting } from '../../src/tablet/sitting.ts'
import type { FormScene, Scene } from '../../src/tablet/tablet.ts'
import { watched } from '../../src/tablet/watched.ts'
import { fakeDrafts } from '../fakes/drafts.ts'

const items = evaluation.items.map(item => item.id)

async function sitting(helper: Helper) {
  const scene = watched<Scene>({ at: 'welcome', drafts: [] })
  const go = createSitting({
    scene,
    drafts: fakeDrafts(),
    outline: { instrument: evaluation.id, version: evaluation.version, items },
    newId: () => 'draft',
    ended: () => false,
    fitting: voice => voice,
    handOver: () => async () => {},
  })
  go.card('en', plainManner, helper)
  await go.begin()
  const form = (): FormScene => {
    const now = scene.get()
    if (now.at !== 'form') throw new Error(`the tablet is at ${now.at}`)
    return now
  }
  /** Each tap once the one before is on disk. */
  const step = async (...events: Event[]) => {
    for (const event of events) {
      go.step(event)
      await new Promise(resolve => setTimeout(resolve, 2))
    }
  }
  return { form, step }
}
const choose = (item: string): Event => ({ type: 'choose', item, choice: 'sometimes' })
const on: Event = { type: 'continue' }
const back: Event = { type: 'back' }

describe('a person with somebody beside them', () => {
  it('shows the choice while the statement is there, and never again once it is left', async () => {
    const joe = await sitting('interpreter')
    await joe.step(choose('eval-01'))
    expect(joe.form().veiled.size).toBe(0)
    await joe.step({ type: 'stop' }, { type: 'go-back' })
    expect(joe.form().veiled.size).toBe(0)
    await joe.step(on, back)
    expect([...joe.form().veiled]).toEqual(['eval-01'])
  })

  it('can answer again, sees that answer, and has it veiled in its turn', async () => {
    const joe = await sitting('family')
    await joe.step(choose('eval-01'), on, back, choose('eval-01'))
    expect(joe.form().veiled.size).toBe(0)
    await joe.step(on, { type: 'skip' }, back, back)
    expect([...joe.form().veiled]).toEqual(['eval-01', 'eval-02'])
  })

  it('shows the topics while they are chosen and never again, even that none was', async () => {
    const joe = await sitting('peer')
    await joe.step(...items.map((): Event => ({ type: 'skip' })), { type: 'talk', item: 'eval-03' })
    expect(joe.form()).toMatchObject({ topicsVeiled: false, form: { sheet: { topics: ['eval-03'] } } })
    await joe.step(on)
    expect(joe.form()).toMatchObject({ topicsVeiled: true, form: { place: { at: 'review' } } })
    await joe.step(back)
    expect(joe.form().topicsVeiled).toBe(true)
    await joe.step({ type: 'skip' }, back)
    expect(joe.form().topicsVeiled).toBe(true)
  })
})

it('leaves their own answers to a person whom nobody helps', async () => {
  const ben = await sitting('nobody')
  await ben.step(choose('eval-01'), on, back)
  expect(ben.form().veiled.size).toBe(0)
})
