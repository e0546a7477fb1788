// An advocate types a form that came on paper. It lives in this page's memory alone, is sealed here, and then is gone.
//
//   typing ──send──▶ busy ──stored──▶ sent ──next──▶ typing
//     ▲               │ └──no answer──▶ sealed ──again──▶ busy     the same envelope: it counts once
//     └────refused────┘

import { useEffect, useRef, useState } from 'preact/hooks'
import { MOST_TOPICS } from '../../form/form.ts'
import { evaluation } from '../../instrument/evaluation.ts'
import type { Refusal, SealedPaper } from '../../office/office.ts'
import type { ServiceView, WardView } from '../../protocol/office.ts'
import { listWords, officeWords, say, sayCount } from '../../wording/office.ts'
import { ownWords, printable } from '../../wording/printed.ts'
import { Select } from './choice.tsx'
import { useDesk } from './desk.ts'
import { Field } from './field.tsx'
import { Link } from './link.tsx'
import { Marks, markId } from './marks.tsx'
import { Done, Refused, refusalWords } from './notice.tsx'
import { Page, type Whose } from './page.tsx'
import { type Blank, blank, formOf, leftOut, topicsOf } from './paperform.ts'
import { paths } from './route.ts'
import { Send } from './send.tsx'
import { nameOf } from './wording.tsx'

const words = officeWords.paper

type Going =
  | { readonly is: 'typing'; readonly why?: string }
  | { readonly is: 'busy' }
  | { readonly is: 'sealed'; readonly sealed: SealedPaper; readonly refusal: Refusal }
  | { readonly is: 'sent' }

interface PaperProps {
  readonly ward: WardView
  readonly service: ServiceView
  readonly whose: Whose
}

