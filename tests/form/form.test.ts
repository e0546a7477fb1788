import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { isGate } from '../../src/form/board.ts'
import { type Form, type Given, MOST_TOPICS, plainManner } from '../../src/form/form.ts'
import { assemble, changes, type Row } from '../../src/form/rows.ts'
import { type Event, start, step } from '../../src/form/step.ts'

const items = ['one', 'two', 'three', 'four', 'five']
const blank = start({ instrument: 'i', version: '1', items }, 'en', plainManner, 'nobody')
const item = fc.constantFrom(...items, 'strange')
const bare = (...types: readonly string[]) => fc.constantFrom(...types).map(type => ({ type }) as Event)
const choice = fc.constantFrom('not-at-all' as const, 'sometimes' as const, 'all-the-time' as const)

/** Every kind of event, sensible where the form is or not; those that end a form are rarer, so that forms get far. */
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('choose' as const), item, choice }) },
  { weight: 6, arbitrary: bare('skip') },
  { weight: 6, arbitrary: bare('continue') },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('talk' as const), item }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('change' as const), item }) },
  { weight: 4, arbitrary: bare('back', 'go-back') },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('carry-on' as const),
      resumed: fc.constantFrom('with-pictures' as const, 'without-pictures' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('put' as const),
      pictures: fc.tuple(fc.integer({ min: -1, max: 12 }), fc.integer({ min: 0, max: 11 })),
    }),
  },
  { weight: 3, arbitrary: bare('stop', 'keep', 'send', 'erase', 'seal', 'finish') },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('present' as const),
      language: fc.constantFrom('en', 'cy'),
      manner: fc.constantFrom(plainManner, { ...plainManner, calm: true }),
    }),
  },
)

/** A person walks on and taps the statement on the screen; without such walks few forms would reach the end. */
const walk = fc.array(fc.tuple(fc.boolean(), choice), { maxLength: 8 })
const schedule = fc.tuple(walk, fc.array(event, { maxLength: 60 }))

function* events(
  form: () => Form,
  [walked, wild]: [[boolean, 'sometimes' | 'not-at-all' | 'all-the-time'][], Event[]],
) {
  for (const [answers, choice] of walked) {
    const now = form()
    const here = 'place' in now && now.place.at === 'statement' ? items[now.place.n - 1] : undefined
    if (!answers || here === undefined) yield { type: 'skip' } as Event
    else {
      yield { type: 'choose', item: here, choice } as Event
      yield { type: 'continue' } as Event
    }
  }
  yield* wild
}

/** What was reached: states by name, and the events that changed something in them. */
const reached = new Set<string>()

/** The simple model: what the person last tapped for each statement, and nothing else. */
function expected(model: Record<string, Given>, before: Form, event: Event): Record<string, Given> {
  if (before.state !== 'answering' || before.place.at !== 'statement') return model
  const here = items[before.place.n - 1] ?? ''
  if (event.type === 'choose' && event.item === here) return { ...model, [here]: event.choice }
  if (event.type === 'skip') return { ...model, [here]: 'skipped' }
  return model
}

describe('a form', () => {
  it('loses no answer and invents none, whatever is tapped in whatever order', () => {
    fc.assert(
      fc.property(schedule, taps => {
        let form = blank
        let model: Record<string, Given> = {}
        for (const event of events(() => form, taps)) {
          const next = step(form, event)
          model = expected(model, form, event)
          if (next !== form) reached.add(`${form.state}: ${event.type}`)
          form = next
          reached.add('place' in form ? `${form.state} at ${form.place.at}` : form.state)
          if (form.state === 'sealed' || form.state === 'erased') return
          expect(form.sheet.answers).toEqual(model)
          expect(form.sheet.outline.items).toBe(items)
          expect(form.sheet.topics.length).toBeLessThanOrEqual(MOST_TOPICS)
          expect(new Set(form.sheet.topics).size).toBe(form.sheet.topics.length)
          expect(form.sheet.topics.every(topic => items.includes(topic))).toBe(true)
          if (form.state === 'ended' && form.end === 'stopped') {
            expect(Object.values(model).some(given => given !== 'skipped')).toBe(true)
          }
        }
      }),
      { numRuns: 3000, seed: 1 },
    )
  })

  it('says whether it was carried on without its pictures, whatever came after, and keeps the first two', () => {
    fc.assert(
      fc.property(schedule, taps => {
        let form = blank
        const carried: string[] = []
        for (const event of events(() => form, taps)) {
          const next = step(form, event)
          if (event.type === 'carry-on' && form.state === 'kept') carried.push(event.resumed)
          if (!('sheet' in next)) return
          const { pictures, resumed } = next.sheet
          const had = 'sheet' in form ? form.sheet.pictures : undefined
          if (had) expect(pictures).toBe(had)
          if (pictures) expect(isGate(pictures)).toBe(true)
          expect(resumed).toBe(carried.includes('without-pictures') ? 'without-pictures' : carried[0])
          form = next
        }
      }),
      { numRuns: 1000, seed: 4 },
    )
  })

  it('is the same form again from its rows on disk, after any taps and wherever the power went', () => {
    fc.assert(
      fc.property(schedule, taps => {
        let form: Form = blank
        const rows: Row[] = changes(undefined, form)
        for (const event of events(() => form, taps)) {
          const next = step(form, event)
          const written = changes(form, next)
          const same = isDeepStrictEqual(assemble(rows), assemble([...rows, ...written]))
          if (same) expect(written, 'what changes nothing writes nothing').toEqual([])
          rows.push(...written)
          form = next
          if (!('place' in form)) return
          const awake = form.state === 'stopping' ? { ...form, state: 'answering' } : form
          expect(assemble(JSON.parse(JSON.stringify(rows)))).toEqual(awake)
        }
      }),
      { numRuns: 1000, seed: 2 },
    )
  })

  it('is no form while its first rows are missing, rather than an empty one', () => {
    const rows = changes(undefined, blank)
    expect(assemble([])).toBeUndefined()
    for (const row of rows) expect(assemble([row])).toBeUndefined()
  })

  afterAll(() => {
    const places = ['statement', 'topics', 'review']
    const must = [
      ...['answering', 'stopping', 'kept'].flatMap(state => places.map(place => `${state} at ${place}`)),
      ...['ended', 'sealed', 'erased'],
      ...['choose', 'skip', 'continue', 'back', 'change', 'talk', 'present', 'finish', 'stop', 'keep'].map(
        type => `answering: ${type}`,
      ),
      ...['go-back', 'keep', 'erase', 'send'].map(type => `stopping: ${type}`),
      ...['kept: carry-on', 'kept: put', 'ended: seal'],
    ]
    expect(
      must.filter(one => !reached.has(one)),
      'never reached',
    ).toEqual([])
  })
})
