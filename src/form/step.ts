// One person's form as a state machine: step(form, event) is the only way a form changes.
//
//                        choose skip continue back change talk present
//                              ┌────────┐
//            start ──▶ answering ◀──────┘
//                      │  ▲  │ └─ finish (from review) ─▶ ended(finished) ─┐
//                 stop │  │ go back / carry on                             ├─ seal ─▶ sealed
//                      ▼  │                                                │
//                     stopping ── send (with an answer) ▶ ended(stopped) ──┘
//                      │    └──── erase ─▶ erased
//                      └─ keep ─▶ kept ── carry on ─▶ answering
//                                  └─ put (two pictures before it, once)
//
// An event that makes no sense where the form is leaves it as it was: a late tap can't hurt anybody.

import type { Choice } from '../instrument/instrument.ts'
import { isGate } from './board.ts'
import {
  answered,
  type Form,
  type Given,
  type Helper,
  type Hidden,
  type Manner,
  MOST_TOPICS,
  type Outline,
  type Pair,
  type Place,
  type Resumed,
  type Sheet,
} from './form.ts'

export type Event =
  | { readonly type: 'choose'; readonly item: string; readonly choice: Choice }
  | { readonly type: 'skip' }
  | { readonly type: 'continue' }
  | { readonly type: 'back' }
  | { readonly type: 'change'; readonly item: string }
  | { readonly type: 'talk'; readonly item: string }
  | { readonly type: 'present'; readonly language: string; readonly manner: Manner }
  | { readonly type: 'finish' }
  | { readonly type: 'stop' }
  | { readonly type: 'go-back' }
  | { readonly type: 'send' }
  | { readonly type: 'keep' }
  | { readonly type: 'put'; readonly pictures: Pair }
  | { readonly type: 'carry-on'; readonly resumed: Resumed }
  | { readonly type: 'erase' }
  | { readonly type: 'seal' }

type Answering = Extract<Form, { state: 'answering' }>

/** A new form at its first statement. */
export function start(outline: Outline, language: string, manner: Manner, helper: Helper): Form {
  const sheet: Sheet = { outline, language, manner, helper, answers: {}, topics: [] }
  return { state: 'answering', sheet, place: { at: 'statement', n: 1, changing: false } }
}

/** The form after the event; the very same form where the event does not apply. */
export function step(form: Form, event: Event): Form {
  switch (form.state) {
    case 'answering':
      return answering(form, event)
    case 'stopping':
      return stopping(form, event)
    case 'kept':
      return kept(form, event)
    case 'ended':
      return event.type === 'seal' ? { state: 'sealed' } : form
    default:
      return form
  }
}

function answering(form: Answering, event: Event): Form {
  const { sheet, place } = form
  switch (event.type) {
    case 'choose':
      return itemAt(form) === event.item ? give(form, event.item, event.choice) : form
    case 'skip':
      return skip(form)
    case 'continue':
      return mayContinue(form) ? { ...form, place: after(sheet, place) } : form
    case 'back':
      return { ...form, place: before(sheet, place) }
    case 'change':
      return place.at === 'review' ? reopen(form, event.item) : form
    case 'talk':
      return place.at === 'topics' ? { ...form, sheet: hiding(toggle(sheet, event.item)) } : form
    case 'present':
      return { ...form, sheet: { ...sheet, language: event.language, manner: event.manner } }
    case 'finish':
      return place.at === 'review' ? { state: 'ended', sheet, end: 'finished' } : form
    case 'stop':
      return { ...form, state: 'stopping' }
    case 'keep':
      return { ...form, state: 'kept' }
    default:
      return form
  }
}

function stopping(form: Extract<Form, { state: 'stopping' }>, event: Event): Form {
  switch (event.type) {
    case 'go-back':
      return { ...form, state: 'answering' }
    case 'keep':
      return { ...form, state: 'kept' }
    case 'erase':
      return { state: 'erased' }
    case 'send':
      return answered(form.sheet).length > 0 ? { state: 'ended', sheet: form.sheet, end: 'stopped' } : form
    default:
      return form
  }
}

