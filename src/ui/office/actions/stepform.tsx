// The form of one step of an action: what it asks for, what people will then read, and the way back.

import { useState } from 'preact/hooks'
import { type Action, type Event as Entry, standsSince, step } from '../../../improve/action.ts'
import type { Acting } from '../../../office/actions.ts'
import type { Refusal } from '../../../office/office.ts'
import type { Acted, EntryRequest } from '../../../protocol/actions.ts'
import { dayWords, say, actionWords as words } from '../../../wording/office.ts'
import { Day } from '../day.tsx'
import { useDesk } from '../desk.ts'
import { Refused } from '../notice.tsx'
import { PlanFields, WordsFields, YouSaidFields } from './fields.tsx'
import { toFault } from './focus.ts'
import { After } from './said.tsx'

type Kind = Entry['type']

export interface StepProps {
  readonly action: Action
  readonly acting: Acting
  readonly place: Acted
  readonly kind: Kind
  leave(): void
  /** It was kept. */
  done(said: string): void
  /** It changed since it was read: it is to be read again. */
  changed(): void
}

/** What is typed so far, for whichever step it is. */
interface Typed {
  readonly plan: Action['plan']
  readonly words: Action['words']
  readonly reason: { readonly plain: string; readonly easy: string }
  readonly meetingOn: string
}

export function StepForm({ action, acting, place, kind, leave, done, changed }: StepProps) {
  const { office, heed, refresh } = useDesk()
  const [typed, type] = useState<Typed>({
    plan: action.plan,
    words: action.words,
    reason: { plain: '', easy: '' },
    meetingOn: '',
  })
  const [sent, send] = useState(false)
  const [refusal, refuse] = useState<Refusal>()
  const { today } = acting
  const entry = entryOf(kind, typed, action.entries.length)
  const stepped = step(action, eventOf(entry, today))
  const then = stepped === action ? undefined : stepped
  const form = words.forms[kind]

  const save = async (event: Event) => {
    event.preventDefault()
    send(true)
    refuse(undefined)
    if (!then) return toFault(event)
    const outcome = await heed(office.actions.enter(action.id, entry))
    if (!outcome.done) {
      refuse(outcome.refusal)
      if (outcome.refusal === '409.10') changed()
      return
    }
    await refresh()
    leave()
    done(words.forms.saved[kind])
  }

  const set = (part: Partial<Typed>) => type(old => ({ ...old, ...part }))
  return (
    <form class="office-form office-act" onSubmit={save} noValidate>
      <p>{form.lead}</p>
      {kind === 'change' && (
        <PlanFields value={typed.plan} sent={sent} today={today} change={plan => set({ plan })} />
      )}
      {kind === 'word' && (
        <YouSaidFields value={typed.words} sent={sent} change={youSaid => set({ words: youSaid })} />
      )}
      {kind === 'refuse' && (
        <WordsFields
          id="reason"
          label={words.forms.refuse.reason}
          value={typed.reason}
          sent={sent}
          change={reason => set({ reason })}
        />
      )}
      {(kind === 'agree' || kind === 'finish') && (
        <Day
          id="meeting"
          label={words.forms[kind].day}
          hint={words.forms[kind].dayHint}
          value={typed.meetingOn}
          first={standsSince(action)}
          last={today}
          trouble={dayTrouble(action, typed.meetingOn, today, sent)}
          change={meetingOn => set({ meetingOn })}
        />
      )}
      <After acting={acting} place={place} action={then} />
      {sent && !then && <p class="office-notice">{words.faults.check}</p>}
      {refusal === '409.10' ? (
        <p class="office-notice" role="alert">
          {words.forms.changed}
        </p>
      ) : (
        <Refused refusal={refusal} />
      )}
      <p class="office-row">
        <button type="button" class="office-button" onClick={leave}>
          {words.next.cancel}
        </button>
        <button type="submit" class="office-button office-main">
          {form.save}
        </button>
      </p>
    </form>
  )
}

function entryOf(kind: Kind, { plan, words: said, reason, meetingOn }: Typed, seen: number): EntryRequest {
  switch (kind) {
    case 'change':
      return { type: kind, seen, plan }
    case 'word':
      return { type: kind, seen, words: said }
    case 'refuse':
      return { type: kind, seen, reason }
    case 'start':
      return { type: kind, seen }
    default:
      return { type: kind, seen, meetingOn }
  }
}

/** As the server will have it, to see what people will read. */
function eventOf({ seen, ...entry }: EntryRequest, on: string): Entry {
  switch (entry.type) {
    case 'agree':
    case 'finish': {
      const meeting = { meetingOn: entry.meetingOn, advocate: 'advocate' }
      return { type: entry.type, meeting, seen, on, role: 'advocate' }
    }
    default:
      return { ...entry, on, role: 'leader' } as Entry
  }
}

function dayTrouble(action: Action, day: string, today: string, sent: boolean): string | undefined {
  if (day === '' ? sent : day > today) return words.forms.dayWrong
  const since = standsSince(action)
  return day !== '' && day < since ? say(words.forms.daySooner, { day: dayWords(since) }) : undefined
}
