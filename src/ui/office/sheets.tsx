// The sheets of the booklet: two to read first, one for each of the RRN's groups of statements, and three to end with.

import type { ComponentChildren } from 'preact'
import { MOST_TOPICS } from '../../form/form.ts'
import { evaluation } from '../../instrument/evaluation.ts'
import { source } from '../../instrument/source.ts'
import { contactKinds } from '../../protocol/contacts.ts'
import type { WardView } from '../../protocol/office.ts'
import { officeWords, say } from '../../wording/office.ts'
import type { Printed } from '../../wording/printed.ts'
import { Picture } from '../components/picture.tsx'
import { Answer } from './answer.tsx'
import { nameOf } from './wording.tsx'

const words = officeWords.booklet

/** Sheets before the statements, and all of them. */
const BEFORE = 2
const END = BEFORE + evaluation.groups.length + 1
const HELP = END + 1
export const PAGES = HELP

interface SheetsProps {
  readonly ward: WardView
  readonly printed: Printed
  readonly demonstration: boolean
}

export function Sheets({ ward, printed, demonstration }: SheetsProps) {
  const { known, words: asked } = printed
  const { language, direction } = known.language
  const own = known.kind === 'original'
  const its = own ? {} : { lang: language, dir: direction }
  const sheet = (n: number, children: ComponentChildren) => (
    <section class="office-sheet" aria-label={say(words.foot, { ...foot, n })}>
      {demonstration && <p class="office-sheet-demonstration">{officeWords.demonstration}</p>}
      <div class="office-sheet-body">{children}</div>
      <p class="office-sheet-foot">{say(words.foot, { ...foot, n })}</p>
    </section>
  )
  const foot = { booklet: own ? words.own : nameOf(known), ward: ward.name, of: PAGES }
  return (
    <div class="office-sheets">
      {sheet(1, <Cover ward={ward} printed={printed} its={its} />)}
      {sheet(
        2,
        <>
          <h2>{words.how}</h2>
          <ol class="office-sheet-steps">
            {words.steps.map(step => (
              <li key={step}>{say(step, { end: END })}</li>
            ))}
          </ol>
          <h3>{words.stemTitle}</h3>
          <p {...its} class="office-sheet-stem">
            {asked.stem}
          </p>
          <p>{say(words.task, { meaning: source.meaning })}</p>
          <h3>{words.answers}</h3>
          <div class="office-sheet-key" {...its}>
            {evaluation.choices.map(({ code }) => (
              <Answer key={code} code={code} label={asked.choices[code]} />
            ))}
          </div>
          <p>{words.helper}</p>
        </>,
      )}
      {evaluation.groups.map((group, at) =>
        sheet(
          BEFORE + 1 + at,
          <>
            <p {...its} class="office-sheet-stem">
              {asked.stem}
            </p>
            <ol class="office-sheet-items" {...its}>
              {group.items.map(id => (
                <li key={id}>
                  {known.kind === 'easy' && <Picture of={id} />}
                  <div class="office-sheet-said">
                    <p class="office-sheet-item">
                      <span class="office-sheet-n">{numberOf(id)}</span> <span>{asked.items[id]}</span>
                    </p>
                    <div class="office-sheet-answers">
                      {evaluation.choices.map(({ code }) => (
                        <Answer key={code} code={code} label={asked.choices[code]} />
                      ))}
                    </div>
                  </div>
                </li>
              ))}
            </ol>
            <p class="office-sheet-skip">{words.skip}</p>
          </>,
        ),
      )}
      {sheet(END, <Ending ward={ward} />)}
      {sheet(HELP, <HelpSheet ward={ward} printed={printed} />)}
    </div>
  )
}

const numberOf = (id: string): number => evaluation.items.findIndex(item => item.id === id) + 1

interface CoverProps {
  readonly ward: WardView
  readonly printed: Printed
  readonly its: { readonly lang?: string; readonly dir?: 'ltr' | 'rtl' }
}

function Cover({ ward, printed, its }: CoverProps) {
  return (
    <>
      <h2 class="office-sheet-title">{words.title}</h2>
      <p class="office-sheet-sub">{words.sub}</p>
      <ul class="office-sheet-promises">
        {words.promises.map(({ say: line, more }, at) => {
          // In the language of the statements, where the first card's own words are as true on paper.
          const told = printed.promises[at]
          return (
            <li key={line} {...(told ? its : {})}>
              <strong>{told?.say ?? line}</strong> {told?.more ?? say(more, { help: HELP })}
            </li>
          )
        })}
        <li>
          <strong>{words.noName}</strong>
        </li>
      </ul>
      <p class="office-sheet-for">{say(words.for, { ward: ward.name })}</p>
    </>
  )
}

function Ending({ ward }: { ward: WardView }) {
  const { name, phone } = ward.contacts.advocate
  return (
    <>
      <h2>{words.talk}</h2>
      <p>{words.talkHow}</p>
      <div class="office-sheet-numbers" aria-hidden="true">
        {Array.from({ length: MOST_TOPICS }, (_, at) => (
          <span key={at} class="office-sheet-write" />
        ))}
      </div>
      <h3>{words.stop}</h3>
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

function HelpSheet({ ward, printed }: { ward: WardView; printed: Printed }) {
  const { kind, wording } = printed.known
  const said = { title: source.title, attribution: source.attribution }
  const state = officeWords.wordings.states[wording.state]
  return (
    <>
      <h2>{words.help}</h2>
      <p>{words.helpLead}</p>
      <dl class="office-sheet-help">
        {contactKinds.map(one => (
          <div key={one}>
            <dt>{words.kinds[one]}</dt>
            <dd>
              {ward.contacts[one].name} <strong>{ward.contacts[one].phone}</strong>
            </dd>
          </div>
        ))}
      </dl>
      <div class="office-sheet-source">
        <h3>{words.whose}</h3>
        {kind === 'original' ? (
          <p>{say(words.ownWords, said)}</p>
        ) : (
          <p>
            {say(words.otherWords, { ...said, state })} {words.askOriginal}
          </p>
        )}
        <p>{source.citation}</p>
        <p>{source.licence}</p>
        <p>{words.ours}</p>
      </div>
    </>
  )
}
