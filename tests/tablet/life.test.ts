// The life of a tablet beside a real server: enrolled, ended and enrolled again, moved, given a new key.

import { execFileSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { endpoints } from '../../src/protocol/endpoints.ts'
import { problem } from '../../src/protocol/problems.ts'
import { data, inServer, maple, oak, open, priya, shut, stored, type Tablet, tablet } from './house.ts'

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

beforeEach(open)
afterEach(shut)

const end = (id: string) => priya.ask(endpoints.endTablet.replace(':tablet', id), { method: 'POST' })

describe('a tablet whose permission has ended', () => {
  it('keeps what waits, and sends it once it is enrolled again', async () => {
    const one = tablet()
    await one.enrol(maple)
    await one.seal()
    expect((await end((await one.memory.enrolment())?.tablet ?? '')).status).toBeLessThan(300)
    await one.line.nudge()
    const stuck = { waiting: 1, state: { is: 'stuck', why: 'permission-ended' } }
    await vi.waitFor(() => expect(one.shift()).toMatchObject(stuck))
    expect(await one.enrol(maple)).toBeUndefined()
    await one.line.nudge()
    expect(await one.states()).toEqual(['sent'])
    expect(await stored()).toBe(1)
  })
})

describe('a tablet that is to move to another ward', () => {
  const leave = {
    id: 'd',
    picture: { shape: 'moon', colour: 'blue' },
    half: new Uint8Array(16),
    last: 1,
  } as const

  it.each([
    ['a form waits', (one: Tablet) => one.seal()],
    [
      'a form is set aside',
      async (one: Tablet) => {
        const entry = await one.database.outbox.get(await one.seal())
        if (!entry) throw new Error('it was just sealed')
        const { digest, id, key, bytes } = entry
        await one.database.outbox.put({ digest, id, key, bytes, state: 'set-aside', problem: '422.1' })
      },
    ],
    ['somebody has not finished', (one: Tablet) => one.database.drafts.put(leave)],
    [
      'somebody has asked for their form back and no server has heard of it',
      async (one: Tablet) =>
        one.database.withdrawals.put({
          slip: '0'.repeat(32),
          mark: 'f'.repeat(32),
          ward: (await one.settings()).ward.id,
          state: 'asked',
        }),
    ],
  ])('stays where it is while %s', async (_, leaves) => {
    const one = tablet()
    await one.enrol(maple)
    await leaves(one)
    expect(await one.enrol(oak)).toBe('other-ward')
    expect((await one.settings()).ward.name).toBe('Maple')
    const left = await inServer(async db => ({
      codes: (await db.selectFrom('codes').select('ward').execute()).map(({ ward }) => ward),
      tablets: (await db.selectFrom('tablets').select('ward').execute()).map(({ ward }) => ward),
    }))
    expect(left, 'the code is still good, and no tablet is there that nobody has').toEqual({
      codes: [oak],
      tablets: [maple],
    })
  })

  it('stays also beside a server of an earlier version, which knows of no ward that it must stay with', async () => {
    const one = tablet()
    await one.enrol(maple)
    const now = globalThis.fetch
    vi.stubGlobal('fetch', async (path: string, how: RequestInit) =>
      JSON.parse(String(how.body ?? '{}')).ward === undefined
        ? now(path, how)
        : Response.json(problem('400.1'), { status: 400 }),
    )
    await one.seal()
    expect(await one.enrol(oak)).toBe('other-ward')
    expect((await one.settings()).ward.name).toBe('Maple')
    expect(await one.enrol(maple)).toBeUndefined()
    await one.line.nudge()
    expect(await one.states()).toEqual(['sent'])
  })

  it('offers nothing of its old ward to the new one, and keeps it in case the server is restored', async () => {
    const one = tablet()
    await one.enrol(maple)
    await one.seal()
    await one.line.nudge()
    expect(await one.enrol(oak)).toBeUndefined()
    expect(await one.states()).toEqual(['sent'])
    await one.seal()
    await one.line.nudge()
    expect(await one.states()).toEqual(['sent', 'sent'])
    // A server that has forgotten: what is of this ward is offered again, and nothing else.
    await one.memory.learn({ epoch: 'another', batches: 99 })
    await one.line.nudge()
    expect(await one.states()).toEqual(['sent', 'sent'])
    expect(one.shift()).toMatchObject({ waiting: 0, setAside: 0 })
    expect(await stored()).toBe(2)
  })
})

describe('a service that has a new key', () => {
  it('still takes what was sealed to the old one, and the tablet seals to the new one from then on', async () => {
    const one = tablet()
    await one.enrol(maple)
    await one.seal()
    const old = (await one.settings()).key.id
    const env = { ...process.env, DATA_DIR: data }
    execFileSync(process.execPath, ['src/server/admin.ts', 'rotate', 'Adult wards'], { env, stdio: 'pipe' })
    await one.line.nudge()
    expect(await one.states()).toEqual(['sent'])
    const fresh = (await one.settings()).key.id
    expect(fresh).not.toBe(old)
    await one.seal()
    await one.line.nudge()
    expect(await one.states()).toEqual(['sent', 'sent'])
    const keys = await inServer(db => db.selectFrom('envelopes').select('key').execute())
    expect(keys.map(({ key }) => key).sort()).toEqual([old, fresh].sort())
  })
})

describe('the counts of a tablet', () => {
  it('reach the server in the same round, and add up there', async () => {
    const one = tablet()
    await one.enrol(maple)
    await one.seal()
    await one.seal()
    await one.line.nudge()
    const tally = { sealed: 2, sent: 2, withdrawn: 0, erased: 0, waiting: 0, set_aside: 0 }
    expect(await inServer(db => db.selectFrom('tallies').selectAll().execute())).toMatchObject([tally])
  })
})

describe('a tablet whose ward is counted with another from now on', () => {
  it('says so to nobody while somebody has begun, and their form is counted as they were told', async () => {
    const one = tablet()
    await one.enrol(maple)
    const begun = {
      id: 'd',
      picture: { shape: 'moon', colour: 'blue' },
      half: new Uint8Array(16),
      last: 1,
    } as const
    await one.database.drafts.put(begun)
    const boxes = () =>
      inServer(async db => ({
        ward: (await db.selectFrom('wards').select('box').where('id', '=', maple).executeTakeFirstOrThrow())
          .box,
        forms: (await db.selectFrom('envelopes').select('box').execute()).map(({ box }) => box),
      }))
    const { ward: before } = await boxes()
    const service = (await priya.overview()).services[0]?.id ?? ''
    const body = { groups: [[maple, oak]], seen: [[maple], [oak]] }
    const path = endpoints.groups.replace(':service', service)
    expect((await priya.ask(path, { method: 'PUT', body })).status).toBe(200)

    await one.line.nudge()
    expect((await one.settings()).ward.countedWith).toEqual([])
    await one.database.drafts.delete('d')
    await one.seal()
    await one.line.nudge()
    expect((await boxes()).forms).toEqual([before])

    // With the same Send, as soon as nothing waits: on a busy ward something always does when staff press it.
    expect((await one.settings()).ward.countedWith).toEqual(['Oak'])
    await one.seal()
    await one.line.nudge()
    const { ward: now, forms } = await boxes()
    expect(now).not.toBe(before)
    expect(forms.toSorted()).toEqual([before, now].toSorted())
  })
})
