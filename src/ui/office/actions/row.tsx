// One action in a list: what is done, who does it, by when and where it is.

import { type Action, isLate } from '../../../improve/action.ts'
import { dayWords, say, actionWords as words } from '../../../wording/office.ts'
import { Link } from '../link.tsx'
import { actionPaths } from './paths.ts'

/** Actions in their order, each a link to its page. */
export const ActionRows = ({ actions, today }: { actions: readonly Action[]; today: string }) => (
  <ul class="office-actions">
    {actions.map(action => (
      <li key={action.id}>
        <Link to={actionPaths.one(action.id)}>{action.plan.what}</Link>
        <p>
          <strong>{words.states[action.state]}</strong> · {standing(action, today)}
        </p>
      </li>
    ))}
  </ul>
)

/** Who does it and by when; of what is refused, why. */
function standing(action: Action, today: string): string {
  if (action.state === 'refused') return action.reason.plain
  const by = say(words.by, { day: dayWords(action.plan.by) })
  const parts = action.state === 'done' ? [action.plan.who] : [action.plan.who, by]
  return [...parts, ...(isLate(action, today) ? [words.late] : [])].join(' · ')
}
