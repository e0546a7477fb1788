// Why: leaders of a large trust give up on a page that takes long, and a page whose time grows with the number of forms tells
// it to whoever has a clock. Four hundred wards and five years of releases, every page of the office asked of a real server.

import { startPostgres } from '../fixtures/postgres.ts'
import type { Size } from './estate.ts'
import type { Bench, Growth, Report, Run, Table } from './harness/bench.ts'
import { percentile } from './harness/figures.ts'
import { inTurn, over, type Sample } from './harness/rounds.ts'
import { isBuilt, largest, opened } from './office/opened.ts'
import { rawAnswers } from './office/raw.ts'
import { answer, made, paths, served, type Trust } from './office/trusts.ts'

/** Forms in a release, of which there are 24,000. Both have every breakdown, so that what is shown is the same. */
const FORMS = { '100M answers': 180, '1,000M answers': 1800 } as const
type Many = keyof typeof FORMS

const ENGINES = ['SQLite', 'PostgreSQL'] as const
type Engine = (typeof ENGINES)[number]
type Name = `${Engine}, ${Many}`

const ME = '/api/office/me'
const RESULTS = '/api/office/results'

/** Milliseconds under which a tenth more or less is chance: such pages are compared all together. */
const SHORT = 2

/** Milliseconds for which a page is asked again and again, so that a short one is measured as well as a long one. */
const LEAST = 40

async function asking(trust: Trust, path: string): Promise<Sample> {
  const one = trust.asked.find(asked => asked.path === path)
  if (!one) throw new Error(`nobody asks for ${path}`)
  const began = performance.now()
  let times = 0
  do {
    await answer(trust.url, one)
    times += 1
  } while (performance.now() - began < LEAST)
  return { [path]: (performance.now() - began) / times }
}

const manys = Object.keys(FORMS) as Many[]
const names = ENGINES.flatMap(engine => manys.map(many => `${engine}, ${many}` as Name))

async function run({ quick, say }: Run): Promise<Report> {
  const size = quick ? { services: 4, wards: 40, months: 12 } : { services: 8, wards: 400, months: 60 }
  const rounds = quick ? 3 : 7
  const cluster = await startPostgres()
  const trusts = {} as Record<Name, Trust>
  try {
    for (const engine of ENGINES) {
      say(`Making two trusts: ${engine}`)
      const both = manys.map(many => ({
        name: `${engine}, ${many}` as Name,
        size: { ...size, forms: FORMS[many] },
        databaseUrl: engine === 'PostgreSQL' ? cluster.database() : undefined,
      }))
      const found = await Promise.all(both.map(made))
      for (const [n, one] of found.entries()) if (both[n]) trusts[both[n].name] = await served(one)
    }
    say('Asking for every page')
    const found = {} as Record<Name, Sample[]>
    for (const name of names) found[name] = []
    // Page by page, so that what is compared is asked within a second.
    for (const path of paths) {
      const ask = (name: Name) => [name, () => asking(trusts[name], path)] as const
      const all = Object.fromEntries(names.map(ask)) as Record<Name, () => Promise<Sample>>
      const samples = await inTurn(all, rounds, 1)
      for (const name of names) found[name].push(...samples[name])
    }
    say('Asking the same of answers kept one by one')
    const forms = quick ? 10_000 : 100_000
    const raw = await rawAnswers(cluster.database(), { wards: size.wards, months: size.months, forms })
    const ours = trusts['PostgreSQL, 100M answers']
    const results = ours.asked.filter(({ path }) => path === RESULTS)
    const ms = (ask: () => Promise<number>) => async () => ({ ms: await ask() })
    const shapes = await inTurn(
      {
        ...Object.fromEntries(Object.entries(raw.asks).map(([name, ask]) => [name, ms(ask)])),
        [OURS]: ms(async () => {
          const began = performance.now()
          for (const one of results) await answer(ours.url, one)
          return performance.now() - began
        }),
      },
      quick ? 2 : 5,
      1,
    )
    await raw.stop()
    const browser = isBuilt() ? await opened(trusts['SQLite, 100M answers'], quick ? 1 : 3) : []
    return report(found, shapes, browser, trusts, forms)
  } finally {
    for (const trust of Object.values(trusts)) await trust.stop()
    await cluster.stop()
  }
}

const OURS = 'Equal Voice: all that results show, over HTTP'

