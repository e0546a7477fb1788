// What must be on a tablet's disk, by what was tapped and by what the screen has said was kept.

import type { Payload } from '../../../src/envelope/payload.ts'
import type { End, Form } from '../../../src/form/form.ts'
import type { Lying } from './lying.ts'

type Open = Extract<Form, { state: 'answering' | 'stopping' }>

/** How a form is on its way out; `said` once the screen has. */
interface Leaving {
  readonly by: 'sealing' | 'erasing'
  readonly end?: End
  said: boolean
  /** Once it was asked to be taken back with its slip. */
  back?: { said: boolean }
}

/** One form: as the screen last said that it is kept, then after each tap since. */
interface Held {
  /** Undefined until the first statement was seen. */
  id: string | undefined
  window: Open[]
  leaving: Leaving | undefined
  /** Wrong tries at its pictures that the screen has counted. */
  misses: number
  /** Whether its pictures hide what was chosen to talk about before them. */
  hides: boolean
}

/** What a look at the disk showed. `missing` are taps that had been made, and that no screen had called kept. */
export interface Looked {
  readonly missing: number
  /** Forms whose last tap was not said to be kept. */
  readonly inFlight: number
  readonly sealed: number
  readonly unsealed: number
  readonly erased: number
  readonly takenBack: number
}

export interface Oracle {
  /** The forms that wait, by the ids of their drafts. */
  ids(): string[]
  /** The form of a draft, as it was last tapped. */
  form(id: string): Open
  begins(form: Open): Held
  taps(held: Held, form: Open): void
  says(held: Held): void
  leaves(held: Held, by: Leaving['by'], end?: End): Leaving
  held(id: string): Held
  /** Holds the disk against it. Throws a list of what is wrong. */
  look(found: Lying, open: (bytes: Uint8Array<ArrayBuffer>) => Promise<Payload>): Promise<Looked>
  /** The ids of every envelope that was sealed, each with what it must hold. */
  readonly sealed: ReadonlyMap<string, string>
}

/** Everything that was said, and where the form is. */
function told(form: Form | undefined): string {
  if (!form || !('place' in form)) return 'nothing'
  const { sheet, place } = form
  const answers = sheet.outline.items.map(item => sheet.answers[item] ?? null)
  return JSON.stringify([answers, sheet.topics, sheet.pictures, place.at, place.at === 'statement' && place])
}

/** What a sealed form must hold. */
const inside = ({ sheet }: Open, end: End | undefined): string =>
  JSON.stringify([sheet.outline.items.map(item => sheet.answers[item] ?? null), sheet.topics, end])

const within = ({ given, topics, end }: Payload): string => JSON.stringify([given, topics, end])

const last = ({ window }: Held): Open => {
  const form = window.at(-1)
  if (!form) throw new Error('a form without a beginning')
  return form
}

export function createOracle(): Oracle {
  let forms: Held[] = []
  const sealed = new Map<string, string>()

  const held = (id: string): Held => {
    const found = forms.find(one => one.id === id)
    if (!found) throw new Error(`no form ${id}`)
    return found
  }

  /** One form against the disk; what is wrong goes into `faults`. */
  function weigh(one: Held, found: Lying, fresh: Map<string, string>, faults: string[]) {
    const strangers = [...found.drafts.keys()].filter(id => !forms.some(other => other.id === id))
    const begun = one.id !== undefined
    one.id ??= strangers[0]
    const there = one.id !== undefined && found.drafts.has(one.id)
    const { leaving } = one
    const pair = leaving?.by === 'sealing' ? inside(last(one), leaving.end) : undefined
    const envelope = [...fresh].find(([, content]) => content === pair)?.[0]
    if (there) {
      const lies = told(one.id === undefined ? undefined : found.drafts.get(one.id))
      const at = one.window.findLastIndex(form => told(form) === lies)
      if (at < 0) faults.push(`kept ${one.window.map(told).join(' or ')}, and on the disk is ${lies}`)
      const misses = found.misses.get(one.id ?? '') ?? 0
      if (misses < one.misses)
        faults.push(`${one.misses} wrong tries were counted, and ${misses} are on the disk`)
      one.misses = misses
      if (leaving?.said) faults.push(`a form is still here after its ${leaving.by} was said`)
      if (envelope) faults.push('a form is both a draft and an envelope')
      return { at, gone: undefined }
    }
    if (leaving?.by === 'erasing') return { at: 0, gone: 'erased' as const }
    if (leaving?.back && !envelope) return { at: 0, gone: 'taken back' as const }
    if (leaving?.back?.said) faults.push('a form is still here after it was taken back')
    if (envelope) {
      sealed.set(envelope, fresh.get(envelope) ?? '')
      fresh.delete(envelope)
      return { at: 0, gone: 'sealed' as const }
    }
    if (begun) faults.push(`a form is gone: ${told(last(one))}`)
    return { at: 0, gone: 'never begun' as const }
  }

  return {
    sealed,
    held,
    ids: () => forms.flatMap(({ id, leaving }) => (id === undefined || leaving ? [] : [id])),
    form: id => last(held(id)),
    begins(form) {
      const one: Held = { id: undefined, window: [form], leaving: undefined, misses: 0, hides: false }
      forms.push(one)
      return one
    },
    taps: (one, form) => void one.window.push(form),
    says(one) {
      one.window = [last(one)]
    },
    leaves(one, by, end) {
      one.leaving = end ? { by, end, said: false } : { by, said: false }
      return one.leaving
    },
    async look(found, open) {
      const faults: string[] = []
      const fresh = new Map<string, string>()
      for (const { id, bytes } of found.outbox) if (bytes) fresh.set(id, within(await open(bytes)))
      for (const id of sealed.keys())
        if (!found.outbox.some(one => one.id === id)) faults.push(`an envelope is gone: ${id}`)
      const looked = { missing: 0, inFlight: 0, sealed: 0, unsealed: 0, erased: 0, takenBack: 0 }
      const stay: Held[] = []
      for (const one of forms) {
        const { at, gone } = weigh(one, found, fresh, faults)
        if (gone === 'sealed') looked.sealed += 1
        if (gone === 'erased') looked.erased += 1
        if (gone === 'taken back') looked.takenBack += 1
        if (gone) continue
        if (one.leaving?.by === 'sealing') looked.unsealed += 1
        if (one.window.length > 1) looked.inFlight += 1
        looked.missing += one.window.length - 1 - Math.max(0, at)
        const form = one.window[Math.max(0, at)]
        stay.push({ ...one, window: form ? [form] : one.window, leaving: undefined })
      }
      forms = stay
      const known = forms.map(({ id }) => id)
      for (const id of found.drafts.keys())
        if (!known.includes(id)) faults.push(`a draft that nobody began: ${id}`)
      for (const [id, content] of fresh) faults.push(`an envelope that nobody sealed: ${id} ${content}`)
      if (faults.length > 0) throw new Error(faults.join('\n'))
      return looked
    },
  }
}
