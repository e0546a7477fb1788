// A made-up organisation over three years: its wards open, close and move, are counted together, are small or unanimous.

import type { Given, Helper } from '../../../src/form/form.ts'
import { evaluation } from '../../../src/instrument/evaluation.ts'
import { type Release, release } from '../../../src/results/release.ts'
import { type Counted, tally } from '../../../src/results/tabulate.ts'
import type { Chance } from '../../faults/chance.ts'

export const MONTHS = 36

/** The day on which the month's boxes are counted. */
export const dayOf = (month: number): string =>
  `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`

/** A form as the server had it: the box and service it came to, the month of the first count that could take it. */
export interface Spoken {
  readonly form: Required<Counted>
  readonly paper: boolean
  readonly box: number
  readonly service: number
  readonly month: number
}

/** What one count opened and published. */
export interface Batch {
  readonly box: number
  readonly service: number
  readonly month: number
  readonly forms: readonly Spoken[]
  readonly release: Release
}

/** Everything that happened: the counts, and the forms that still wait where there never were enough. */
export interface Organisation {
  readonly threshold: number
  readonly batches: readonly Batch[]
  readonly waiting: readonly Spoken[]
  /** From which month until which somebody asks for its figures: any days can be asked for. */
  readonly asked: { readonly from: number; readonly until: number }
}

interface Ward {
  readonly opens: number
  readonly closes: number
  /** Where it is from a month on: a ward that moves gets another box. */
  readonly stays: readonly { readonly from: number; readonly service: number; readonly box: number }[]
  /** Forms a month, at the most. */
  readonly size: number
  readonly person: () => Required<Counted>
}

/** Lives three years, counting every month through the real engine. */
export function live(chance: Chance): Organisation {
  const threshold = chance.one([8, 10, 10, 12])
  const wards = found(chance)
  const lying = new Map<number, Spoken[]>()
  const late: Spoken[] = []
  const batches: Batch[] = []
  for (let month = 0; month < MONTHS; month++) {
    for (const one of [...late.splice(0), ...wards.flatMap(ward => arrivals(ward, month, chance))])
      if (chance.often(0.1)) late.push({ ...one, month: month + 1 })
      else lying.set(one.box, [...(lying.get(one.box) ?? []), one])
    for (const [box, all] of lying) {
      // Some are taken back while they wait.
      const forms = all.filter(() => !chance.often(0.02))
      lying.set(box, forms)
      const made = count(forms, month, threshold)
      if (made === undefined) continue
      batches.push({ box, service: forms[0]?.service ?? 0, month, forms, release: made })
      lying.set(box, [])
    }
  }
  const from = chance.below(MONTHS)
  const asked = { from, until: from + chance.below(MONTHS - from) }
  return { threshold, batches, waiting: [...lying.values()].flat(), asked }
}

function count(forms: readonly Spoken[], month: number, threshold: number): Release | undefined {
  if (forms.length < threshold) return undefined
  const sums = tally(evaluation)
  for (const { form, paper } of forms) sums.add(form, paper ? 'on paper' : undefined)
  return release(evaluation, sums.totals(), dayOf(month), threshold)
}

function found(chance: Chance): Ward[] {
  const services = 1 + chance.below(3)
  let boxes = 0
  const wards: Ward[] = []
  for (let n = 1 + chance.below(4); n > 0; n--) {
    const opens = chance.often(0.6) ? 0 : chance.below(24)
    const last = wards.at(-1)?.stays[0]
    const first =
      last && chance.often(0.2)
        ? { ...last, from: opens }
        : { from: opens, service: chance.below(services), box: boxes++ }
    const moved = { from: opens + 3 + chance.below(20), service: chance.below(services), box: boxes++ }
    wards.push({
      opens,
      closes: chance.often(0.7) ? MONTHS : opens + 2 + chance.below(20),
      stays: chance.often(0.3) ? [moved, first] : [first],
      size: chance.one([2, 4, 8, 12, 20, 20, 40, 130]),
      person: person(chance),
    })
  }
  return wards
}

function arrivals({ opens, closes, stays, size, person }: Ward, month: number, chance: Chance): Spoken[] {
  const at = stays.find(({ from }) => from <= month)
  if (!at || month < opens || month >= closes) return []
  const { box, service } = at
  return Array.from({ length: chance.below(size + 1) }, () => {
    return { form: person(), paper: chance.often(0.02), box, service, month }
  })
}

const ids = evaluation.items.map(({ id }) => id)
const choices: readonly Given[] = ['not-at-all', 'sometimes', 'all-the-time', 'skipped']
const helpers: readonly Helper[] = ['advocate', 'interpreter', 'peer', 'family', 'staff', 'other']

/** People of one ward: on some everybody says the same, on others most do, and some wards are helped and some are not. */
function person(chance: Chance): () => Required<Counted> {
  const usual = chance.one(choices.slice(0, 3))
  const own = chance.one([0, 0.05, 0.4, 1])
  const stops = chance.one([0, 0.1, 0.3])
  const themes = Array.from({ length: 3 }, () => chance.shuffled(ids).slice(0, 3))
  const helped = chance.one([0, 0.05, 0.3, 0.5])
  const some = chance.shuffled(helpers).slice(0, 1 + chance.below(6))
  const easy = chance.one([0, 0.2, 0.5])
  const aloud = chance.one([0, 0.1, 0.5])
  return () => {
    const reached = chance.often(stops) ? 1 + chance.below(ids.length) : ids.length
    const words = chance.often(easy) ? 'easy' : 'standard'
    const original = words === 'standard' && chance.often(0.8)
    return {
      given: ids.map((_, n) => (n >= reached ? null : chance.often(own) ? chance.one(choices) : usual)),
      topics: reached < ids.length ? [] : chance.one([...themes, chance.shuffled(themes[0] ?? []).slice(1)]),
      helper: chance.often(helped) ? chance.one(some) : 'nobody',
      manner: { words, aloud: chance.often(aloud) },
      wording: { id: original ? 'en/original' : `cy/${words}` },
    }
  }
}