function kept(form: Extract<Form, { state: 'kept' }>, event: Event): Form {
  const { sheet } = form
  if (event.type === 'put') {
    // The first two stay: whoever carries on without them puts no others in their place.
    if (sheet.pictures || !isGate(event.pictures)) return form
    // Whoever carried it on without may be anyone. Where it is not known what was said before them, nothing is theirs.
    const hidden = sheet.hidden ?? (sheet.resumed === 'without-pictures' ? allOf(sheet) : undefined)
    return { ...form, sheet: { ...sheet, pictures: event.pictures, ...(hidden && { hidden }) } }
  }
  if (event.type !== 'carry-on') return form
  const resumed = sheet.resumed === 'without-pictures' ? sheet.resumed : event.resumed
  const { hidden: _, ...anew } = sheet
  // What was hidden from one who put no pictures there is hidden from the next with all that one said.
  if (!sheet.pictures) return { ...form, state: 'answering', sheet: { ...anew, resumed } }
  // Whoever comes without the pictures may be anyone: their owner does not see what is said now.
  const { items = [], topics = false } = sheet.hidden ?? {}
  const grows = event.resumed === 'without-pictures'
  const hidden: Hidden | undefined = grows ? { items, topics, grows } : sheet.hidden && { items, topics }
  return { ...form, state: 'answering', sheet: { ...anew, resumed, ...(hidden && { hidden }) } }
}

const allOf = ({ answers, topics }: Sheet): Hidden => ({
  items: Object.keys(answers),
  topics: topics.length > 0,
})

/** A sheet on which an item, or a topic, was just given: hidden at once, so that no crash shows it to another. */
function hiding(sheet: Sheet, item?: string): Sheet {
  const { hidden } = sheet
  if (!hidden?.grows) return sheet
  if (item === undefined) return { ...sheet, hidden: { ...hidden, topics: true } }
  return { ...sheet, hidden: { ...hidden, items: [...new Set([...hidden.items, item])] } }
}

/** The item on the screen, if a statement is. */
export function itemAt(form: Form): string | undefined {
  return 'place' in form && form.place.at === 'statement'
    ? form.sheet.outline.items[form.place.n - 1]
    : undefined
}

/** Whether Continue has somewhere to go: a statement needs an answer or a skip first. */
export function mayContinue(form: Form): boolean {
  if (form.state !== 'answering' || form.place.at === 'review') return false
  const item = itemAt(form)
  return item === undefined || form.sheet.answers[item] !== undefined
}

function give(form: Answering, item: string, given: Given): Answering {
  if (form.sheet.answers[item] === given) return form
  const answers = { ...form.sheet.answers, [item]: given }
  return { ...form, sheet: hiding({ ...form.sheet, answers }, item) }
}

function skip(form: Answering): Form {
  if (form.place.at === 'review') return form
  const item = itemAt(form)
  const left =
    item === undefined ? { ...form, sheet: { ...form.sheet, topics: [] } } : give(form, item, 'skipped')
  return { ...left, place: after(form.sheet, form.place) }
}

function after(sheet: Sheet, place: Place): Place {
  if (place.at !== 'statement' || place.changing) return { at: 'review' }
  return place.n < sheet.outline.items.length ? { ...place, n: place.n + 1 } : { at: 'topics' }
}

function before(sheet: Sheet, place: Place): Place {
  if (place.at === 'review') return { at: 'topics' }
  if (place.at === 'topics') return { at: 'statement', n: sheet.outline.items.length, changing: false }
  return place.changing ? { at: 'review' } : { ...place, n: Math.max(1, place.n - 1) }
}

function reopen(form: Answering, item: string): Form {
  const n = form.sheet.outline.items.indexOf(item) + 1
  return n > 0 ? { ...form, place: { at: 'statement', n, changing: true } } : form
}

function toggle(sheet: Sheet, item: string): Sheet {
  if (sheet.topics.includes(item)) return { ...sheet, topics: sheet.topics.filter(topic => topic !== item) }
  const full = sheet.topics.length >= MOST_TOPICS || !sheet.outline.items.includes(item)
  return full ? sheet : { ...sheet, topics: [...sheet.topics, item] }
}
