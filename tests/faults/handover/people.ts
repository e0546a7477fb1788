// Somebody who comes to the tablet in a way of their own, and how they leave it.

import fc from 'fast-check'

export const languages = ['en', 'pl', 'ur'] as const
export const stages = ['welcome', 'card', 'form', 'stop page', 'help page', 'original page'] as const
export const leavings = [
  'finish',
  'leave the slip',
  'stop and send',
  'stop and erase',
  'stop and keep',
  'pause',
  'pause with pictures',
  'idle',
  'hidden',
  'reload',
  'back',
  'crash',
  'another tab',
] as const

/** A person, as far as they use the tablet. */
export interface Somebody {
  readonly language: (typeof languages)[number]
  readonly easy: boolean
  readonly bigger: boolean
  readonly aloud: boolean
  readonly calm: boolean
  readonly theme: 'light' | 'dark' | 'contrast' | undefined
  readonly switches: 'two' | 'partner' | undefined
  readonly helped: boolean
  /** What they give, statement by statement: one of three choices, or a skip. */
  readonly gives: readonly (0 | 1 | 2 | 'skip')[]
  /** How far they come. */
  readonly stage: (typeof stages)[number]
  readonly leaves: (typeof leavings)[number]
  /** Whether they look at their slip. */
  readonly slip: boolean
  readonly pictures: readonly [number, number]
  /** Pictures of their own that whoever comes next puts before the form, and comes back through. */
  readonly others: readonly [number, number] | undefined
}

const pair = fc
  .uniqueArray(fc.integer({ min: 0, max: 11 }), { minLength: 2, maxLength: 2 })
  .map(([one = 0, two = 1]) => [one, two] as const)

export const somebody: fc.Arbitrary<Somebody> = fc.record({
  language: fc.constantFrom(...languages),
  easy: fc.boolean(),
  bigger: fc.boolean(),
  aloud: fc.boolean(),
  calm: fc.boolean(),
  theme: fc.constantFrom(undefined, undefined, 'light' as const, 'dark' as const, 'contrast' as const),
  switches: fc.constantFrom(undefined, undefined, undefined, 'two' as const, 'partner' as const),
  helped: fc.integer({ min: 0, max: 3 }).map(n => n === 0),
  gives: fc.array(fc.constantFrom(0 as const, 1 as const, 2 as const, 'skip' as const), { maxLength: 3 }),
  stage: fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...stages) },
    { weight: 2, arbitrary: fc.constant('form' as const) },
  ),
  leaves: fc.constantFrom(...leavings),
  slip: fc.boolean(),
  pictures: pair,
  others: fc.option(pair, { nil: undefined }),
})
