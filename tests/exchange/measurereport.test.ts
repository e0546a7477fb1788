// Releases as FHIR: what a trust's own systems read, and no figure that the release itself hides.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measure } from '../../src/exchange/fhir/measure.ts'
import { type MeasureReport, measureReport, rollUpReport } from '../../src/exchange/fhir/measurereport.ts'
import type { Concept, Population } from '../../src/exchange/fhir/types.ts'
import { evaluation } from '../../src/instrument/evaluation.ts'
import type { Release } from '../../src/results/release.ts'
import { type RolledDistribution, rollUp } from '../../src/results/rollup.ts'
import type { Cell } from '../../src/results/suppress.ts'
import { brokenDown, large, named, releaseOf, rolledUp, small, totalsOf } from './releases.ts'
import { faults, leaves } from './valid.ts'

const base = 'https://voice.example/fhir'
const reportOf = (release: Release): MeasureReport => measureReport(base, named(release))
const rolled = (all: readonly Release[]): MeasureReport[] => rolledUp(all).map(one => rollUpReport(base, one))

const codeOf = ({ coding = [] }: Concept): string => coding[0]?.code ?? ''
const figure = (report: MeasureReport, item: string, code: string): Population | undefined =>
  report.group.find(group => codeOf(group.code) === item)?.population.find(one => codeOf(one.code) === code)

/** The numbers of a report, in their order. */
const numbers = (report: MeasureReport): number[] =>
  leaves(report).flatMap(([, leaf]) => (typeof leaf === 'number' ? [leaf] : []))

/** The numbers that may be in a report of figures. */
const allowed = ({ base, items, topics, columns }: Release | RolledDistribution): number[] =>
  items.flatMap(({ cells }, n) => {
    const row = [...columns.map(column => cells[column]), topics[n]?.cell]
    return [
      base,
      ...row.flatMap(cell =>
        cell?.kind === 'shown' ? [cell.forms] : cell?.kind === 'between' ? [cell.least, cell.most] : [],
      ),
    ]
  })

describe('a release as a MeasureReport', () => {
  it.each([
    ['with bands', small],
    ['without', large],
    ['broken down', brokenDown],
  ])('is valid R4 %s', (_, release) => {
    const report = reportOf(release)
    expect(faults(report)).toEqual([])
    expect([report.type, report.period.end, report.meta]).toEqual(['summary', release.due, undefined])
    expect(report.group.length).toBe(23)
  })

  it('refers to the Measure by its address and version, and to nothing that the Measure does not have', () => {
    const about = measure(base, evaluation)
    for (const release of [small, large, brokenDown]) {
      const report = reportOf(release)
      expect(report.measure).toBe(`${about.url}|${about.version}`)
      for (const [n, group] of report.group.entries()) {
        const known = about.group[n]
        expect(group.code).toEqual(known?.code)
        expect(known?.population.map(({ code }) => code)).toEqual(
          expect.arrayContaining(group.population.map(({ code }) => code)),
        )
        expect(known?.stratifier.map(({ code }) => code)).toEqual(
          expect.arrayContaining((group.stratifier ?? []).flatMap(({ code }) => code)),
        )
      }
    }
  })

  it('says of a band that it is masked and what its words are, and has no count', () => {
    expect(figure(reportOf(small), 'eval-01', 'sometimes')).toEqual({
      code: expect.anything(),
      _count: {
        extension: [
          { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' },
          { url: `${base}/StructureDefinition/band`, valueString: 'all or nearly all' },
        ],
      },
    })
  })

  it('holds no figure of a banded or suppressed cell anywhere, whatever people said', () => {
    fc.assert(
      fc.property(totalsOf(8, 24), totals => {
        const release = releaseOf(totals)
        const report = reportOf(release)
        expect(numbers(report)).toEqual(allowed(release))
        for (const { id, cells } of release.items)
          for (const [column, cell] of Object.entries<Cell>(cells))
            expect(figure(report, id, column)?.count).toBe(cell.kind === 'shown' ? cell.forms : undefined)
      }),
    )
  })

  it('holds no figure in words either: two releases of other figures read alike', () => {
    const words = (report: MeasureReport) =>
      leaves(report).flatMap(([, leaf]) => (typeof leaf === 'string' && /\d/.test(leaf) ? [leaf] : []))
    const fewer = {
      ...large,
      base: 29,
      items: large.items.map(({ id, cells }) => ({ id, cells: blank(cells) })),
    }
    expect(words(reportOf(fewer))).toEqual(words(reportOf(large)))
  })

  it('tells forms apart only where the release does, each part with its own base', () => {
    expect(reportOf(large).group.some(({ stratifier }) => stratifier)).toBe(false)
    const [first] = reportOf(brokenDown).group
    expect(first?.stratifier?.map(({ code }) => code.map(codeOf))).toEqual([['supporter']])
    expect(
      first?.stratifier?.[0]?.stratum.map(({ value, population }) => [value.text, population[0]?.count]),
    ).toEqual([
      ['nobody or not known', 60],
      ['somebody', 60],
    ])
  })
})

describe('a roll-up as a MeasureReport', () => {
  it('is valid R4, from its first day to its last', () => {
    for (const report of rolled([small, large, brokenDown])) {
      expect(faults(report)).toEqual([])
      expect(report.meta?.tag.map(({ code }) => code)).toEqual(['HTEST'])
      expect(report.period).toEqual({ start: '2026-03-01', end: '2026-09-01' })
    }
  })

  it('has no count where a release hides its part, and nothing but what is between', () => {
    fc.assert(
      fc.property(fc.array(totalsOf(8, 24), { minLength: 1, maxLength: 3 }), all => {
        const releases = all.map(totals => releaseOf(totals))
        expect(rolled(releases).map(numbers)).toEqual(rollUp(releases).map(allowed))
      }),
    )
    const [report] = rolled([small, large])
    expect(report && figure(report, 'eval-01', 'sometimes')?._count?.extension[0]?.valueCode).toBe('masked')
  })
})

const blank = (cells: Release['items'][number]['cells']): Release['items'][number]['cells'] => ({
  ...cells,
  sometimes: { kind: 'shown', forms: 3 },
  'all-the-time': { kind: 'shown', forms: 17 },
})