export function PaperPage({ ward, service, whose }: PaperProps) {
  const { office } = useDesk()
  const [typed, type] = useState<Blank>(blank)
  const [going, go] = useState<Going>({ is: 'typing' })
  const change = (part: Partial<Blank>) => type(old => ({ ...old, ...part }))
  const erase = () => {
    type(blank)
    go({ is: 'typing' })
  }
  useErased(erase, going.is !== 'sent' && typed !== blank)

  const pass = async (sealed: SealedPaper) => {
    // Not through the desk: whose session ends while they type must not lose what they typed.
    const sent = await office.advocacy.send(ward.id, sealed)
    if (!sent.done) return go({ is: 'sealed', sealed, refusal: sent.refusal })
    if (sent.value.state === 'refused') return go(turned(sent.value.problem))
    type(blank)
    go({ is: 'sent' })
  }
  const send = async (event: Event) => {
    event.preventDefault()
    if (going.is === 'busy') return
    if (going.is === 'sealed') {
      go({ is: 'busy' })
      return pass(going.sealed)
    }
    const topics = topicsOf(typed)
    if (Object.values(typed.marks).every(mark => mark === undefined)) return fault(words.empty)
    if (topics === undefined) return fault(words.topicWrong)
    go({ is: 'busy' })
    const sealed = await office.advocacy.seal(ward.id, formOf(typed, topics))
    if (sealed.done) return pass(sealed.value)
    go({ is: 'typing', why: sayWhy(sealed.refusal) })
  }
  const fault = (why: string) => go({ is: 'typing', why })

  const frozen = going.is === 'sealed' || going.is === 'busy'
  const out = leftOut(typed)
  return (
    <Page title={say(words.title, { ward: ward.name })} {...whose}>
      <p class="office-lead">{words.lead}</p>
      {going.is !== 'sent' && (
        <form class="office-paper" onSubmit={send} noValidate autocomplete="off">
          <p>{words.kept}</p>
          <fieldset disabled={frozen}>
            <legend class="office-unseen">{say(words.title, { ward: ward.name })}</legend>
            <Select
              id="which"
              label={words.which}
              hint={words.whichHint}
              value={typed.wording}
              options={printable(service.wordings).map(known => [known.wording.id, nameOf(known)] as const)}
              choose={wording => change({ wording })}
            />
            <h2>{words.statements}</h2>
            <p>{words.keys}</p>
            {evaluation.items.map((item, at) => (
              <Marks
                key={item.id}
                n={at + 1}
                item={item}
                labels={ownWords.words.choices}
                marked={typed.marks[item.id]}
                mark={choice => type(old => ({ ...old, marks: { ...old.marks, [item.id]: choice } }))}
                next={() => turnTo(at + 2, typed)}
              />
            ))}
            <h2>{words.topics}</h2>
            <p>{words.topicsHint}</p>
            <div class="office-topics">
              {Array.from({ length: MOST_TOPICS }, (_, at) => (
                <Field
                  key={at}
                  id={`topic-${at + 1}`}
                  label={say(words.topic, { n: at + 1 })}
                  value={typed.topics[at] ?? ''}
                  most={2}
                  keys="numeric"
                  change={value => change({ topics: typed.topics.with(at, value) })}
                />
              ))}
            </div>
            <h2 id="how-far">{words.end}</h2>
            <div role="radiogroup" aria-labelledby="how-far">
              {(['finished', 'stopped'] as const).map(end => (
                <div key={end} class="office-choice">
                  <input
                    type="radio"
                    id={`end-${end}`}
                    name="end"
                    checked={typed.end === end}
                    aria-describedby={`end-${end}-hint`}
                    onChange={() => change({ end })}
                  />
                  <label for={`end-${end}`}>{words[end]}</label>
                  <p id={`end-${end}-hint`} class="office-quiet">
                    {words[`${end}Hint`]}
                  </p>
                </div>
              ))}
            </div>
          </fieldset>
          <p>
            {sayCount(words.sum, evaluation.items.length - out.length, { out: out.length })}{' '}
            {out.length > 0 && say(words.sumOut, { list: listWords(out.map(String)) })}
          </p>
          {going.is === 'typing' && going.why && (
            <p class="office-notice" role="alert">
              {going.why}
            </p>
          )}
          {going.is === 'sealed' && (
            <>
              <Refused refusal={going.refusal} />
              <p>{going.refusal === '401.2' ? words.signedOut : words.unsent}</p>
            </>
          )}
          <Send label={going.is === 'sealed' ? words.again : words.send} busy={going.is === 'busy'}>
            <Link to={paths.ward(ward.id)}>{say(words.back, { ward: ward.name })}</Link>
          </Send>
        </form>
      )}
      <Done>{going.is === 'sent' ? words.sent : going.is === 'busy' ? words.busy : undefined}</Done>
      {going.is === 'sent' && (
        <p class="office-row">
          <button type="button" class="office-button office-main" onClick={erase}>
            {words.next}
          </button>
          <Link to={paths.ward(ward.id)}>{say(words.back, { ward: ward.name })}</Link>
        </p>
      )}
    </Page>
  )
}

/** The server read the envelope and did not take it: what was typed is there to be put right. */
const turned = (problem: string): Going => ({
  is: 'typing',
  why: say(words.turned, { why: reasons[problem] ?? reasons.other ?? '' }),
})
const reasons: Readonly<Record<string, string>> = officeWords.rescue.why

const sayWhy = (refusal: Refusal): string => (refusal === '401.2' ? words.signedOut : refusalWords(refusal))

/** Puts the focus on a statement's mark, or behind the last on the first number to talk about. */
function turnTo(n: number, { marks }: Blank): void {
  const item = evaluation.items[n - 1]
  const id = item ? markId(n, marks[item.id]) : 'topic-1'
  document.getElementById(id)?.focus()
}

/** Asks before the page is left half-way, and leaves nothing behind in a page that the browser keeps for Back. */
function useErased(erase: () => void, asks: boolean): void {
  const now = useRef(erase)
  now.current = erase
  useEffect(() => {
    const ask = (event: Event) => asks && event.preventDefault()
    const leave = () => now.current()
    window.addEventListener('beforeunload', ask)
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('beforeunload', ask)
      window.removeEventListener('pagehide', leave)
    }
  }, [asks])
}
