// Counts that add up: what a tablet says it sent beside what arrived, as a question to leaders and never as a person.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { endpoints } from '../../src/protocol/endpoints.ts'
import type { Tally } from '../../src/protocol/tablet.ts'
import type { Tallies } from '../../src/server/database/schema.ts'
import { forgetStored } from '../../src/server/queries/tallies.ts'
import { questionsOf } from '../../src/server/questions.ts'
import {
  envelope,
  type Front,
  formId,
  furnished,
  type Leader,
  onBothEngines,
  signInAdvocate,
  type TestTablet,
} from './front.ts'

const nothing: Tally = { sealed: 0, sent: 0, withdrawn: 0, erased: 0, waiting: 0, setAside: 0 }

onBothEngines("a tablet's counts", open => {
  let front: Front
  let leader: Leader
  let tablet: TestTablet
  beforeEach(async () => {
    ;({ front, leader, tablet } = await furnished(open()))
  })
  afterEach(() => front.stop())

  const say = (tally: Partial<Tally>) => tablet.ask(endpoints.tallies, { ...nothing, ...tally })
  const asked = async (who = leader) => (await who.overview()).services[0]?.wards[0]?.tablets[0]?.questions
  const send = async (many: number) => {
    const sealed = Array.from({ length: many }, () =>
      envelope({ id: formId(), ward: tablet.ward, key: tablet.key, slip: formId() }),
    )
    return tablet.send(...(await Promise.all(sealed)))
  }

  it('ask nothing where they add up, before and after', async () => {
    expect(await asked()).toEqual([])
    await send(3)
    expect((await say({ sealed: 6, sent: 3, withdrawn: 1, erased: 2, waiting: 1, setAside: 1 })).status).toBe(
      200,
    )
    expect(await asked()).toEqual([])
  })

  it('ask where it says that it sent more than arrived here', async () => {
    await send(3)
    await say({ sealed: 5, sent: 5 })
    expect(await asked()).toEqual([{ is: 'fewer-arrived', forms: 2 }])
  })

  it('ask where a form was sealed and is nowhere', async () => {
    await send(3)
    await say({ sealed: 6, sent: 3, waiting: 1, setAside: 1 })
    expect(await asked()).toEqual([{ is: 'no-sum', forms: 1 }])
  })

  it('take a form that was sent again for lack of a reply as arrived', async () => {
    const one = await envelope({ id: formId(), ward: tablet.ward, key: tablet.key })
    await tablet.send(one)
    await tablet.send(one)
    await say({ sealed: 1, sent: 1 })
    expect(await asked()).toEqual([])
  })

  it('tell for five weeks that they began anew', async () => {
    await send(3)
    await say({ sealed: 3, sent: 3 })
    await say({ sealed: 1, sent: 1 })
    expect(await asked()).toEqual([{ is: 'began-anew' }])
    await say({ sealed: 2, sent: 2 })
    expect(await asked()).toEqual([{ is: 'began-anew' }])
  })

  it('ask where a tablet is that nobody has heard from for more than a week', async () => {
    front.wait(7 * 24 * 60)
    leader = await signInAgain()
    expect(await asked()).toEqual([])
    front.wait(24 * 60)
    leader = await signInAgain()
    expect(await asked()).toEqual([{ is: 'not-heard' }])
    await tablet.ask(endpoints.checkIn, { waiting: {} })
    expect(await asked()).toEqual([])
  })

  const signInAgain = async () => {
    await front.look(db => db.updateTable('sessions').set({ until: '2100-01-01T00:00:00.000Z' }).execute())
    return leader
  }

  it("take the tablet's word after a backup was restored, as soon as nothing waits there", async () => {
    await send(3)
    await front.look(db => forgetStored(db))
    await say({ sealed: 12, sent: 9, waiting: 3 })
    expect(await asked()).toEqual([])
    await send(3)
    await say({ sealed: 12, sent: 12 })
    expect(await asked()).toEqual([])
    await say({ sealed: 14, sent: 14 })
    expect(await asked()).toEqual([{ is: 'fewer-arrived', forms: 2 }])
  })

  it('are of no interest to an advocate, and nothing of them is about a person', async () => {
    await say({ sealed: 5, sent: 5 })
    expect(await asked(await signInAdvocate(front))).toBeUndefined()
    expect(Object.keys((await asked())?.[0] ?? {})).toEqual(['is', 'forms'])
  })

  it("are a tablet's own, in the form that is described", async () => {
    expect(await front.ask(endpoints.tallies, { body: nothing })).toMatchObject({ problem: '401.1' })
    for (const strange of [{ sent: -1 }, { sent: 0.5 }, { people: 3 }])
      expect(await say(strange)).toMatchObject({ problem: '400.1' })
  })
})

describe('a question about a tablet', () => {
  const known = { heard_on: '2026-05-04', ended: 0, stored: 5 }
  const said: Tallies = {
    organisation: 'trust',
    tablet: 't1',
    sealed: 5,
    sent: 5,
    withdrawn: 0,
    erased: 0,
    waiting: 0,
    set_aside: 0,
    anew_on: null,
  }
  const today = '2026-05-04'

  it('is none about a tablet whose permission has ended', () => {
    expect(questionsOf({ ...known, ended: 1, stored: 0 }, { ...said, sealed: 9 }, '2026-09-01')).toEqual([])
  })

  it('is none where the server got more than the tablet knows of: a reply was lost', () => {
    expect(questionsOf({ ...known, stored: 6 }, said, today)).toEqual([])
  })

  it('is asked where more is told of than was ever sealed', () => {
    expect(questionsOf(known, { ...said, sealed: 4 }, today)).toEqual([{ is: 'no-sum', forms: 1 }])
  })

  it('about a count that began anew is asked until nothing of before could still come', () => {
    const anew = { ...said, anew_on: '2026-05-04' }
    const heard = (day: string) => questionsOf({ ...known, heard_on: day }, anew, day)
    expect(heard('2026-06-08')).toEqual([{ is: 'began-anew' }])
    expect(heard('2026-06-09')).toEqual([])
  })
})
