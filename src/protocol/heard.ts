// What a tablet has of the newest release, of what was answered, and of a box that stays closed. Parsed by the page that
// shows it and no earlier: nobody waits for it before the first statement.

import * as v from 'valibot'
import type { Answered, Heard } from '../improve/heard.ts'
import { day } from './tablet.ts'

const forms = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Forms, or a band of them: none or nearly none, all or nearly all. Null for what is not shown: nothing else stands for it. */
export type TabletCell = number | 'few' | 'most' | null
const cell: v.GenericSchema<unknown, TabletCell> = v.nullable(v.union([forms, v.picklist(['few', 'most'])]))

const words = v.object({ plain: v.string(), easy: v.string() })
const worded = { on: day, said: words }

const answer: v.GenericSchema<unknown, Answered> = v.variant('state', [
  v.object({ ...worded, state: v.picklist(['agreed', 'under way']), by: day, did: words }),
  v.object({ ...worded, state: v.literal('done'), did: words }),
  v.object({ ...worded, state: v.literal('refused'), reason: words }),
])

/** What has become of a release, as `Heard` of improve has it. */
export type ToldOnTablet =
  | Extract<Heard, { kind: 'unanswered' }>
  | (Omit<Extract<Heard, { kind: 'answered' }>, 'answers'> & { readonly answers: readonly Answered[] })

/** The newest release that everybody may see in few bytes, and what has become of it and of those of the year before, newest first. */
export interface OnTablet {
  readonly release: {
    readonly due: string
    readonly base: number
    /** The other wards that were counted with this one. */
    readonly wards: readonly string[]
    /** By statement: its three answers as the instrument has them, and those who gave none. */
    readonly items: Readonly<Record<string, readonly TabletCell[]>>
    /** What somebody wants talked about; what nobody named, or next to nobody, is not among them. */
    readonly topics: Readonly<Record<string, TabletCell>>
  }
  readonly told: readonly ToldOnTablet[]
}

export const heard: v.GenericSchema<unknown, OnTablet> = v.object({
  release: v.object({
    due: day,
    base: forms,
    wards: v.array(v.string()),
    items: v.record(v.string(), v.array(cell)),
    topics: v.record(v.string(), cell),
  }),
  told: v.array(
    v.variant('kind', [
      v.object({ kind: v.literal('unanswered'), told: day }),
      v.object({ kind: v.literal('answered'), told: day, on: day, answers: v.array(answer) }),
    ]),
  ),
})

/**
 * A box that stays closed. `told`: the day on which that was first said here; `until`: the day on which its oldest forms are
 * to be erased. `erased`: the day on which some were. At least one of them is there.
 */
export const closedBox = v.object({
  told: v.exactOptional(day),
  until: v.exactOptional(day),
  erased: v.exactOptional(day),
})
export type ClosedBox = v.InferOutput<typeof closedBox>
