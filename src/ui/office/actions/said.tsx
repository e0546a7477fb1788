// What the tablets say of an action's release now, and what they will say: nothing reaches people that was not seen here.

import { type Action, step } from '../../../improve/action.ts'
import { heard } from '../../../improve/heard.ts'
import type { Acting } from '../../../office/actions.ts'
import { actionWords as words } from '../../../wording/office.ts'
import { Says } from './says.tsx'

interface Of {
  readonly acting: Acting
  readonly place: { readonly id: string; readonly due: string }
}

/** With all that is done about the release. */
export const Now = ({ acting, place }: Of) => (
  <section aria-labelledby="says-now">
    <h2 id="says-now">{words.says.now}</h2>
    <Says heard={heard(place, acting.actions)} />
  </section>
)

/** With one action as it would be; nothing while it can't be. What is only proposed, as it will be once people agree. */
export function After({ acting, place, action }: Of & { readonly action: Action | undefined }) {
  if (!action) return null
  if (action.state === 'proposed') return <IfAgreed action={action} place={place} today={acting.today} />
  const others = acting.actions.map(one => (one.id === action.id ? action : one))
  const [now, then] = [heard(place, acting.actions), heard(place, others)]
  const same = JSON.stringify(now) === JSON.stringify(then)
  return (
    <section class="office-then" aria-labelledby="says-then" aria-live="polite">
      <h3 id="says-then">{words.says.then}</h3>
      {same ? <p>{words.says.same}</p> : <Says heard={then} />}
      {!same && <p>{words.says.sync}</p>}
    </section>
  )
}

interface IfProps {
  readonly action: Action
  readonly place: Of['place']
  readonly today: string
}

/** What an advocate takes to a meeting: the words of a proposal, as if people agreed to it today. */
export function IfAgreed({ action, place, today }: IfProps) {
  const meeting = { meetingOn: today, advocate: 'advocate' }
  const seen = action.entries.length
  const agreed = step(action, { type: 'agree', meeting, seen, on: today, role: 'advocate' })
  return (
    <section class="office-then" aria-labelledby="says-if">
      <h3 id="says-if">{words.says.agreed}</h3>
      <Says heard={heard(place, [agreed])} />
      <p>{words.begin.note}</p>
    </section>
  )
}
