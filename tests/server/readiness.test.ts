// A service's Readiness Checker through the front door: several who speak at once, who differ, and who change their minds.

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Voice } from '../../src/improve/readiness.ts'
import { doors } from '../../src/protocol/doors.ts'
import type { CheckerReply, ReadinessReply, VoiceRequest } from '../../src/protocol/readiness.ts'
import type { Database } from '../../src/server/database/database.ts'
import { TO_ERASE } from '../../src/server/ledger.ts'
import { readMark } from '../../src/server/queries/marks.ts'
import { replayed } from '../../src/server/queries/readiness.ts'
import { hashOf } from '../../src/server/secrets.ts'
import { against } from './described.ts'
import {
  type Answer,
  at,
  type Front,
  formId,
  type Leader,
  onBothEngines,
  signIn,
  signInAdvocate,
} from './front.ts'

onBothEngines('the Readiness Checker', open => {
  let front: Front
  let priya: Leader
  let rosa: Leader
  let service: string
  beforeEach(async () => {
    front = await open()
    priya = await signIn(front)
    rosa = await signInAdvocate(front)
    await priya.addWard('Adult wards', 'Willow')
    service = (await priya.overview()).services[0]?.id ?? ''
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await front.stop()
  })

  const post = { method: 'POST' }
  const begin = (who = priya) => who.ask(at(doors.readiness, service), post)
  const begun = async () => ((await begin()).body as CheckerReply).checker.id
  const look = async (who = priya) =>
    ((await who.ask(at(doors.readiness, service))).body as ReadinessReply).checkers
  const finish = (id: string, who = priya) => who.ask(at(doors.finishChecker, id), post)
  const words = (more: Partial<VoiceRequest> = {}): VoiceRequest => ({
    id: formId(),
    question: 'ready-1o',
    answer: 'yes',
    evidence: 'Our policy says so on page 4.',
    by: ['staff'],
    together: false,
    ...more,
  })
  const speak = (id: string, body: unknown, who = priya): Promise<Answer> =>
    who.ask(at(doors.voices, id), { body })
  const voices = async (): Promise<readonly Voice[]> => (await look())[0]?.voices ?? []

  it('keeps both voices when people and staff differ, each with who said it', async () => {
    const id = await begun()
    await speak(id, words())
    await speak(id, words({ answer: 'no', evidence: '', by: ['person', 'peer'], together: true }), rosa)
    expect(await voices()).toMatchObject([
      { answer: 'yes', by: ['staff'], on: '2026-05-04' },
      { answer: 'no', by: ['person', 'peer'], together: true, through: 'advocate' },
    ])
  })

  it('loses no voice of twelve who speak at once from two machines', async () => {
    const id = await begun()
    const all = Array.from({ length: 12 }, (_, n) => words({ evidence: `The ${n}th said this.` }))
    const answers = await Promise.all(all.map((one, n) => speak(id, one, n % 2 === 0 ? priya : rosa)))
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200))
    expect(new Set((await voices()).map(({ evidence }) => evidence))).toEqual(
      new Set(all.map(({ evidence }) => evidence)),
    )
    const places = await front.look(db => db.selectFrom('voices').select('n').orderBy('n').execute())
    expect(places.map(({ n }) => n)).toEqual(all.map((_, n) => n + 1))
  })

  it('is one voice when its reply was lost and it is sent again, and another’s words under its id are refused', async () => {
    const id = await begun()
    const said = words()
    await speak(id, said)
    front.wait(24 * 60)
    priya = await again()
    expect((await speak(id, said)).status).toBe(200)
    expect((await voices()).length).toBe(1)
    expect(await speak(id, { ...said, answer: 'no' })).toMatchObject({ problem: '409.16' })
  })

  it('keeps a change of mind and what was said first, and lets nobody change what people told an advocate', async () => {
    const id = await begun()
    const first = words({ by: ['person'], answer: 'no' })
    await speak(id, first, rosa)
    const changed = words({ by: ['person'], instead: first.id })
    expect(await speak(id, changed)).toMatchObject({ problem: '409.16' })
    expect((await speak(id, changed, rosa)).status).toBe(200)
    expect((await voices()).map(({ answer }) => answer)).toEqual(['no', 'yes'])
  })

  it('takes the day from the clock and the role from the session, whoever says otherwise', async () => {
    const id = await begun()
    for (const more of [{ on: '2020-01-01' }, { through: 'advocate' }, { who: 'Dr Smith' }])
      expect(await speak(id, { ...words(), ...more })).toMatchObject({ problem: '400.1' })
  })

  it.each([
    ['a question that the booklet does not have', { question: 'ready-8o' }],
    ['nobody who says it', { by: [] }],
    ['two roles that did not answer together', { by: ['staff', 'person'] }],
    ['a role twice', { by: ['staff', 'staff'], together: true }],
    ['a change of what nobody has said', { instead: '0'.repeat(32) }],
  ] as [string, Partial<VoiceRequest>][])('keeps nothing of %s', async (_, more) => {
    const id = await begun()
    expect(await speak(id, words(more))).toMatchObject({ problem: '409.16' })
    expect(await voices()).toEqual([])
  })

  it('finishes a version for good, and says so to whoever speaks afterwards', async () => {
    const id = await begun()
    expect(await finish(id)).toMatchObject({ problem: '409.17' })
    await speak(id, words())
    const frozen = (await finish(id)).body
    expect(await finish(id, rosa)).toMatchObject({ status: 200, body: frozen })
    expect(await speak(id, words())).toMatchObject({ problem: '409.15' })
  })

  it('loses nothing that was said while somebody finished: it is in, or it was refused', async () => {
    const id = await begun()
    await speak(id, words())
    const racing = await Promise.all(
      [...Array(6).keys()].map(n => (n === 3 ? finish(id) : speak(id, words()))),
    )
    const kept = racing.filter(({ problem }, n) => n !== 3 && problem === undefined)
    expect((await voices()).length).toBe(1 + kept.length)
    expect(new Set(racing.map(({ problem }) => problem ?? 'done'))).toContain('done')
  })

  it('begins the next version with what was said before beside it, and one alone when two begin at once', async () => {
    const first = await begun()
    const said = words()
    await speak(first, said)
    expect(await begun()).toBe(first)
    await finish(first)
    const both = await Promise.all([begin(), begin(rosa), begin()])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 200, 201])
    const [open, old, ...none] = await look(rosa)
    expect(open).toMatchObject({ after: first, state: 'open', voices: [], before: [{ id: said.id }] })
    expect([old?.id, none]).toEqual([first, []])
  })

  it('leaves out what a disk has spoilt, says so in the log, and shows all the rest', async () => {
    const id = await begun()
    const first = words()
    await speak(id, first)
    await speak(id, words({ instead: first.id, answer: 'no' }))
    const line = vi.spyOn(process.stdout, 'write').mockImplementation(() => true)
    await front.look(async db => {
      const { organisation, who } = await db.selectFrom('voices').selectAll().executeTakeFirstOrThrow()
      const spoilt = { organisation, who, checker: id }
      await db
        .insertInto('voices')
        .values({ ...spoilt, n: 7, body: '{"answer":"yes' })
        .execute()
    })
    expect((await voices()).map(({ answer }) => answer)).toEqual(['yes', 'no'])
    expect(line.mock.calls.join()).toContain(`The voice 7 of the readiness checker ${id}`)
    line.mockRestore()
    expect((await speak(id, words({ evidence: 'After it.' }))).status).toBe(200)
    expect((await voices()).at(-1)).toMatchObject({ evidence: 'After it.' })
  })

  it('writes down who wrote to which question, and never what was said there', async () => {
    const id = await begun()
    await speak(id, words({ evidence: 'Confidential words' }), rosa)
    await finish(id)
    const rows = await front.look(db => db.selectFrom('audit').selectAll().execute())
    const mine = rows.filter(({ what }) => what.startsWith('readiness'))
    expect(mine.map(({ what, detail }) => [what, detail]).toSorted()).toEqual([
      ['readiness begun', service],
      ['readiness finished', service],
      ['readiness said', 'ready-1o'],
    ])
    expect(JSON.stringify(rows)).not.toMatch(/Confidential|"(yes|partly|no)"/)
  })

  const strike = (id: string, voice: string, who = priya) =>
    who.ask(at(doors.strike, id).replace(':voice', voice), post)

  it('lets a name that was typed by mistake go for good, and keeps the answer and who gave it', async () => {
    const id = await begun()
    const said = words({ evidence: 'Ask Maggie Fell, \n "bed 4"', by: ['person'], answer: 'no' })
    await speak(id, said)
    await speak(id, words({ evidence: 'Maggie Fell again', by: ['staff'] }))
    await finish(id)
    await begin()
    front.wait(24 * 60)
    priya = await again()
    // Of a finished version too, and in the next one beside it.
    expect(await strike(id, said.id)).toMatchObject({ status: 200 })
    const [open, old] = await look()
    const rest = { ...said, evidence: '', on: '2026-05-04', struck: '2026-05-05' }
    expect(old?.voices[0]).toEqual(rest)
    expect(open?.before[0]).toEqual(rest)
    expect(old).toMatchObject({
      state: 'finished',
      voices: [{ answer: 'no' }, { evidence: 'Maggie Fell again' }],
    })
    // No row of the whole database has it any more, and the trail says who did it, without the words.
    const kept = await front.look(everything)
    expect(kept).not.toMatch(/bed 4/)
    expect(kept).toContain('Maggie Fell again')
    const rows = await front.look(db => db.selectFrom('audit').selectAll().execute())
    expect(rows.filter(({ what }) => what === 'readiness struck out')).toMatchObject([
      { detail: 'ready-1o', who: 'by a link (leader)', on_day: '2026-05-05' },
    ])
    expect(await front.look(db => readMark(db, TO_ERASE))).toBe('yes')
    // Twice is once: the day stays.
    front.wait(24 * 60)
    priya = await again()
    expect(await strike(id, said.id)).toMatchObject({ status: 200 })
    expect((await look())[1]?.voices[0]).toMatchObject({ struck: '2026-05-05' })
  })

  it('lets whoever wrote it strike it out, or an administrator, and nobody else', async () => {
    const id = await begun()
    const theirs = words({ by: ['person'] })
    const ours = words()
    await speak(id, theirs, rosa)
    await speak(id, ours)
    const mine = async (who: Leader) =>
      ((await who.ask(at(doors.readiness, service))).body as ReadinessReply).mine
    expect([await mine(priya), await mine(rosa)]).toEqual([[ours.id], [theirs.id]])
    // What people told their advocate is not the leader's to strike out, nor the other way round.
    expect(await strike(id, theirs.id)).toMatchObject({ problem: '403.10' })
    expect(await strike(id, ours.id, rosa)).toMatchObject({ problem: '403.10' })
    expect(await strike(id, 'none')).toMatchObject({ problem: '404.1' })
    expect((await voices()).map(({ evidence }) => evidence)).toEqual([theirs.evidence, ours.evidence])
    const amal = await signIn(front, `invitation=${front.invitation}`)
    expect(await mine(amal)).toEqual([theirs.id, ours.id])
    expect(await strike(id, theirs.id, amal)).toMatchObject({ status: 200 })
    expect(await strike(id, ours.id)).toMatchObject({ status: 200 })
    expect(await mine(amal)).toEqual([])
    expect((await voices()).map(({ answer, evidence }) => [answer, evidence])).toEqual([
      ['yes', ''],
      ['yes', ''],
    ])
  })

  it('has a database that lets nothing else of a voice change, whoever holds it', async () => {
    const id = await begun()
    await speak(id, words())
    const change = (body: (now: object) => object, where = {}) =>
      front.look(async db => {
        const row = await db.selectFrom('voices').selectAll().executeTakeFirstOrThrow()
        const text = JSON.stringify(body(JSON.parse(row.body) as object))
        await db
          .updateTable('voices')
          .set({ body: text, ...where })
          .execute()
      })
    const struck = { evidence: '', struck: '2026-05-04' }
    for (const more of [
      { answer: 'no' },
      { evidence: '' },
      { struck: '2026-05-04' },
      { ...struck, answer: 'no' },
    ])
      await expect(change(now => ({ ...now, ...more }))).rejects.toThrow('only grows')
    await expect(change(now => ({ ...now, ...struck }), { who: 'somebody else' })).rejects.toThrow(
      'only grows',
    )
    await expect(front.look(db => db.deleteFrom('voices').execute())).rejects.toThrow('only grows')
    await change(now => ({ ...now, ...struck }))
    await expect(change(now => ({ ...now, ...struck, struck: '2020-01-01' }))).rejects.toThrow('only grows')
    expect(await voices()).toMatchObject([{ answer: 'yes', evidence: '', struck: '2026-05-04' }])
  })

  it('answers as openapi.json describes it, whether it does something or not', async () => {
    const path = '/api/office/services/{service}/readiness'
    const [said, ended] = ['voices', 'finish'].map(end => `/api/office/checkers/{checker}/${end}`)
    const answers: [string, string | undefined, Answer][] = [
      ['get', path, await rosa.ask(at(doors.readiness, service))],
      ['post', path, await begin()],
      ['post', path, await begin(rosa)],
    ]
    const id = await begun()
    answers.push(['post', ended, await finish(id)])
    const first = words()
    for (const body of [first, words({ instead: first.id }), words({ by: [] }), { ...first, question: '' }])
      answers.push(['post', said, await speak(id, body)])
    answers.push(['post', ended, await finish(id)], ['post', said, await speak(id, words())])
    const out = `${said}/{voice}/strike`
    for (const who of [rosa, priya, priya]) answers.push(['post', out, await strike(id, first.id, who)])
    answers.push(['post', out, await strike(id, 'none')])
    answers.push(['post', path, await begin()], ['get', path, await priya.ask(at(doors.readiness, service))])
    answers.push(
      ['post', ended, await finish('none')],
      ['get', path, await front.ask(at(doors.readiness, service))],
    )
    for (const [method, route = '', answer] of answers)
      expect([route, ...against(method, route, answer)]).toEqual([route])
  })

  /** Priya, back on another day. */
  async function again(): Promise<Leader> {
    const token = `leader ${formId()}`
    await front.look(async db => {
      const { organisation } = await db
        .selectFrom('services')
        .select('organisation')
        .executeTakeFirstOrThrow()
      const row = { organisation, hash: hashOf(token), until: '2100-01-01T00:00:00.000Z' }
      await db
        .insertInto('sign_ins')
        .values({ ...row, role: 'leader' })
        .execute()
    })
    return signIn(front, token)
  }
})

it('keeps a change of mind though what it is in place of can not be read any more', () => {
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true)
  const row = { organisation: 'o', id: 'c', service: 's', began: '2026-05-01', instrument: '{}' }
  const body = JSON.stringify({ ...anybody, id: 'b'.repeat(32), instead: 'a'.repeat(32), on: '2026-05-04' })
  const [one] = replayed(
    [{ ...row, after: null, finished: '2026-05-05' }],
    [
      { checker: 'c', n: 1, body: 'spoilt' },
      { checker: 'c', n: 2, body },
    ],
  )
  expect(one).toMatchObject({ state: 'finished', voices: [{ id: 'b'.repeat(32), answer: 'no' }] })
  vi.restoreAllMocks()
})

/** Every row of every table, as text. */
async function everything(db: Database): Promise<string> {
  const tables = (await db.introspection.getTables()).map(({ name }) => name)
  const rows = await Promise.all(
    tables.map(name =>
      db
        .selectFrom(name as 'voices')
        .selectAll()
        .execute(),
    ),
  )
  return JSON.stringify(rows)
}

const anybody = { question: 'ready-1o', answer: 'no', evidence: '', by: ['staff'], together: false }
