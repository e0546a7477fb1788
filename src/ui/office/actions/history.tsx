// How an action came to where it is: every entry, with its day and whose it was.

import type { Action, Event, Propose } from '../../../improve/action.ts'
import { actionWords, dayWords, say } from '../../../wording/office.ts'

const words = actionWords.history

export const History = ({ action }: { action: Action }) => (
  <section aria-labelledby="history">
    <h2 id="history">{words.title}</h2>
    <ol class="office-history">
      {action.entries.map((entry, n) => (
        // Entries are only ever added at the end.
        <li key={n}>
          <time dateTime={entry.on}>{dayWords(entry.on)}</time>
          <p>
            {words.role[entry.role]} {saidOf(entry)}
          </p>
          {'words' in entry && (
            <p class="office-quiet">
              {say(words.words, { said: entry.words.said.plain, did: entry.words.did.plain })}
            </p>
          )}
        </li>
      ))}
    </ol>
  </section>
)

function saidOf(entry: Propose | Event): string {
  switch (entry.type) {
    case 'change':
      return say(words.change, { ...entry.plan, by: '', day: dayWords(entry.plan.by) })
    case 'agree':
    case 'finish':
      return say(words[entry.type], { day: dayWords(entry.meeting.meetingOn) })
    case 'refuse':
      return say(words.refuse, { reason: entry.reason.plain })
    default:
      return words[entry.type]
  }
}
