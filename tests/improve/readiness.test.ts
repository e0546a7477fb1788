import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  answerSet,
  next,
  ownVoices,
  standing,
  step,
  unsaidAgain,
  type Voice,
} from '../../src/improve/readiness.ts'
import { checker, event, finish, questions, say, voice } from './voices.ts'

const people = say({ id: 'people', answer: 'no', by: ['person', 'peer'], together: true, evidence: '' })

describe('the answers to the Readiness Checker', () => {
  it('are marked as ours, since the booklet has none', () => {
    expect(answerSet.whose).toBe('Equal Voice')
    expect(answerSet.answers.map(({ label }) => label)).toEqual(['Yes', 'Partly', 'No', "We don't know"])
    expect(answerSet.wording).not.toMatch(/original/)
  })

  it('are to the booklet’s 21 questions and to no other', () => {
    for (const question of questions) expect(checker(say({ question })).voices.length).toBe(1)
    expect(questions.length).toBe(21)
    expect(checker(say({ question: 'ready-8o' })).voices).toEqual([])
  })
})

describe('a question', () => {
  it('has nobody’s answer until somebody gives one', () => {
    expect(standing(checker(), 'ready-1o')).toEqual({ kind: 'nobody has said' })
  })

  it('has one answer while all who spoke give it, and says who they are', () => {
    const both = checker(say(), say({ id: 'lee', by: ['leader'] }))
    expect(standing(both, 'ready-1o')).toEqual({ kind: 'all say', answer: 'yes', voices: both.voices })
  })

  it('keeps a disagreement: people say No beside staff who say Yes, and nothing lies between them', () => {
    expect(standing(checker(say(), people), 'ready-1o')).toEqual({
      kind: 'they differ',
      said: [
        { answer: 'yes', voices: [voice()] },
        { answer: 'no', voices: [expect.objectContaining({ id: 'people', by: ['person', 'peer'] })] },
      ],
    })
  })

  it('still differs when many say one thing and one person another', () => {
    const staff = ['a', 'b', 'c', 'd', 'e'].map(id => say({ id }))
    expect(standing(checker(...staff, people), 'ready-1o').kind).toBe('they differ')
  })

  it('is answered by several together as by one, and by several roles only together', () => {
    expect(checker(say({ together: true })).voices.length).toBe(1)
    expect(checker(say({ by: ['staff', 'person'] })).voices).toEqual([])
    expect(checker(say({ by: ['staff', 'person'], together: true })).voices.length).toBe(1)
  })

  it('is answered by roles, each a word of the list, so that nobody is named', () => {
    for (const by of [[], ['Sam Smith'], ['staff', 'staff']])
      expect(checker(say({ by: by as Voice['by'], together: true })).voices, `${by}`).toEqual([])
  })

  it('takes evidence up to a length that somebody can read', () => {
    expect(checker(say({ evidence: 'x'.repeat(1000) })).voices.length).toBe(1)
    expect(checker(say({ evidence: 'x'.repeat(1001) })).voices).toEqual([])
  })
})

describe('a change of mind', () => {
  it('stands in place of what was said, and both are kept', () => {
    const changed = checker(say(), say({ id: 'sam again', answer: 'partly', instead: 'sam' }))
    expect(standing(changed, 'ready-1o')).toMatchObject({ kind: 'all say', answer: 'partly' })
    expect(changed.voices.map(({ id }) => id)).toEqual(['sam', 'sam again'])
  })

  it('is one’s own: staff do not change what people said, nor what they said elsewhere', () => {
    const apart = checker(say(), people)
    expect(step(apart, say({ id: 'new', instead: 'people' }))).toBe(apart)
    expect(step(apart, say({ id: 'new', instead: 'sam', question: 'ready-1r' }))).toBe(apart)
    expect(step(apart, say({ id: 'new', instead: 'sam', together: true }))).toBe(apart)
    expect(step(apart, say({ id: 'new', instead: 'nobody' }))).toBe(apart)
  })

  it('goes through whoever wrote it down: a leader does not change what people told an advocate', () => {
    const told = { by: ['person'], together: false } as const
    const apart = checker(say({ id: 'told', ...told, answer: 'no', through: 'advocate' }))
    expect(step(apart, say({ id: 'new', ...told, instead: 'told' }))).toBe(apart)
    const changed = step(apart, say({ id: 'new', ...told, through: 'advocate', instead: 'told' }))
    expect(standing(changed, 'ready-1o')).toMatchObject({ kind: 'all say', answer: 'yes' })
  })

  it('is offered to whoever spoke, and to nobody else', () => {
    const both = checker(say(), people)
    expect(ownVoices(both, voice()).map(({ id }) => id)).toEqual(['sam'])
    expect(ownVoices(both, voice({ through: 'advocate' }))).toEqual([])
    expect(ownVoices(both, voice({ question: 'ready-1r' }))).toEqual([])
  })
})

