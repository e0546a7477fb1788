// The same question asked of answers that were kept one by one, in the shapes in which others keep them. Of the bench alone:
// the product keeps no answer. The question: of every month and statement, how many said each of the three answers.

import pg from 'pg'

/** How many of what lies in each of the shapes. */
export interface Raw {
  readonly wards: number
  readonly months: number
  readonly forms: number
}

const ITEMS = Array.from({ length: 23 }, (_, n) => n)
const CHOICES = [0, 1, 2] as const
// The answer of form f to statement i: any, as long as it is the same in every shape.
const said = (item: number | string) => `((f * 31 + (${item}) * 17 + f / 7 * (${item})) % 3)`

const counter = (item: number, choice: number) => `i${item}_${choice}`
const counters = ITEMS.flatMap(item => CHOICES.map(choice => counter(item, choice)))
const filters = ITEMS.flatMap(item =>
  CHOICES.map(choice => `count(*) filter (where a${item} = ${choice}) as ${counter(item, choice)}`),
)

/** The shapes by their names: how each is made of numbers, and how it is asked. Every question brings a month's counters. */
const shapes = ({ wards, months, forms }: Raw) => {
  const all = `(select f, f % ${wards} as ward, f / ${wards} % ${months} as month from generate_series(0, ${forms - 1}) f) x`
  const turned = (from: string) =>
    `select month, ${ITEMS.flatMap(item => CHOICES.map(choice => `sum(n) filter (where item = ${item} and answer = ${choice}) as ${counter(item, choice)}`)).join(', ')} from (${from}) x group by month order by month`
  return {
    'a row per ward and period with its counters': {
      make: [
        `create table totals as select ward, month, ${filters.join(', ')} from (select *, ${ITEMS.map(item => `${said(item)} as a${item}`).join(', ')} from ${all}) x group by ward, month`,
      ],
      ask: `select month, ${counters.map(one => `sum(${one}) as ${one}`).join(', ')} from totals group by month order by month`,
    },
    '23 columns a form': {
      make: [
        `create table wide as select ward::smallint, month::smallint, ${ITEMS.map(item => `${said(item)}::smallint as a${item}`).join(', ')} from ${all}`,
      ],
      ask: `select month, ${filters.join(', ')} from wide group by month order by month`,
    },
    'an array a form': {
      make: [
        `create table arrays as select ward::smallint, month::smallint, array[${ITEMS.map(item => `${said(item)}::smallint`).join(', ')}] as answers from ${all}`,
      ],
      ask: turned(
        'select month, item - 1 as item, answer, count(*) as n from arrays, unnest(answers) with ordinality as u(answer, item) group by 1, 2, 3',
      ),
    },
    'a row an answer': {
      make: [
        `create table answers as select f as form, ward::smallint, month::smallint, item::smallint, ${said('item')}::smallint as answer from ${all}, generate_series(0, 22) item`,
      ],
      ask: turned('select month, item, answer, count(*) as n from answers group by 1, 2, 3'),
    },
  }
}

/** A shape that can be asked: milliseconds of one question over the whole organisation. */
export type Ask = () => Promise<number>

/** Makes every shape. Throws where two of them answer differently, or where answers are missing. */
export async function rawAnswers(
  url: string,
  size: Raw,
): Promise<{ readonly asks: Readonly<Record<string, Ask>>; stop(): Promise<void> }> {
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  const asks: Record<string, Ask> = {}
  let first: string | undefined
  for (const [name, { make, ask }] of Object.entries(shapes(size))) {
    for (const sql of make) await db.query(sql)
    await db.query('vacuum analyze')
    const { rows } = await db.query(ask)
    const sum = rows
      .flatMap(({ month: _, ...row }) => Object.values(row))
      .reduce((n: number, one) => n + Number(one), 0)
    if (sum !== size.forms * ITEMS.length) throw new Error(`${name}: ${sum} answers`)
    const told = JSON.stringify(rows.map(row => Object.values(row).map(String)))
    first ??= told
    if (told !== first) throw new Error(`${name} answers otherwise`)
    asks[name] = async () => {
      const began = performance.now()
      await db.query(ask)
      return performance.now() - began
    }
  }
  return { asks, stop: () => db.end() }
}
