import { describe, expect, it } from 'vitest'
import { type Action, step } from '../../src/improve/action.ts'
import { heard, lookAgain } from '../../src/improve/heard.ts'
import { cameTo, proposal, refusal, words } from './actions.ts'

const march = { id: 'march', due: '2026-03-01' }
const april = { id: 'april', due: '2026-04-01' }
const { said, did } = proposal().words

describe('people on the ward who told us on 1 March', () => {
  it('read that we have not answered yet, while nothing is more than proposed', () => {
    const unanswered = { kind: 'unanswered', told: '2026-03-01' }
    expect(heard(march, [])).toEqual(unanswered)
    expect(heard(march, [cameTo('proposed')])).toEqual(unanswered)
    expect(heard(march, [cameTo('done', { release: 'april' })])).toEqual(unanswered)
  })

  it('read what they agreed to, by which day, and when they met', () => {
    expect(heard(march, [cameTo('agreed'), cameTo('proposed')])).toEqual({
      kind: 'answered',
      told: '2026-03-01',
      on: '2026-03-10',
      answers: [{ state: 'agreed', on: '2026-03-10', by: '2026-06-01', said, did }],
    })
  })

  it('read a refusal with its reason: that is an answer too, and it is not left out beside what is done', () => {
    const refused = { state: 'refused', on: '2026-04-04', said, reason: words('We have no room for it.') }
    expect(heard(march, [cameTo('refused')])).toMatchObject({ on: '2026-04-04', answers: [refused] })
    expect(heard(march, [cameTo('done'), cameTo('refused')])).toMatchObject({
      on: '2026-03-10',
      answers: [{ state: 'done', on: '2026-05-02', said, did }, refused],
    })
  })

  it('read it when what they agreed to is refused after all', () => {
    const answers = [{ state: 'refused', on: '2026-04-04' }]
    expect(heard(march, [step(cameTo('agreed'), refusal)])).toMatchObject({ on: '2026-03-10', answers })
  })

  it('read nothing of the office: neither whose account it was nor who is to do it', () => {
    const states: Action['state'][] = ['agreed', 'under way', 'done', 'refused']
    const text = JSON.stringify(
      heard(
        march,
        states.map(state => cameTo(state)),
      ),
    )
    expect(text).not.toMatch(/account|manager|action-1|leader/)
  })
})

describe('what was promised before', () => {
  it('is looked at again with every release until it is done or refused, however old it is', () => {
    const all = (['done', 'under way', 'refused', 'proposed'] as const).map(state => cameTo(state))
    const own = cameTo('agreed', { release: 'april' })
    const may = { id: 'may', due: '2026-05-01' }
    const states = (now: typeof march) =>
      lookAgain(now, [may, april, march], [own, ...all]).map(({ release, state }) => `${release}: ${state}`)
    expect(states(march)).toEqual([])
    expect(states(april)).toEqual(['march: under way', 'march: proposed'])
    expect(states(may)).toEqual(['march: under way', 'march: proposed', 'april: agreed'])
  })
})