describe('a version', () => {
  it('is frozen once it is finished', () => {
    const finished = checker(say(), finish)
    expect(finished).toMatchObject({ state: 'finished', finished: '2026-03-20' })
    expect(step(finished, people)).toBe(finished)
    expect(step(finished, { type: 'finish', on: '2026-04-01' })).toBe(finished)
  })

  it('is not finished while nobody has said anything', () => {
    expect(checker(finish)).toEqual(checker())
  })

  it('begins from the last one, whose voices are seen beside it and are not taken for new ones', () => {
    const finished = checker(say(), say({ id: 'again', answer: 'no', instead: 'sam' }), people, finish)
    if (finished.state !== 'finished') throw new Error('it did not finish')
    const second = next(finished, 'two', '2026-09-01')
    expect(second).toMatchObject({ id: 'two', after: 'one', setting: 'ward', state: 'open', voices: [] })
    expect(second.before.map(({ id }) => id)).toEqual(['again', 'people'])
    expect(standing(second, 'ready-1o')).toEqual({ kind: 'nobody has said' })
  })

  it('shows what was said in the last one until the same speakers say it again', () => {
    const finished = checker(say(), people, finish)
    if (finished.state !== 'finished') throw new Error('it did not finish')
    const second = next(finished, 'two', '2026-09-01')
    expect(unsaidAgain(second, 'ready-1o').map(({ id }) => id)).toEqual(['sam', 'people'])
    const again = step(second, say({ id: 'again', answer: 'no' }))
    expect(unsaidAgain(again, 'ready-1o').map(({ id }) => id)).toEqual(['people'])
    expect(unsaidAgain(again, 'ready-1r')).toEqual([])
  })
})

describe('a name that was typed by mistake', () => {
  const out = (id = 'sam', on = '2026-04-01') => ({ type: 'strike', voice: id, on }) as const

  it('can be struck out with the words around it, also once all is finished, and the answer stays as it was', () => {
    const said = checker(say({ evidence: 'Ask Maggie Fell.' }), people)
    const kept = { ...voice(), evidence: '', struck: '2026-04-01' }
    for (const before of [said, step(said, finish)]) {
      const after = step(before, out())
      expect(after.voices).toEqual([kept, said.voices[1]])
      expect(after.state).toBe(before.state)
      expect(standing(after, 'ready-1o').kind).toBe('they differ')
      expect(JSON.stringify(after)).not.toContain('Maggie')
    }
  })

  it('is struck out once: nothing is there twice, the first day stays, and a day that is none is no day', () => {
    const said = checker(say())
    const after = step(said, out())
    expect(step(after, out('sam', '2026-05-01'))).toBe(after)
    expect(step(said, out('nobody'))).toBe(said)
    expect(step(said, out('sam', 'tomorrow'))).toBe(said)
  })
})

describe('whatever is said in whatever order', () => {
  it('loses no voice, and merges none: those who differ are all there, each under their own answer', () => {
    const kinds = new Set<string>()
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), events => {
        let now = checker()
        for (const one of events) {
          const after = step(now, one)
          expect(after.voices.slice(0, now.voices.length)).toEqual(now.voices)
          if (now.state === 'finished') expect(after).toBe(now)
          now = after
        }
        const replaced = new Set(now.voices.map(({ instead }) => instead))
        for (const question of questions) {
          const found = standing(now, question)
          kinds.add(found.kind)
          const said = found.kind === 'they differ' ? found.said : found.kind === 'all say' ? [found] : []
          const told = said.flatMap(({ answer, voices }) => voices.map(one => ({ ...one, answer })))
          const standingOnes = now.voices.filter(one => one.question === question && !replaced.has(one.id))
          expect(new Set(told)).toEqual(new Set(standingOnes))
          expect(told.length).toBe(standingOnes.length)
          expect(found.kind === 'they differ').toBe(new Set(standingOnes.map(one => one.answer)).size > 1)
        }
      }),
      { numRuns: 1000, seed: 5 },
    )
    expect(kinds.size).toBe(3)
  })
})
