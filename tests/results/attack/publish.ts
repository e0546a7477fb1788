// Everything that is published about an organisation: by the real engine, and by one that looks at each base alone.

import { evaluation } from '../../../src/instrument/evaluation.ts'
import { distribution } from '../../../src/results/distribution.ts'
import { type By, type How, howOf, ladder } from '../../../src/results/how.ts'
import { rollUp } from '../../../src/results/rollup.ts'
import { band } from '../../../src/results/suppress.ts'
import { type Counted, carriesAnswer, tabulate } from '../../../src/results/tabulate.ts'
import type { Batch, Organisation, Spoken } from './organisation.ts'
import { read, readCell, type Told } from './told.ts'

/** Numbers the groups of forms that a reader can tell apart: what came when, is in which release, was filled in how. */
class Groups {
  readonly #numbers = new Map<string, number>()
  readonly #of = new Map<Spoken, number>()

  constructor({ batches, waiting }: Organisation) {
    for (const [n, { forms }] of batches.entries()) for (const one of forms) this.#put(one, n)
    for (const one of waiting) this.#put(one, -1)
  }

  #put(one: Spoken, release: number): void {
    const name = JSON.stringify([release, one.box, one.service, one.month, filledIn(one)])
    const number = this.#numbers.get(name) ?? this.#numbers.size
    this.#numbers.set(name, number)
    this.#of.set(one, number)
  }

  of(forms: readonly Spoken[]): Set<number> {
    return new Set(forms.flatMap(one => (carriesAnswer(one.form) ? (this.#of.get(one) ?? []) : [])))
  }
}

type Part = readonly [name: string, of: (how: How) => boolean]

const filledIn = ({ form, paper }: Spoken) => howOf(form, paper ? 'on paper' : undefined)

const inPart = (one: Spoken, [, isOf]: Part): boolean => {
  const how = filledIn(one)
  return how !== undefined && isOf(how)
}

/**
 * Where and when figures are rolled up: a ward's box, a service, all of it; a quarter, a year, all time, and the days that
 * somebody asks for; and the points of a chart, a month of more than one box. A month of one box is its release.
 */
function* scopes<One extends { box: number; service: number; month: number }>(
  all: readonly One[],
  { from, until }: Organisation['asked'],
): Generator<readonly [string, readonly One[]]> {
  const where = [(one: One) => `box ${one.box}`, (one: One) => `service ${one.service}`, () => 'organisation']
  const asked = all.filter(({ month }) => month >= from && month <= until)
  for (const place of where) yield* Map.groupBy(asked, one => `${place(one)}, as asked`)
  for (const place of where.slice(1))
    for (const [name, some] of Map.groupBy(all, one => `${place(one)}, month ${one.month}`))
      if (some.some(({ box }) => box !== some[0]?.box)) yield [name, some]
  const when = [
    (one: One) => `quarter ${Math.floor(one.month / 3)}`,
    (one: One) => `year ${Math.floor(one.month / 12)}`,
    () => 'ever',
  ]
  for (const place of where)
    for (const time of when) yield* Map.groupBy(all, one => `${place(one)}, ${time(one)}`)
}

/** What the product publishes. */
export function published(organisation: Organisation): Told[] {
  const groups = new Groups(organisation)
  const { batches, asked } = organisation
  const releases = batches.flatMap((batch, n) => [
    read('release', `${n}`, groups.of(batch.forms), batch.release),
    ...(batch.release.breakdowns ?? []).flatMap(({ by, parts }) =>
      parts.map(part =>
        read('part', `${n} ${by}`, groups.of(formsOf(batch.forms, by, parts, part.is)), part),
      ),
    ),
  ])
  return [...releases, ...[...scopes(batches, asked)].flatMap(([name, some]) => rolledUp(name, some, groups))]
}

function rolledUp(name: string, some: readonly Batch[], groups: Groups): Told[] {
  const forms = some.flatMap(batch => batch.forms)
  return rollUp(some.map(batch => batch.release)).flatMap(rolled => [
    read('rollup', name, groups.of(forms), rolled),
    ...rolled.breakdowns.flatMap(({ by, parts }) =>
      parts.map(part =>
        read('rollup', `${name}, ${by}`, groups.of(formsOf(forms, by, parts, part.is)), part),
      ),
    ),
  ])
}

/** The forms of one part of a breakdown. */
function formsOf(
  forms: readonly Spoken[],
  by: By,
  parts: readonly { readonly is: string }[],
  is: string,
): readonly Spoken[] {
  const names = parts.map(part => part.is).join()
  const rung = ladder.flat().find(one => one.by === by && one.parts.join() === names)
  return forms.filter(one => inPart(one, [is, how => rung?.partOf(how) === is]))
}

/** What a careless house looks at by itself: roll-ups, the parts of breakdowns, or each topic. */
export type Careless = 'roll-ups' | 'breakdowns' | 'topics'

/**
 * What would be published without complementary suppression: a roll-up is the sum of all forms that came there and then; every
 * part of every breakdown is told that has a base of its own; every topic has its band, whatever the others say.
 */
export function careless(organisation: Organisation, of: Careless): Told[] {
  const groups = new Groups(organisation)
  const { batches, waiting, threshold, asked } = organisation
  const told = published(organisation)
  if (of === 'topics') return told.map(one => (one.kind === 'release' ? bandedAlone(one, batches) : one))
  if (of === 'roll-ups') {
    const all = [...batches.flatMap(({ forms }) => forms), ...waiting]
    const rolled = [...scopes(all, asked)].flatMap(([name, some]) => exact(name, some, threshold, groups))
    return [...told.filter(({ kind }) => kind !== 'rollup'), ...rolled]
  }
  const part = (name: string, forms: readonly Spoken[]) => {
    const totals = tabulate(
      evaluation,
      forms.map(({ form }): Counted => form),
    )
    return totals.base < threshold ? [] : [read('part', name, groups.of(forms), distribution(totals))]
  }
  const parts = batches.flatMap(({ forms }, n) =>
    ladder.flatMap(([finest]) =>
      (finest?.parts ?? []).flatMap(is =>
        part(
          `${n} ${finest?.by}`,
          forms.filter(one => inPart(one, [is, how => finest?.partOf(how) === is])),
        ),
      ),
    ),
  )
  return [...told.filter(({ kind }) => kind !== 'part'), ...parts]
}

function bandedAlone(table: Told, batches: readonly Batch[]): Told {
  const { forms = [] } = batches[Number(table.name)] ?? {}
  const { base, topics } = tabulate(
    evaluation,
    forms.map(({ form }): Counted => form),
  )
  const cells = Object.values(topics).map(figure => readCell(band(figure, base), base))
  return { ...table, topics: cells, full: false }
}

function exact(name: string, forms: readonly Spoken[], threshold: number, groups: Groups): Told[] {
  const { base, items, topics } = tabulate(
    evaluation,
    forms.map(({ form }): Counted => form),
  )
  if (base < threshold) return []
  const shown = (figure: number) => ({ kind: 'shown' as const, forms: figure })
  return [
    read('rollup', name, groups.of(forms), {
      base,
      items: Object.entries(items).map(([id, counts]) => ({
        id,
        cells: {
          'not-at-all': shown(counts['not-at-all']),
          sometimes: shown(counts.sometimes),
          'all-the-time': shown(counts['all-the-time']),
          'no-answer': shown(counts.skipped + counts.unreached),
        },
      })),
      topics: Object.entries(topics).map(([id, figure]) => ({ id, cell: shown(figure) })),
    }),
  ]
}