function report(
  found: Record<Name, Sample[]>,
  shapes: Record<string, Sample[]>,
  browser: readonly Sample[],
  trusts: Record<Name, Trust>,
  forms: number,
): Report {
  const kept = (many: Many) => trusts[`SQLite, ${many}`].kept
  const [few, lots] = [kept('100M answers'), kept('1,000M answers')]
  const pages: Table = {
    title: `Every page of an office: ${number(few.releases)} releases of ${number(few.forms)} and of ${number(lots.forms)} forms`,
    to: named(ME),
    columns: names.map(name => ({ name, unit: 'ms' })),
    rows: [ME, ...paths.filter(path => path !== ME)].map(path => ({
      name: named(path),
      figures: names.map(name => over(found[name], path)),
    })),
  }
  const raw: Table = {
    title: `An organisation's map of answers, of ${number(forms)} forms in PostgreSQL`,
    to: 'a row per ward and period with its counters',
    columns: [{ name: 'one question', unit: 'ms' }],
    rows: Object.entries(shapes).map(([name, samples]) => ({ name, figures: [over(samples, 'ms')] })),
  }
  const seen: Table = {
    title: 'The largest pages in Chromium, from asking until all of it is there (SQLite)',
    to: '/office',
    columns: [{ name: 'until read', unit: 'ms' }],
    rows: largest.map(path => ({ name: path, figures: [over(browser, path)] })),
  }
  const grown = ENGINES.map(engine => ({
    engine,
    ...growth(found[`${engine}, 100M answers`], found[`${engine}, 1,000M answers`]),
  }))
  const slow = names.map(name => ({ name, ...slowest(found[name]) }))
  return {
    tables: [pages, raw, ...(browser.length > 0 ? [seen] : [])],
    reaches: grown.map(({ engine, path, ratio }) => ({
      says: `${engine}: ten times the forms in as many releases, what grows most (${path})`,
      found: ratio,
      is: 'at most',
      limit: 1.2,
    })),
    learned: [
      'A release has eight forms at least, so that 24,000 are of more than four million answers. A hundred and a thousand million are compared: with fewer, releases have no breakdowns, and pages show less.',
      ...slow.map(({ name, path, ms }) => `${name}: the slowest page is ${path}, ${ms.toFixed(0)} ms.`),
      ...names.map(
        name =>
          `${name}: ${(trusts[name].first / 1000).toFixed(1)} s from the start of a process to the organisation's results.`,
      ),
    ],
  }
}

/**
 * What takes longer from some samples to others, and how many times: each page, but short ones together. What was asked within
 * a second is compared with each other, and of all rounds the middle one tells.
 */
function growth(
  from: readonly Sample[],
  to: readonly Sample[],
): { readonly path: string; readonly ratio: number } {
  const at = (samples: readonly Sample[], path: string) => over(samples, path)?.median ?? Number.NaN
  const [short, long] = [paths.filter(isShort), paths.filter(path => !isShort(path))]
  function isShort(path: string): boolean {
    return at(from, path) < SHORT && at(to, path) < SHORT
  }
  const sum = (samples: readonly Sample[]) => short.reduce((all, path) => all + at(samples, path), 0)
  const each = (samples: readonly Sample[], path: string) => samples.flatMap(one => one[path] ?? [])
  const middle = (path: string): number => {
    const later = each(to, path)
    const ratios = each(from, path).map((took, round) => (later[round] ?? Number.NaN) / took)
    return percentile(ratios, 0.5)
  }
  const all = [
    ...long.map(path => ({ path, ratio: middle(path) })),
    { path: `${short.length} pages of under ${SHORT} ms together`, ratio: sum(to) / sum(from) },
  ]
  return all.toSorted((a, b) => b.ratio - a.ratio)[0] ?? { path: '', ratio: Number.NaN }
}

function slowest(samples: readonly Sample[]): { readonly path: string; readonly ms: number } {
  const all = paths.map(path => ({ path, ms: over(samples, path)?.median ?? 0 }))
  return all.toSorted((a, b) => b.ms - a.ms)[0] ?? { path: '', ms: 0 }
}

/** The shortest page says of itself what it is: all others are put in proportion to it. */
const named = (path: string): string => (path === ME ? `a small page (${path})` : path)

const number = (n: number): string => n.toLocaleString('en-GB')

/** Ten times the forms in each release: from the start of a process to the organisation's results. */
async function grow({ quick, say }: Run): Promise<Growth> {
  const points: { work: number; took: number }[] = []
  for (const forms of [10, 100, 1000]) {
    say(`Fifty wards with a year of releases of ${forms} forms`)
    const size: Size = { services: 4, wards: quick ? 10 : 50, months: 12, forms }
    const trust = await served(await made({ size, databaseUrl: undefined }))
    await trust.stop()
    points.push({ work: forms, took: trust.first })
  }
  return { of: 'forms a release, until a process answers', unit: 'ms', points }
}

export const office: Bench = {
  name: 'office',
  why: 'A leader of a large trust reads five years of four hundred wards, and is not kept waiting for it.',
  limit:
    'What a page shows: its rows and their JSON. After a start, the JSON of all releases, which is read once.',
  run,
  grow,
}
