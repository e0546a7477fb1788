// What of a form whoever is here now may see: after a break nothing of what was said before it, unless its pictures
// were tapped; and beside a helper nothing of what was left.

import type { Form } from '../form/form.ts'
import { type Event, itemAt, step } from '../form/step.ts'

/** A form as a screen shows it: without the answers from before a break, until they are given again. */
export interface View {
  readonly form: Form
  readonly veiled: ReadonlySet<string>
  readonly topicsVeiled: boolean
}

/** A form from before a break, as whoever is here now may see it. */
export function veil(form: Form): View {
  const { answers = {}, topics = [] } = 'sheet' in form ? form.sheet : {}
  return { form, veiled: new Set(Object.keys(answers)), topicsVeiled: topics.length > 0 }
}

/**
 * A form whose two pictures were tapped, as it was left: but what was there before whoever chose them stays veiled, and
 * beside a helper nobody looks through it all the same.
 */
export const lift = (form: Form): View =>
  'sheet' in form && form.sheet.helper === 'nobody'
    ? { form, veiled: new Set(form.sheet.hidden?.items), topicsVeiled: form.sheet.hidden?.topics ?? false }
    : veil(form)

/** The form of a view as it is put away: the pictures that may be chosen now never show what was veiled. */
export function leaveBehind({ form, veiled, topicsVeiled }: View): Form {
  if (!('place' in form) || form.sheet.pictures || form.sheet.resumed === undefined) return form
  return { ...form, sheet: { ...form.sheet, hidden: { items: [...veiled], topics: topicsVeiled } } }
}

/** The view after an event. A new answer is the person's own and is shown; topics are chosen anew after a break. */
export function unveiled(view: View, event: Event): View {
  const { form } = view
  const item = event.type === 'choose' ? event.item : event.type === 'skip' ? itemAt(form) : undefined
  const veiled = item !== undefined && view.veiled.has(item) ? without(view.veiled, item) : view.veiled
  const anew = view.topicsVeiled && (event.type === 'talk' || (event.type === 'skip' && item === undefined))
  const earlier = anew && 'sheet' in form ? form.sheet.topics : []
  const cleared = earlier.reduce((now, topic) => step(now, { type: 'talk', item: topic }), form)
  return behind(form, { form: step(cleared, event), veiled, topicsVeiled: view.topicsVeiled && !anew })
}

/** Beside a helper, what was said is not shown again once it is left: nobody can look through a form with them. */
function behind(before: Form, view: View): View {
  const { form } = view
  if (!('place' in before && 'place' in form) || form.sheet.helper === 'nobody') return view
  if (before.place.at === form.place.at && itemAt(before) === itemAt(form)) return view
  const topicsVeiled = view.topicsVeiled || before.place.at === 'topics'
  return { ...veil(form), topicsVeiled }
}

const without = (items: ReadonlySet<string>, item: string): ReadonlySet<string> =>
  new Set([...items].filter(one => one !== item))
