// One wording in the table: whose words, how far checked, and the way to switch it.

import type { WordingView } from '../../protocol/wordings.ts'
import { dayWords, say, whenWords, officeWords as words } from '../../wording/office.ts'
import type { Known } from '../../wording/provenance.ts'

const { kinds, states, steps, grounds } = words.wordings

/** Where the button that switches a wording stands, so that the focus finds back to it. */
export const switchId = ({ wording }: Known): string => `switch-${wording.id}`

/** A wording as people say it: Polish, pictures and plainer words. */
export const nameOf = ({ language, kind }: Known): string =>
  say(words.wordings.name, {
    language: language.english,
    kind: kinds[kind].charAt(0).toLowerCase() + kinds[kind].slice(1),
  })

interface WordingProps {
  readonly known: Known
  /** What the server says of it; undefined for the original, which is always on. */
  readonly view: WordingView | undefined
  switchOn(): void
  switchOff(): void
}

export function WordingCells({ known, view, switchOn, switchOff }: WordingProps) {
  const { wording, kind } = known
  return (
    <>
      <th scope="row">{kinds[kind]}</th>
      <td>
        <p>{states[wording.state]}</p>
        <details>
          <summary aria-label={say(words.wordings.doneOf, { wording: nameOf(known) })}>
            {words.wordings.done}
          </summary>
          <p class="office-quiet">{say(words.wordings.version, { version: wording.version })}</p>
          <ol class="office-steps">
            {wording.steps.map(({ step, by, when, capacity, permission }, n) => (
              <li key={n}>
                {say(words.wordings.step, {
                  ...{ step: steps[step], by, capacity, permission },
                  when: whenWords(when),
                })}
              </li>
            ))}
          </ol>
        </details>
      </td>
      <td>
        {kind === 'original' && words.wordings.always}
        {view && <Switch known={known} view={view} switchOn={switchOn} switchOff={switchOff} />}
      </td>
    </>
  )
}

function Switch({ known, view, switchOn, switchOff }: WordingProps & { view: WordingView }) {
  const wording = nameOf(known)
  const { on } = view
  if (view.state === 'withdrawn' && !on) return words.wordings.off
  return (
    <>
      <p>
        {on ? say(words.wordings.on, { day: dayWords(on.since) }) : words.wordings.off}
        {on && (
          <span class="office-cost">{say(words.wordings.ground, { ground: grounds[on.ground.is] })}</span>
        )}
        {on?.ground.is === 'permission' && <span class="office-cost">{on.ground.reference}</span>}
      </p>
      <button
        type="button"
        id={switchId(known)}
        class="office-plain"
        onClick={on ? switchOff : switchOn}
        aria-label={say(on ? words.wordings.switchOffOf : words.wordings.switchOnOf, { wording })}
      >
        {on ? words.wordings.switchOff : words.wordings.switchOn}
      </button>
    </>
  )
}
