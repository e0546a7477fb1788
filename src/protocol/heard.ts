// What a tablet has of the newest release, of what was answered, and of a box that stays closed. Parsed by the page that
// shows it and no earlier: nobody waits for it before the first statement.

import * as v from 'valibot'
import type { Heard } from '../improve/heard.ts'
import { day } from './tablet.ts'

const forms = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Forms, or a band of them: none or nearly none, all or nearly all. Null for what is not shown: nothing else stands for it. */
const cell = v.nullable(v.union([forms, v.picklist(['few', 'most'])]))
export type TabletCell = v.InferOutput<typeof cell>

const words = v.object({ plain: v.string(), easy: v.string() })
const worded = { on: day, said: words }

const answer = v.variant('state', [
  v.object({ ...worded, state: v.picklist(['agreed', 'under way']), by: day, did: words }),
  v.object({ ...worded, state: v.literal('done'), did: words }),
  v.object({ ...worded, state: v.literal('refused'), reason: words }),
])

const told: v.GenericSchema<unknown, Heard> = v.variant('kind', [
  v.object({ kind: v.literal('unanswered'), told: day }),
  v.object({ kind: v.literal('answered'), told: day, on: day, answers: v.tupleWithRest([answer], answer) }),
])

/** A release in few bytes. `wards`: the others that were counted with this one. */
const release = v.object({
  due: day,
  base: forms,
  wards: v.array(v.string()),
  /** Each statement with its three answers as the instrument has them, and those who gave none. */
  items: v.array(v.tuple([v.string(), cell, cell, cell, cell])),
  /** What somebody wants talked about; what nobody named, or next to nobody, is not among them. */
  topics: v.array(v.tuple([v.string(), cell])),
})

/** The newest release that everybody may see, and what has become of it and of those of the year before, newest first. */
export const heard = v.object({ release, told: v.array(told) })
export type OnTablet = v.InferOutput<typeof heard>

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
