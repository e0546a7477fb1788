// A server on which Priya leads and Rosa is an advocate, with releases of Willow and what is done about them.

import * as v from 'valibot'
import { type ActionsReply, actionsReply } from '../../src/protocol/actions.ts'
import { doors } from '../../src/protocol/doors.ts'
import { type Answer, type Front, formId, type Leader, signIn, signInAdvocate } from './front.ts'
import { published as releaseOf } from './outlets/given.ts'

/** The day of whoever works in this room. */
export const TODAY = '2026-05-04'
/** Something in both manners. */
export const words = (plain: string) => ({ plain, easy: plain })
/** What is to be done, by whom, until when. */
export const plan = { what: 'Hold a meeting every week', who: 'the ward manager', by: '2026-07-01' }
/** A first entry that can be taken. */
export const proposal = (more: object = {}) => ({
  id: formId(),
  source: { kind: 'statement', id: 'eval-03' },
  plan,
  words: { said: words('Staff do not always hear us.'), did: words('We meet every week.') },
  ...more,
})

/** A server with a leader, an advocate and a release. */
export interface Room {
  readonly front: Front
  readonly priya: Leader
  readonly rosa: Leader
  /** Willow's, of 1 May. */
  readonly may: string
  /** Another of its releases. */
  published(due: string, held?: boolean): Promise<string>
}

/** Opens it. */
export async function room(opened: Promise<Front>): Promise<Room> {
  const front = await opened
  const priya = await signIn(front)
  const rosa = await signInAdvocate(front)
  const ward = await priya.addWard('Adult wards', 'Willow')
  const published = (due: string, held = false) => front.look(db => releaseOf(db, ward, due, { held }))
  return { front, priya, rosa, may: await published('2026-05-01'), published }
}

/** Where the actions of a release are. */
export const aboutRelease = (id: string) => doors.releaseActions.replace(':release', id)
/** Proposes something about a release. */
export const propose = (who: Leader, of: string, body: object = proposal()) =>
  who.ask(aboutRelease(of), { body })
/** Writes another entry of an action. */
export const entry = (who: Leader, action: string, body: object) =>
  who.ask(doors.entries.replace(':action', action), { body })
/** The action that an answer made. */
export const idOf = ({ body }: Answer) => (body as { action: string }).action
/** The actions that somebody is shown. */
export const shown = async (who: Leader, path: string): Promise<ActionsReply> =>
  v.parse(actionsReply, (await who.ask(path)).body)
/** The entries of each action by their types. */
export const kinds = ({ actions }: ActionsReply) =>
  actions.map(([...all]) => all.map(({ type }) => type).join(' '))
