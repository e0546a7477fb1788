// What is done about a release, as an office and the server say it: entries of actions, which improve replays.

import * as v from 'valibot'
import type { Action, Event, Propose } from '../improve/action.ts'
import { day } from './tablet.ts'

// What can be shown is improve's to say, and the screen's to explain; this only keeps a body from being boundless.
const line = v.pipe(v.string(), v.trim(), v.maxLength(400))
const words = v.strictObject({ plain: line, easy: line })
const youSaid = v.strictObject({ said: words, did: words })
const plan = v.strictObject({ what: line, who: line, by: day })
const source = v.strictObject({
  kind: v.picklist(['statement', 'tip', 'leader action']),
  id: v.pipe(v.string(), v.maxLength(40)),
})
const seen = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))

/** A new action. Its id is made in the page, once: sent again after a reply that was lost, it is the same action. */
export const proposeRequest = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  source,
  plan,
  words: youSaid,
})
export type ProposeRequest = v.InferOutput<typeof proposeRequest>

/**
 * What becomes of an action. `seen` is how many entries the page showed: what was written since makes it too old. The day,
 * the role and the advocate are the server's to say.
 */
export const entryRequest = v.variant('type', [
  v.strictObject({ type: v.literal('change'), seen, plan }),
  v.strictObject({ type: v.literal('word'), seen, words: youSaid }),
  v.strictObject({ type: v.picklist(['agree', 'finish']), seen, meetingOn: day }),
  v.strictObject({ type: v.literal('start'), seen }),
  v.strictObject({ type: v.literal('refuse'), seen, reason: words }),
])
export type EntryRequest = v.InferOutput<typeof entryRequest>

const either = { on: day, role: v.picklist(['leader', 'advocate']) }
const leader = { on: day, role: v.literal('leader') }
const advocate = { on: day, role: v.literal('advocate') }
const meeting = v.object({ meetingOn: day, advocate: v.string() })

const propose: v.GenericSchema<unknown, Propose> = v.object({
  type: v.literal('propose'),
  id: v.string(),
  release: v.string(),
  source,
  plan,
  words: youSaid,
  ...either,
})

const event: v.GenericSchema<unknown, Event> = v.variant('type', [
  v.object({ type: v.literal('change'), plan, ...either }),
  v.object({ type: v.literal('word'), words: youSaid, ...leader }),
  v.object({ type: v.literal('agree'), meeting, seen, ...advocate }),
  v.object({ type: v.literal('start'), ...leader }),
  v.object({ type: v.literal('finish'), meeting, seen, ...advocate }),
  v.object({ type: v.literal('refuse'), reason: words, ...leader }),
])

/** The entries of one action, the proposal first. */
export const entries: v.GenericSchema<unknown, Action['entries']> = v.tupleWithRest([propose], event)

const id = v.string()

/** A release that something is done about: when people told us, and where. */
const acted = v.object({ id, due: day, service: v.string(), wards: v.array(v.string()) })
export type Acted = v.InferOutput<typeof acted>

/**
 * Actions with the releases that they are about. `today` is the organisation's day; `before` asks for what was closed
 * earlier, and is null at the end. No account is named in it.
 */
export const actionsReply = v.object({
  today: day,
  releases: v.array(acted),
  actions: v.array(entries),
  before: v.nullable(v.string()),
})
export type ActionsReply = v.InferOutput<typeof actionsReply>

export const proposeReply = v.object({ action: id })
