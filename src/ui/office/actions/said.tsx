// What the tablets say of an action's release now, and what they will say: nothing reaches people that was not seen here.

import type { Action } from '../../../improve/action.ts'
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

/** With one action as it would be; nothing while it can't be. */
export function After({ acting, place, action }: Of & { readonly action: Action | undefined }) {
  if (!action) return null
  const others = acting.actions.map(one => (one.id === action.id ? action : one))
  const all = others.includes(action) ? others : [...others, action]
  const [now, then] = [heard(place, acting.actions), heard(place, all)]
  const same = JSON.stringify(now) === JSON.stringify(then)
  return (
    <section class="office-then" aria-labelledby="says-then" aria-live="polite">
      <h3 id="says-then">{words.says.then}</h3>
      {same ? <p>{words.says.same}</p> : <Says heard={then} />}
      {action.state === 'proposed' ? <p>{words.begin.note}</p> : !same && <p>{words.says.sync}</p>}
    </section>
  )
}
