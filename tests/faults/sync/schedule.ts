// What can happen between two tablets, their windows, the network and the ballot box, one thing after another.

import fc from 'fast-check'
import type { Point } from '../../../src/server/count/count.ts'
import { type Befalls, befalls } from './line.ts'
import { type Fate, fates } from './pad.ts'

type Pick = 0 | 1

/** One thing that happens. `line` says what befalls the requests that are made meanwhile, in their order. */
export type Act =
  | { readonly do: 'seal'; readonly tablet: Pick; readonly forms: number; readonly old: boolean }
  | { readonly do: 'seal, and the tablet falls'; readonly tablet: Pick; readonly fate: Fate }
  | { readonly do: 'strange'; readonly tablet: Pick; readonly what: Strange }
  | { readonly do: 'send'; readonly tablet: Pick; readonly tab: Pick; readonly line: readonly Befalls[] }
  | { readonly do: 'both tabs send'; readonly tablet: Pick; readonly line: readonly Befalls[] }
  | { readonly do: 'both tablets send'; readonly line: readonly Befalls[] }
  | {
      readonly do: 'send, and the tablet falls'
      readonly tablet: Pick
      readonly fate: Fate
      /** How many of its writes go well before. */
      readonly after: number
      readonly line: readonly Befalls[]
    }
  /** `of`: whose form, and which of theirs; `on`: the tablet that the slip is brought to. */
  | {
      readonly do: 'take back'
      readonly of: Pick
      readonly on: Pick
      readonly form: number
      readonly line: readonly Befalls[]
    }
  | {
      readonly do: 'take back, and the tablet falls'
      readonly of: Pick
      readonly on: Pick
      readonly form: number
      readonly fate: Fate
    }
  /** It is sent, forty days go by with their count, and then somebody brings its slip. */
  | { readonly do: 'take back too late'; readonly of: Pick; readonly on: Pick; readonly form: number }
  | { readonly do: 'guess a slip'; readonly on: Pick; readonly line: readonly Befalls[] }
  | { readonly do: 'what was under way arrives' }
  | { readonly do: 'backup' }
  | { readonly do: 'restore' }
  /** Forms are sent, and perhaps counted, after a backup which then comes back. */
  | { readonly do: 'restore from before it was sent'; readonly tablet: Pick; readonly days: 1 | 31 }
  | { readonly do: 'server restarts' }
  | { readonly do: 'days'; readonly days: 1 | 4 | 27 | 40; readonly crash?: Point }
  | { readonly do: 'server clock'; readonly at: '1970' | '2038' }
  | { readonly do: 'tablet clock'; readonly at: '1970' | '2038' | 'right' }
  | { readonly do: 'permission ends'; readonly tablet: Pick }
  | { readonly do: 'enrol again'; readonly tablet: Pick }
  | { readonly do: 'keys turn' }

/** What somebody could put into an outbox that is no form of this ward. */
export const stranges = [
  'no envelope',
  'another ward',
  'another key',
  'same id, other bytes',
  'newer',
] as const
export type Strange = (typeof stranges)[number]

const pick = fc.constantFrom<Pick[]>(0, 1)
const fate = fc.constantFrom(...fates)
/** A bad stretch of the line; mostly good, so that schedules get somewhere. */
const stretch = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.constant<Befalls>('nothing') },
    { weight: 3, arbitrary: fc.constantFrom(...befalls) },
  ),
  { maxLength: 6 },
)
const point = fc.constantFrom<Point[]>('opened', 'taken out', 'in the ledger', 'committed')
const just = <Name extends Act['do']>(name: Name) => fc.constant({ do: name } as const)
const act = <Name extends string, Rest extends object>(
  name: Name,
  rest: { [K in keyof Rest]: fc.Arbitrary<Rest[K]> },
) => fc.record<{ do: Name } & Rest>({ do: fc.constant(name), ...rest } as never)

const one: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: act('seal', { tablet: pick, forms: fc.integer({ min: 1, max: 3 }), old: fc.boolean() }),
  },
  { weight: 2, arbitrary: act('seal, and the tablet falls', { tablet: pick, fate }) },
  { weight: 2, arbitrary: act('strange', { tablet: pick, what: fc.constantFrom(...stranges) }) },
  { weight: 8, arbitrary: act('send', { tablet: pick, tab: pick, line: stretch }) },
  { weight: 3, arbitrary: act('both tabs send', { tablet: pick, line: stretch }) },
  { weight: 3, arbitrary: act('both tablets send', { line: stretch }) },
  {
    weight: 5,
    arbitrary: act('send, and the tablet falls', {
      tablet: pick,
      fate,
      after: fc.integer({ min: 0, max: 4 }),
      line: stretch,
    }),
  },
  {
    weight: 5,
    arbitrary: act('take back', { of: pick, on: pick, form: fc.nat({ max: 9 }), line: stretch }),
  },
  {
    weight: 2,
    arbitrary: act('take back, and the tablet falls', { of: pick, on: pick, form: fc.nat({ max: 9 }), fate }),
  },
  {
    weight: 1,
    arbitrary: act('take back too late', { of: pick, on: pick, form: fc.nat({ max: 9 }) }),
  },
  { weight: 1, arbitrary: act('guess a slip', { on: pick, line: stretch }) },
  { weight: 2, arbitrary: just('what was under way arrives') },
  { weight: 3, arbitrary: just('backup') },
  { weight: 3, arbitrary: just('restore') },
  {
    weight: 2,
    arbitrary: act('restore from before it was sent', {
      tablet: pick,
      days: fc.constantFrom(1 as const, 31 as const),
    }),
  },
  { weight: 1, arbitrary: just('server restarts') },
  {
    weight: 5,
    arbitrary: fc.record(
      {
        do: fc.constant('days' as const),
        days: fc.constantFrom(1 as const, 4 as const, 27 as const, 40 as const),
        crash: point,
      },
      { requiredKeys: ['do', 'days'] },
    ),
  },
  { weight: 1, arbitrary: act('server clock', { at: fc.constantFrom('1970' as const, '2038' as const) }) },
  {
    weight: 1,
    arbitrary: act('tablet clock', {
      at: fc.constantFrom('1970' as const, '2038' as const, 'right' as const),
    }),
  },
  { weight: 1, arbitrary: act('permission ends', { tablet: pick }) },
  { weight: 1, arbitrary: act('enrol again', { tablet: pick }) },
  { weight: 1, arbitrary: just('keys turn') },
)

/** A schedule: it begins with a form, since without one nothing could be lost. */
export const schedule: fc.Arbitrary<Act[]> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.array(one, { minLength: 2, maxLength: 14 }))
  .map(([forms, acts]) => [{ do: 'seal', tablet: 0, forms, old: false }, ...acts])

/** Everything of which a run of the generator must have met at least one. */
export const kinds: readonly string[] = [
  'seal',
  'seal, and the tablet falls',
  'strange',
  'send',
  'both tabs send',
  'both tablets send',
  'send, and the tablet falls',
  'take back',
  'take back, and the tablet falls',
  'take back too late',
  'guess a slip',
  'what was under way arrives',
  'backup',
  'restore',
  'restore from before it was sent',
  'server restarts',
  'days',
  'server clock',
  'tablet clock',
  'permission ends',
  'enrol again',
  'keys turn',
]
