// The versions of a service's Readiness Checker, and the voices in them, which only grow.

import * as v from 'valibot'
import { begin, type Checker, next, step, type Voice } from '../../improve/readiness.ts'
import { voiceShape } from '../../protocol/readiness.ts'
import type { Database } from '../database/database.ts'
import type { Checkers, Voices } from '../database/office.ts'
import type { House } from '../house.ts'
import { log } from '../log.ts'
import { newId } from '../secrets.ts'
import { fromJson, stored } from '../stored.ts'

/** A service of an organisation. */
export interface At {
  readonly organisation: string
  readonly service: string
}

/** A voice's place in its version, and whoever wrote it down, as the audit trail has them. */
export type Written = Pick<Voices, 'n' | 'who'>

/** Every version of a service, the oldest first, and of each voice by its id who wrote it down; two queries. */
export async function spokenOf(
  db: Database,
  { organisation, service }: At,
): Promise<{ checkers: Checker[]; written: Map<string, Written> }> {
  const { rows, said } = await rowsOf(db, organisation, [service])
  const written = new Map<string, Written>()
  for (const { n, who, body } of said) {
    const id = stored(voiceShape, fromJson(body), undefined)?.id
    if (id !== undefined) written.set(id, { n, who })
  }
  return { checkers: replayed(rows, said), written }
}

/** Every version of these services, each after the one that it follows; two queries. */
export async function checkersIn(
  db: Database,
  organisation: string,
  services: readonly string[],
): Promise<Checker[]> {
  if (services.length === 0) return []
  const { rows, said } = await rowsOf(db, organisation, services)
  return replayed(rows, said)
}

async function rowsOf(db: Database, organisation: string, services: readonly string[]) {
  const rows = await db
    .selectFrom('checkers')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('service', 'in', services)
    .execute()
  const said = await db
    .selectFrom('voices')
    .innerJoin('checkers', join =>
      join
        .onRef('checkers.organisation', '=', 'voices.organisation')
        .onRef('checkers.id', '=', 'voices.checker'),
    )
    .select(['voices.checker', 'voices.n', 'voices.who', 'voices.body'])
    .where('checkers.organisation', '=', organisation)
    .where('checkers.service', 'in', services)
    .orderBy('voices.n')
    .execute()
  return { rows, said }
}

/** What the rows say, by improve's own steps. What can't be read, or makes no sense there, is left out, and the log says so. */
export function replayed(
  rows: readonly Checkers[],
  said: readonly Pick<Voices, 'checker' | 'n' | 'body'>[],
): Checker[] {
  const made = new Map<string, Checker>()
  for (const row of inOrder(rows)) {
    let now = begun(row, made)
    for (const { checker, n, body } of said) {
      if (checker !== row.id) continue
      const voice = stored(voiceShape, fromJson(body), undefined)
      const after = voice ? heard(now, voice) : now
      if (after === now) log(`The voice ${n} of the readiness checker ${checker} can not be read.`)
      now = after
    }
    made.set(row.id, row.finished === null ? now : { ...now, state: 'finished', finished: row.finished })
  }
  return [...made.values()]
}

// What it was in place of may be what can't be read; it was said all the same.
function heard(checker: Checker, voice: Voice): Checker {
  const after = step(checker, { type: 'say', voice })
  const { instead: _, ...anew } = voice
  return after === checker ? step(checker, { type: 'say', voice: anew }) : after
}

/** Each after the one that it follows; what follows nothing that is there comes first. */
function inOrder(rows: readonly Checkers[]): readonly Checkers[] {
  const left = rows.toSorted((a, b) => (`${a.began} ${a.id}` < `${b.began} ${b.id}` ? -1 : 1))
  const ids = new Set(left.map(({ id }) => id))
  const sorted: Checkers[] = []
  const place = (row: Checkers) => {
    if (sorted.includes(row)) return
    sorted.push(row)
    for (const one of left) if (one.after === row.id) place(one)
  }
  for (const row of left) if (row.after === null || !ids.has(row.after)) place(row)
  return sorted
}

function begun({ id, service, began, after }: Checkers, made: ReadonlyMap<string, Checker>): Checker {
  const earlier = after === null ? undefined : made.get(after)
  return earlier?.state === 'finished' ? next(earlier, id, began) : begin(id, service, began)
}

/** From here on, until its transaction ends, nobody else says anything in a version or finishes it: two who speak at once wait for each other. */
export async function lockChecker(db: Database, organisation: string, id: string): Promise<void> {
  await db
    .updateTable('checkers')
    .set(at => ({ began: at.ref('began') }))
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .execute()
}

/** Keeps a version that has just begun, under an id of its own. */
export async function newChecker(
  house: House,
  { organisation, service }: At,
  began: string,
  after: Extract<Checker, { state: 'finished' }> | undefined,
): Promise<Checker> {
  const id = newId(house.random)
  const made = after ? next(after, id, began) : begin(id, service, began)
  const instrument = JSON.stringify(made.instrument)
  await house.db
    .insertInto('checkers')
    .values({ organisation, id, service, began, instrument, after: after?.id ?? null, finished: null })
    .execute()
  return made
}

/** Keeps a voice as the next of its version, which is locked. */
export async function keepVoice(
  db: Database,
  organisation: string,
  checker: string,
  voice: Voice,
  who: string,
): Promise<void> {
  const { last } = await db
    .selectFrom('voices')
    .select(at => at.fn.max('n').as('last'))
    .where('organisation', '=', organisation)
    .where('checker', '=', checker)
    .executeTakeFirstOrThrow()
  const row = { organisation, checker, n: (last ?? 0) + 1, who, body: JSON.stringify(voice) }
  await db.insertInto('voices').values(row).execute()
}

/**
 * Strikes out what shows a voice, for good, and leaves the rest as it stands; the one change of a voice that the database
 * itself lets through. Whoever calls this sees to it that the bytes go from its files too.
 */
export async function strikeVoice(
  db: Database,
  at: { readonly organisation: string; readonly checker: string; readonly n: number },
  on: string,
): Promise<void> {
  const { organisation, checker, n } = at
  const voice = db
    .selectFrom('voices')
    .select('body')
    .where('organisation', '=', organisation)
    .where('checker', '=', checker)
    .where('n', '=', n)
  const { body } = await voice.executeTakeFirstOrThrow()
  const said = stored(v.looseObject({}), fromJson(body), {})
  await db
    .updateTable('voices')
    .set({ body: JSON.stringify({ ...said, evidence: '', struck: on }) })
    .where('organisation', '=', organisation)
    .where('checker', '=', checker)
    .where('n', '=', n)
    .execute()
}

/** Freezes a version. */
export async function finishChecker(
  db: Database,
  organisation: string,
  id: string,
  on: string,
): Promise<void> {
  await db
    .updateTable('checkers')
    .set({ finished: on })
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .execute()
}

/** What a service and its organisation are called; undefined when there is no such service. */
export const namesOf = (db: Database, { organisation, service }: At) =>
  db
    .selectFrom('services')
    .innerJoin('organisations', 'organisations.id', 'services.organisation')
    .select(['organisations.name as organisation', 'services.name as service'])
    .where('services.organisation', '=', organisation)
    .where('services.id', '=', service)
    .executeTakeFirst()
