import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { plainManner } from '../../src/form/form.ts'
import { start, step } from '../../src/form/step.ts'
import { evaluation } from '../../src/instrument/evaluation.ts'
import type { Instrument } from '../../src/instrument/instrument.ts'
import { chapters, leaderActions, type Part, publisher, tips } from '../../src/instrument/model.ts'
import { readiness } from '../../src/instrument/readiness.ts'
import { source } from '../../src/instrument/source.ts'
import { wordsOf } from '../fixtures/booklet.ts'

const fixture = (name: string) => readFileSync(new URL(`../fixtures/rrn/${name}`, import.meta.url), 'utf8')
const checked = JSON.parse(fixture('instruments.json'))

/** The extraction breaks lines within sentences and marks italics with stars; every other character counts. */
const flat = (text: string) => text.replaceAll('*', '').replace(/\s+/g, ' ')
const booklet = flat(fixture('rrn-relational-model.txt'))
const texts = (list: { text: string }[]) => list.map(({ text }) => text)

describe('the Evaluation', () => {
  it('is the RRN’s own, character for character, so that people answer what was asked', () => {
    const { id, title, intro, stem, scale, items } = checked.evaluation
    expect({ ...evaluation, items: evaluation.items.map(({ id, text }) => ({ id, text })) }).toMatchObject({
      id,
      title,
      intro,
      stem,
      choices: scale.map(({ code, label }: { code: string; label: string }) => ({ code, label })),
      items: items.map(({ id, text }: { id: string; text: string }) => ({ id, text })),
    })
    expect(evaluation.items.length).toBe(23)
  })

  it('has the five groups of the checked data, every item in exactly one', () => {
    const domains = checked.evaluation.domains as { id: string; label: string; itemIds: string[] }[]
    expect(evaluation.groups).toEqual(
      domains.map(({ id, label, itemIds }) => ({ id, label, items: itemIds })),
    )
    const grouped = evaluation.groups.flatMap(group => [...group.items])
    expect(grouped.toSorted()).toEqual(evaluation.items.map(item => item.id))
  })

  it('stands in the booklet word for word', () => {
    const all = [...texts([...evaluation.items]), evaluation.stem, ...evaluation.intro, evaluation.title]
    for (const text of all) expect(booklet).toContain(flat(text))
  })

  it('asks the same when eval-04 is found to belong elsewhere: only groups change', () => {
    const groups = evaluation.groups.map(group => ({
      ...group,
      items: group.items.filter(item => item !== 'eval-04') as string[],
    }))
    groups[0]?.items.push('eval-04')
    const moved: Instrument = { ...evaluation, groups }
    const { groups: _, ...rest } = moved
    const { groups: __, ...before } = evaluation
    expect(rest).toEqual(before)
    const form = (one: Instrument) => {
      const outline = { instrument: one.id, version: one.version, items: one.items.map(item => item.id) }
      return step(start(outline, 'en', plainManner, 'nobody'), { type: 'skip' })
    }
    expect(form(moved)).toEqual(form(evaluation))
  })
})

describe('the Readiness Checker', () => {
  it('is the RRN’s own, character for character, quirks included', () => {
    const { title, intro, headings, dimensions, activities } = checked.readinessChecker
    expect(readiness.title).toBe(title)
    expect(readiness.intro).toBe(intro)
    expect(readiness.activityHeading).toBe(headings.activityColumnAsPrinted)
    expect(readiness.commitmentHeading).toBe(headings.commitmentHeading)
    const plain = (one: { id: string; label: string }) => ({ id: one.id, label: one.label })
    expect(readiness.dimensions).toEqual(dimensions.map(plain))
    type Question = { id: string; dimensionId: string; text: string }
    expect(readiness.activities).toEqual(
      activities.map((activity: { id: string; label: string; questions: Question[] }) => ({
        ...plain(activity),
        questions: activity.questions.map(({ id, dimensionId, text }) => ({
          id,
          dimension: dimensionId,
          text,
        })),
      })),
    )
    expect(readiness.activities.flatMap(activity => activity.questions).length).toBe(21)
  })

  it('stands in the booklet word for word', () => {
    const questions = readiness.activities.flatMap(activity => texts([...activity.questions]))
    const labels = readiness.activities.map(activity => activity.label)
    for (const text of [...questions, ...labels, readiness.activityHeading]) {
      expect(booklet).toContain(flat(text))
    }
  })
})

