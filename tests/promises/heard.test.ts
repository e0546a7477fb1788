import { describe, expect, it } from 'vitest'
import { toPayload } from '../../src/envelope/payload.ts'
import type { Form } from '../../src/form/form.ts'
import { assemble, changes } from '../../src/form/rows.ts'
import { type Event, step } from '../../src/form/step.ts'
import { begun, outline, sheet } from '../fixtures/people.ts'

const [first = '', second = ''] = outline.items
const filled = (...events: Event[]): Form => events.reduce(step, begun())
const choose = (item: string, choice: 'not-at-all' | 'sometimes'): Event => ({ type: 'choose', item, choice })
const answers = (form: Form) => ('sheet' in form ? form.sheet.answers : undefined)

describe('nothing that Joe says on his form is lost', () => {
  it('keeps his answer when he goes back, because going back is no change of mind', () => {
    const form = filled(choose(first, 'sometimes'), { type: 'continue' }, { type: 'back' })
    expect(answers(form)).toEqual({ [first]: 'sometimes' })
  })

  it('keeps the newer answer when the tablet starts again after he changed his mind', () => {
    const once = filled(choose(first, 'sometimes'))
    const twice = step(once, choose(first, 'not-at-all'))
    const rows = [...changes(undefined, once), ...changes(once, twice)]
    expect(answers(assemble(rows) ?? { state: 'erased' })).toEqual({ [first]: 'not-at-all' })
  })

  it('says of a statement he never reached that it was not reached, and not that he skipped it', () => {
    const { given } = toPayload(sheet('sometimes', 2), 'stopped', { id: 'en', version: '1' }, 'unsure')
    expect(given.slice(0, 4)).toEqual(['sometimes', 'sometimes', null, null])
  })
})

describe("it is Joe's choice", () => {
  it('lets him skip with one tap, and says skipped, not unreached', () => {
    const form = filled({ type: 'skip' })
    expect(answers(form)).toEqual({ [first]: 'skipped' })
    expect('place' in form && form.place).toMatchObject({ at: 'statement', n: 2 })
  })

  it('lets him stop anywhere and go back to just where he was', () => {
    const there = filled(choose(first, 'sometimes'), { type: 'continue' }, choose(second, 'sometimes'))
    expect(step(step(there, { type: 'stop' }), { type: 'go-back' })).toEqual(there)
  })

  it('keeps what he wants kept for later, and never sends it by that', () => {
    const form = filled(choose(first, 'sometimes'), { type: 'stop' }, { type: 'keep' })
    expect(form.state).toBe('kept')
    expect(answers(form)).toEqual({ [first]: 'sometimes' })
  })

  it('erases only after Stop, so that no stray tap can', () => {
    const form = filled(choose(first, 'sometimes'))
    expect(step(form, { type: 'erase' })).toBe(form)
    expect(step(step(form, { type: 'stop' }), { type: 'erase' })).toEqual({ state: 'erased' })
  })

  it('names at most three statements to talk about, and a fourth tap changes nothing', () => {
    const [a = '', b = '', c = '', d = ''] = outline.items
    const at: Form = { state: 'answering', sheet: sheet('sometimes'), place: { at: 'topics' } }
    const talk = (item: string): Event => ({ type: 'talk', item })
    const three = [a, b, c].map(talk).reduce(step, at)
    expect(step(three, talk(d))).toMatchObject({ sheet: { topics: [a, b, c] } })
  })
})
