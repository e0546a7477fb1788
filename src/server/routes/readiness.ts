// A service's Readiness Checker: look, begin a version, say something in it, strike out what shows it, finish it.

import { type Context, Hono } from 'hono'
import { type Checker, step, type Voice } from '../../improve/readiness.ts'
import type { Role } from '../../protocol/accounts.ts'
import { doors } from '../../protocol/doors.ts'
import {
  type CheckerReply,
  type ReadinessReply,
  type VoiceRequest,
  voiceRequest,
} from '../../protocol/readiness.ts'
import { endpoint, type Routes } from '../endpoint.ts'
import type { House } from '../house.ts'
import { TO_ERASE } from '../ledger.ts'
import { audit } from '../queries/audit.ts'
import { lockService } from '../queries/estate.ts'
import { setMark } from '../queries/marks.ts'
import { todayOf } from '../queries/organisations.ts'
import {
  finishChecker,
  keepVoice,
  lockChecker,
  namesOf,
  newChecker,
  spokenOf,
  strikeVoice,
  type Written,
} from '../queries/readiness.ts'
import { serviceOf } from '../queries/scope.ts'
import { refuse } from '../refusal.ts'
import { type Session, whoIs } from '../session.ts'

/** 404.1 for what the organisation does not have; 409.15 to 409.17 for what makes no sense in a version. */
export const readinessRoutes: Routes = house =>
  new Hono()
    .get(
      doors.readiness,
      endpoint(
        house,
        { may: 'GET /api/office/services/:service/readiness' },
        async ({ house, who, context }): Promise<ReadinessReply> => {
          const at = { organisation: who.organisation, service: context.req.param('service') ?? '' }
          const names = await namesOf(house.db, at)
          if (!names) throw refuse('404.1')
          const { checkers, written } = await spokenOf(house.db, at)
          return { ...names, checkers: checkers.toReversed(), mine: mineOf(checkers, written, who) }
        },
      ),
    )
    .post(
      doors.readiness,
      endpoint(
        house,
        { may: 'POST /api/office/services/:service/readiness' },
        async ({ house, who: { organisation }, context }): Promise<CheckerReply> => {
          const at = { organisation, service: context.req.param('service') ?? '' }
          if (!(await serviceOf(house.db, organisation, 'service', at.service))) throw refuse('404.1')
          await lockService(house.db, at.organisation, at.service)
          const last = (await spokenOf(house.db, at)).checkers.at(-1)
          // Whoever begins at the same time, or does not know of it, comes to the one that is open.
          if (last?.state === 'open') return { checker: last }
          const checker = await newChecker(house, at, await todayOf(house, organisation), last)
          await audit(house, organisation, 'readiness begun', at.service)
          context.status(201)
          return { checker }
        },
      ),
    )
    .post(
      doors.voices,
      endpoint(
        house,
        { may: 'POST /api/office/checkers/:checker/voices', body: voiceRequest },
        async ({ house, who, body, context }): Promise<CheckerReply> => {
          const { organisation } = who
          const { checker } = await found(house, organisation, context)
          const voice = voiceOf(body, who.role, await todayOf(house, organisation))
          const after = step(checker, { type: 'say', voice })
          if (after === checker) {
            if (isSaid(checker, voice)) return { checker }
            throw refuse(checker.state === 'finished' ? '409.15' : '409.16')
          }
          await keepVoice(house.db, organisation, checker.id, voice, whoIs(who))
          // Who wrote something down to which question; never what.
          await audit(house, organisation, 'readiness said', voice.question)
          return { checker: after }
        },
      ),
    )
    .post(
      doors.strike,
      endpoint(
        house,
        { may: 'POST /api/office/checkers/:checker/voices/:voice/strike' },
        async ({ house, who, context }): Promise<CheckerReply> => {
          const { organisation } = who
          const { checker, written } = await found(house, organisation, context)
          const voice = checker.voices.find(({ id }) => id === context.req.param('voice'))
          const at = voice && written.get(voice.id)
          if (!voice || !at) throw refuse('404.1')
          if (!isTheirs(at, who)) throw refuse('403.10')
          const on = await todayOf(house, organisation)
          const after = step(checker, { type: 'strike', voice: voice.id, on })
          if (after !== checker) {
            await strikeVoice(house.db, { organisation, checker: checker.id, n: at.n }, on)
            await setMark(house.db, TO_ERASE, 'yes')
            // Who struck something out of which question; never what.
            await audit(house, organisation, 'readiness struck out', voice.question)
          }
          return { checker: after }
        },
      ),
    )
    .post(
      doors.finishChecker,
      endpoint(
        house,
        { may: 'POST /api/office/checkers/:checker/finish' },
        async ({ house, who: { organisation }, context }): Promise<CheckerReply> => {
          const { checker } = await found(house, organisation, context)
          if (checker.state === 'finished') return { checker }
          const after = step(checker, { type: 'finish', on: await todayOf(house, organisation) })
          if (after.state !== 'finished') throw refuse('409.17')
          await finishChecker(house.db, organisation, checker.id, after.finished)
          await audit(house, organisation, 'readiness finished', checker.setting)
          return { checker: after }
        },
      ),
    )

/** The version that the path names, to which nobody else adds anything meanwhile. */
async function found({ db }: House, organisation: string, context: Context) {
  const id = context.req.param('checker') ?? ''
  await lockChecker(db, organisation, id)
  const service = await serviceOf(db, organisation, 'checker', id)
  if (service === undefined) throw refuse('404.1')
  const { checkers, written } = await spokenOf(db, { organisation, service })
  const checker = checkers.find(one => one.id === id)
  if (!checker) throw refuse('404.1')
  return { checker, written }
}

/**
 * Whether what somebody wrote is this person's to strike out: whoever wrote it made the mistake, and an administrator is there
 * when they have left. Nobody else is: a leader strikes out nothing that an advocate wrote down for people.
 */
const isTheirs = ({ who }: Written, session: Session): boolean =>
  session.role === 'administrator' || who === whoIs(session)

/** The voices of which somebody may strike out what shows it. */
const mineOf = (
  checkers: readonly Checker[],
  written: ReadonlyMap<string, Written>,
  who: Session,
): readonly string[] =>
  checkers
    .flatMap(({ voices }) => voices)
    .filter(({ id, evidence }) => {
      const at = written.get(id)
      return evidence !== '' && at !== undefined && isTheirs(at, who)
    })
    .map(({ id }) => id)

/** The day is the clock's, and through whom it came the session's, whatever anybody sends. */
const voiceOf = (said: VoiceRequest, role: Role, on: string): Voice => ({
  ...said,
  on,
  ...(role === 'advocate' && { through: 'advocate' as const }),
})

/** Whether this very voice is there already: the reply to it was lost, and it was sent again. The day may be another by then. */
const isSaid = ({ voices }: Checker, voice: Voice): boolean =>
  voices.some(one => one.id === voice.id && wordsOf(one) === wordsOf(voice))

const wordsOf = ({ question, answer, evidence, by, together, through, instead }: Voice): string =>
  JSON.stringify([question, answer, evidence, by, together, through, instead])