describe('what the booklet asks of staff and leaders', () => {
  it.each([
    ['six tips', tips, checked.tipsFrontLine],
    ['six actions of leaders', leaderActions, checked.leaderActions],
  ])('is %s, character for character, so that an action quotes the RRN and not us', (_what, ours, theirs) => {
    const { title, items } = theirs as { title: string; items: { id: string; text: string }[] }
    expect(ours).toEqual({ title, ideas: items.map(({ id, text }) => ({ id, text })) })
    expect(ours.ideas.length).toBe(6)
    for (const text of [ours.title, ...texts([...ours.ideas])]) expect(booklet).toContain(flat(text))
  })
})

const page = (id: string) => chapters.find(one => one.id === id)?.parts ?? []
const of = <Is extends Part['is']>(id: string, is: Is) =>
  page(id).filter((part): part is Extract<Part, { is: Is }> => part.is === is)

describe('the pages of the model', () => {
  const written = chapters.flatMap(({ over, title, parts }) => [over ?? '', title, ...parts.flatMap(wordsOf)])
  // The address of the Care Act is printed once; the extraction adds where it leads.
  const printed = flat(fixture('rrn-relational-model.txt').replace(/\[([^\]]+)\]\([^)]+\)/g, '$1'))

  it('stand in the booklet word for word, so that nobody reads our thoughts as the RRN’s', () => {
    expect(written.length).toBeGreaterThan(70)
    for (const text of [...written, publisher]) expect(printed).toContain(flat(text))
  })

  it('leave out nothing of what the booklet says before and after its two checks', () => {
    const ours = flat([...written, ...Object.values(source), publisher].join('\n'))
    const lines = fixture('rrn-relational-model.txt').split('\n')
    const at = (heading: string) => lines.indexOf(heading)
    const before = lines.slice(at('## Introduction'), at('# RRN Readiness Checker'))
    const said = [...before, ...lines.slice(at('# References'))]
      .map(line => line.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1').replace(/^(#+|- \d|-|\*\*\d\*\*) /, ''))
      .map(line => flat(line).replace(/[“”]/g, '').trim())
      .filter(line => /\p{L}/u.test(line))
    expect(said.length).toBeGreaterThan(70)
    // The licence and the publisher stand on one line there.
    const licensed = (line: string) => line.startsWith('This work is licensed')
    expect(said.filter(line => !licensed(line) && !ours.includes(line))).toEqual([])
    expect(said.filter(licensed)).toEqual([`${source.licence} ${publisher}`])
  })

  it('come in the order of the booklet, each under its own title', () => {
    const places = chapters.map(({ title }) => booklet.lastIndexOf(flat(title)))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(new Set(chapters.map(({ id }) => id)).size).toBe(chapters.length)
  })

  it('say what the checked data says: powers, benefits, barriers, Luca’s words, references', () => {
    const [powers] = of('power', 'powers')
    expect(powers?.of).toEqual(
      checked.power.map(({ id, label, text }: Record<string, string>) => ({ id, title: label, text })),
    )
    expect(powers?.cite).toBe(checked.powerAttribution)
    const cited = of('benefits', 'quote').map(({ text, cite }) => ({
      text,
      cite: cite?.replace(/[()]/g, ''),
    }))
    expect(cited).toEqual(checked.benefits)
    expect(of('control', 'list')[0]?.of).toEqual(checked.barriersToRealControl)
    expect(of('control', 'quote').map(({ text }) => text)).toEqual(texts(checked.luca))
    const references = checked.references.map((one: string) => one.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1'))
    expect(of('references', 'list')[0]?.of).toEqual(references)
  })

  it('name three levels and seven activities, none above another', () => {
    expect(of('coproduction', 'equal')[0]?.of).toEqual(checked.levels.fromNextParagraph)
    const activities = checked.readinessChecker.activities.map(({ label }: { label: string }) => label)
    expect(of('model', 'equal')[0]?.of).toEqual(activities)
    expect(activities.length).toBe(7)
  })
})

describe('the source', () => {
  it('is named as the booklet asks, so that nobody takes these words for ours', () => {
    expect(source.citation).toBe(checked.source.citation)
    expect(source.title).toBe(checked.source.title)
    expect(source.licence).toBe(checked.source.licence.statement)
  })

  it('says what a task or project is in the booklet’s own words, so that ours can stand beside them', () => {
    expect(booklet).toContain(`eg ${source.meaning}.`)
  })
})
