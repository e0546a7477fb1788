// What stands around the statements of the booklet: its promises, where to send it, whom to call, whose words it is in.

import { MOST_TOPICS } from '../../form/form.ts'
import { source } from '../../instrument/source.ts'
import { contactKinds } from '../../protocol/contacts.ts'
import { officeWords, say } from '../../wording/office.ts'
import { type Booklet, tongueOf } from './told.tsx'

const words = officeWords.booklet

/** What the first card promises on a tablet, as it is true on paper; and that nobody need say who they are. */
export function Cover({ printed, pages }: Booklet) {
  const { told } = printed
  const { what, free, advocates, today } = words.promises
  return (
    <>
      <h2 class="office-sheet-title" {...tongueOf(printed, 'title')}>
        {printed.told.title ?? words.title}
      </h2>
      <p class="office-sheet-sub" {...tongueOf(printed, 'sub')}>
        {printed.told.sub ?? words.sub}
      </p>
      <ul class="office-sheet-promises">
        <li {...tongueOf(printed, 'what', 'whatmore')}>
          <strong>{told.what ?? what.say}</strong> {told.whatmore ?? what.more}
        </li>
        <li {...tongueOf(printed, 'free', 'freemore')}>
          <strong>{told.free ?? free.say}</strong> {told.freemore ?? free.more}
        </li>
        <li>
          <strong>{advocates.say}</strong> {advocates.more}
        </li>
        <li>
          <strong {...tongueOf(printed, 'today')}>{told.today ?? today.say}</strong>{' '}
          {say(today.more, { help: pages.help })}
        </li>
        <li>
          <strong>{words.noName}</strong>
        </li>
      </ul>
    </>
  )
}

/** What to talk about, whether they stopped, and the way back that avoids staff. */
export function Ending({ ward, printed }: Booklet) {
  const { name, phone } = ward.contacts.advocate
  return (
    <>
      <h2 {...tongueOf(printed, 'talk')}>{printed.told.talk ?? words.talk}</h2>
      <p>{words.talkHow}</p>
      <div class="office-sheet-numbers" aria-hidden="true">
        {Array.from({ length: MOST_TOPICS }, (_, at) => (
          <span key={at} class="office-sheet-write" />
        ))}
      </div>
      <p class="office-sheet-tick">
        <span class="office-sheet-write" aria-hidden="true" /> {words.stopBox}
      </p>
      <h2>{words.sendTitle}</h2>
      <ol class="office-sheet-steps">
        {words.send.map(step => (
          <li key={step}>{say(step, { advocate: `${name}, ${phone}` })}</li>
        ))}
      </ol>
      <p class="office-unseen">{words.sendTo}</p>
      <address class="office-sheet-address office-lines">{ward.about.returnTo}</address>
      <p>{words.noTake}</p>
    </>
  )
}

/** The ward's own numbers, as Help on its tablets has them. */
export function HelpSheet({ ward, printed }: Booklet) {
  return (
    <>
      <h2 {...tongueOf(printed, 'help')}>{printed.told.help ?? words.help}</h2>
      {(['today', 'safe', 'phone'] as const).map(line => (
        <p key={line} {...tongueOf(printed, line)}>
          {printed.told[line] ?? words.helpLines[line]}
        </p>
      ))}
      <dl class="office-sheet-help">
        {contactKinds.map(one => (
          <div key={one} class="office-sheet-row">
            <dt {...tongueOf(printed, one)}>{printed.told[one] ?? words.kinds[one]}</dt>
            <dd>
              {ward.contacts[one].name} <strong>{ward.contacts[one].phone}</strong>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** Attribution, licence and how far the words have been checked. */
export function Whose({ printed }: Booklet) {
  const { kind, wording } = printed.known
  const said = { title: source.title, attribution: source.attribution }
  const state = officeWords.wordings.states[wording.state]
  return (
    <>
      <h2>{words.whose}</h2>
      {kind === 'original' ? (
        <p>{say(words.ownWords, said)}</p>
      ) : (
        <>
          <p>{say(words.otherWords, said)}</p>
          <p>{state}.</p>
          <p>{words.askOriginal}</p>
        </>
      )}
      <p>{source.citation}</p>
      <p>{source.licence}</p>
      <p>{words.ours}</p>
    </>
  )
}
