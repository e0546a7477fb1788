// A finished version of a Readiness Checker as responses: one for each who spoke, alone or together. Nobody is added up.
//
// Evidence is left out: it is free text, it may name somebody, and it stays in the office (improve/readiness.ts).

import { type Checker, type Speaker, speakers, standing, type Voice } from '../../improve/readiness.ts'
import { readiness } from '../../instrument/readiness.ts'
import { type Response, readinessResponse } from './response.ts'

/** What the service is called, and whether it is made up. */
export interface Setting {
  readonly name: string
  readonly demonstration: boolean
}

const roles: Readonly<Record<Speaker, string>> = {
  person: 'somebody who has been cared for here',
  family: 'family or friends',
  peer: 'peer support',
  advocate: 'an advocate',
  staff: 'staff',
  leader: 'a leader',
  other: 'somebody else',
}

/** The responses of a version that is finished; one that is open has none yet. */
export function checkerResponses(base: string, checker: Checker, setting: Setting): readonly Response[] {
  if (checker.state !== 'finished') return []
  const voices = readiness.activities
    .flatMap(activity => activity.questions)
    .flatMap(({ id }) => voicesTo(checker, id))
  return [...Map.groupBy(voices, idOf)].map(([id, all]) =>
    readinessResponse(base, {
      id: `${checker.id}.${id}`,
      demonstration: setting.demonstration,
      setting: setting.name,
      by: bySaid(all),
      authoredOn: checker.finished,
      answers: all.map(({ question, answer }) => ({ linkId: question, code: answer })),
    }),
  )
}

function voicesTo(checker: Checker, question: string): readonly Voice[] {
  const found = standing(checker, question)
  if (found.kind === 'nobody has said') return []
  // The same speakers stand once; what somebody's hand has doubled is no second answer.
  const all = found.kind === 'all say' ? found.voices : found.said.flatMap(({ voices }) => voices)
  return [...new Map(all.map(voice => [idOf(voice), voice])).values()]
}

/** Who spoke, as part of an id: the roles as bits, and whether together, and written down by an advocate. */
const idOf = ({ by, together, through }: Voice): string =>
  `${by.reduce((sum, one) => sum + 2 ** speakers.indexOf(one), 0)}${together ? 't' : ''}${through ? 'a' : ''}`

function bySaid([voice]: readonly Voice[]): string {
  const all = (voice?.by ?? []).map(one => roles[one]).join(', ')
  return voice?.together ? `${all}; several together` : all
}
