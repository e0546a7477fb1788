// What is done about releases: all of it, one action, a new one, and what becomes of it.

import { Hono } from 'hono'
import type * as v from 'valibot'
import { type Action, type Event, propose } from '../../improve/action.ts'
import { lookAgain } from '../../improve/heard.ts'
import { type ActionsReply, entryRequest, type proposeReply, proposeRequest } from '../../protocol/actions.ts'
import { doors } from '../../protocol/doors.ts'
import { acting, notProposed, proposalOf } from '../act.ts'
import { endpoint, type Routes } from '../endpoint.ts'
import { listOf, type Place, placesOfActions } from '../queries/acted.ts'
import { actionOf, actionsBeside, actionsOf, keepEntry } from '../queries/actions.ts'
import { audit } from '../queries/audit.ts'
import { todayOf } from '../queries/organisations.ts'
import { refuse } from '../refusal.ts'
import { whoIs } from '../session.ts'

/** 404.1 for what is not there; 403.3 for a held release, to all but an advocate; 409.10 for what was written meanwhile. */
export const actionRoutes: Routes = house =>
  new Hono()
    .get(
      doors.actions,
      endpoint(house, { may: 'GET /api/office/actions' }, async ({ house, who, context }) => {
        const { organisation, services } = who
        const before = context.req.query('before') ?? null
        const list = await listOf(house.db, organisation, services, before)
        return reply(await todayOf(house, organisation), list.places, list.actions, list.before)
      }),
    )
    .get(
      doors.action,
      endpoint(
        house,
        { may: 'GET /api/office/actions/:action' },
        async ({ house, who: { organisation }, context }) => {
          const id = context.req.param('action') ?? ''
          // With all that is done about its release: only together are they what the tablets say.
          const actions = await actionsBeside(house.db, organisation, id)
          const action = actions.find(one => one.id === id)
          if (!action) throw refuse('404.1')
          const places = await placesOfActions(house.db, organisation, { releases: [action.release] })
          return reply(await todayOf(house, organisation), places, actions)
        },
      ),
    )
    .post(
      doors.entries,
      endpoint(
        house,
        { may: 'POST /api/office/actions/:action/entries', body: entryRequest },
        async ({ house, who, body, context }) => {
          const { organisation } = who
          const action = await actionOf(house.db, organisation, context.req.param('action') ?? '')
          if (!action) throw refuse('404.1')
          const after = acting(action, body, who, await todayOf(house, organisation))
          if ('refused' in after) throw refuse(after.refused)
          const { id, release } = action
          const at = { organisation, action: id, release, n: action.entries.length + 1 }
          if (!(await keepEntry(house.db, at, after.entry, whoIs(who)))) throw refuse('409.10')
          await audit(house, organisation, WHAT[body.type], id)
          context.status(201)
          return {}
        },
      ),
    )
    .get(
      doors.releaseActions,
      endpoint(
        house,
        { may: 'GET /api/office/releases/:release/actions' },
        async ({ house, who: { organisation, role }, context }) => {
          const until = context.req.param('release') ?? ''
          const [now, ...earlier] = await placesOfActions(house.db, organisation, { until })
          if (!now) throw refuse('404.1')
          if (now.held && role !== 'advocate') throw refuse('403.3')
          const all = await actionsOf(
            house.db,
            organisation,
            [now, ...earlier].map(({ id }) => id),
          )
          const own = all.filter(({ release }) => release === now.id)
          const again = lookAgain(now, earlier, all)
          const named = earlier.filter(({ id }) => again.some(({ release }) => release === id))
          return reply(await todayOf(house, organisation), [now, ...named], [...own, ...again])
        },
      ),
    )
    .post(
      doors.releaseActions,
      endpoint(
        house,
        { may: 'POST /api/office/releases/:release/actions', body: proposeRequest },
        async ({ house, who, body, context }): Promise<v.InferOutput<typeof proposeReply>> => {
          const { organisation } = who
          const release = context.req.param('release') ?? ''
          const [place] = await placesOfActions(house.db, organisation, { releases: [release] })
          if (!place) throw refuse('404.1')
          if (place.held) throw refuse('409.12')
          const entry = proposalOf(body, release, who, await todayOf(house, organisation))
          const action = propose(entry)
          if (!action) throw refuse(notProposed(entry))
          const at = { organisation, action: action.id, release, n: 1 }
          if (!(await keepEntry(house.db, at, entry, whoIs(who)))) throw refuse('409.13')
          await audit(house, organisation, 'action proposed', action.id)
          context.status(201)
          return { action: action.id }
        },
      ),
    )

/** What the audit trail says of each, without a word of what was written. */
const WHAT = {
  change: 'action changed',
  word: 'action reworded',
  agree: 'action agreed',
  start: 'action begun',
  finish: 'action done',
  refuse: 'action refused',
} as const satisfies Record<Event['type'], string>

const reply = (
  today: string,
  places: readonly Place[],
  actions: readonly Action[],
  before: string | null = null,
): ActionsReply => ({
  today,
  releases: places.map(({ held, ...place }) => place),
  actions: actions.map(({ entries: [first, ...others] }) => [first, ...others.map(unnamed)]),
  before,
})

// Which advocate it was is nobody's to read here: that it was one is what counts.
const unnamed = (event: Event): Event =>
  'meeting' in event ? { ...event, meeting: { ...event.meeting, advocate: 'advocate' } } : event
