// A draft that ends, or that ends badly: sealed, erased, called aborted, left behind by a crash, open in another window.

import { beforeEach, describe, expect, it } from 'vitest'
import { step } from '../../src/form/step.ts'
import { createDrafts } from '../../src/store/drafts.ts'
import { windowLocks } from '../../src/store/locks.ts'
import { createOutbox } from '../../src/store/outbox.ts'
import { blank, choose, database, drafts, envelope, name, newDisk, next, place, restart } from './disk.ts'
import { commitUnheard, outside } from './fakes.ts'

beforeEach(newDisk)

describe('a write that was committed and called aborted', () => {
  it('takes no tap twice and loses none, so that Amina is not asked again', async () => {
    commitUnheard()
    const draft = await drafts.open('amina', blank)
    const one = choose(blank, 'eval-01')
    commitUnheard()
    await draft.save(one)
    await draft.save(next(one))
    expect((await restart().read('amina')).form).toEqual(next(one))
    expect(await database.rows.count()).toBe(3)
  })

  it('gives one envelope and says so, so that Amina is thanked for what is there', async () => {
    await drafts.open('amina', blank)
    commitUnheard()
    await drafts.seal('amina', envelope('aa'))
    expect((await createOutbox(database).waiting(9)).map(one => one.digest)).toEqual(['aa'])
    expect(await database.drafts.count()).toBe(0)
  })

  it('erases, so that nothing of Amina is left', async () => {
    await drafts.open('amina', blank)
    commitUnheard()
    await drafts.erase('amina')
    expect([await database.drafts.count(), await database.rows.count(), place.held.size]).toEqual([0, 0, 0])
  })
})

describe('a draft that ends', () => {
  it('becomes one envelope, and nothing of it is left', async () => {
    await drafts.open('amina', blank)
    await drafts.seal('amina', envelope('aa'))
    expect((await createOutbox(database).waiting(9)).map(one => one.digest)).toEqual(['aa'])
    expect([await database.drafts.count(), await database.rows.count(), place.held.size]).toEqual([0, 0, 0])
  })

  it('gives no second envelope when it is sealed twice, so that Amina is counted once', async () => {
    await drafts.open('amina', blank)
    await drafts.seal('amina', envelope('aa'))
    await expect(drafts.seal('amina', envelope('bb'))).rejects.toMatchObject({ why: 'gone' })
    expect((await createOutbox(database).waiting(9)).length).toBe(1)
  })

  it('is sealed when the same envelope is tried again, so that Amina is not told of a failure that was none', async () => {
    await drafts.open('amina', blank)
    await drafts.seal('amina', envelope('aa'))
    await drafts.seal('amina', envelope('aa'))
    expect((await createOutbox(database).waiting(9)).map(one => one.digest)).toEqual(['aa'])
  })

  it('gives no thanks for a form that was erased elsewhere, so that nobody is thanked for an envelope that is not there', async () => {
    await drafts.open('amina', blank)
    await restart().erase('amina')
    await expect(drafts.seal('amina', envelope('aa'))).rejects.toMatchObject({ why: 'gone' })
    expect(await database.outbox.count()).toBe(0)
  })

  it('stays whole when the envelope can not be written, so that it can be sealed again', async () => {
    await drafts.open('amina', blank)
    await database.outbox.add({ ...envelope('aa'), state: 'waiting' })
    await expect(drafts.seal('amina', envelope('aa'))).rejects.toThrow()
    expect((await drafts.read('amina')).form).toEqual(blank)
  })

  it('loses its file first when it is erased, so that a crash in between leaves nothing to read', async () => {
    await drafts.open('amina', blank)
    place.refuse.add('remove')
    await expect(drafts.erase('amina')).rejects.toThrow('no remove here')
    expect((await drafts.read('amina')).form).toEqual(blank)
    place.refuse.clear()
    await drafts.erase('amina')
    await drafts.erase('amina')
    expect([await database.drafts.count(), await database.rows.count(), place.held.size]).toEqual([0, 0, 0])
  })

  it('takes no late tap, so that an erased form never comes back', async () => {
    const draft = await drafts.open('amina', blank)
    await drafts.erase('amina')
    await expect(draft.save(choose(blank, 'eval-01'))).rejects.toMatchObject({ why: 'gone' })
    expect(await database.rows.count()).toBe(0)
  })
})

describe('a draft that is open in a window', () => {
  const windows = () => {
    const window = () => createDrafts(database, place.halves, { ...outside, ...windowLocks(navigator.locks) })
    return [window(), window()] as const
  }

  it('can be neither erased nor carried on from another, so that nobody ends a form under Amina', async () => {
    const [here, there] = windows()
    const draft = await here.open(name, blank)
    await expect(there.erase(name)).rejects.toMatchObject({ why: 'elsewhere' })
    await expect(there.read(name)).rejects.toMatchObject({ why: 'elsewhere' })
    const one = choose(blank, 'eval-01')
    await draft.save(one)
    expect((await here.read(name)).form).toEqual(one)
    await here.seal(name, envelope('aa'))
    await expect(there.read(name)).rejects.toMatchObject({ why: 'gone' })
    await there.erase(name)
  })

  it('can be carried on anywhere once it is kept, so that Amina is not bound to one window', async () => {
    const [here, there] = windows()
    const draft = await here.open(name, blank)
    await draft.save(step(blank, { type: 'keep' }))
    await there.read(name)
    await expect(here.read(name)).rejects.toMatchObject({ why: 'elsewhere' })
    await there.erase(name)
    await expect(here.read(name)).rejects.toMatchObject({ why: 'gone' })
  })

  it('is let go when it can not be read, so that another try is not refused', async () => {
    const [here, there] = windows()
    const draft = await here.open(name, blank)
    await draft.save(step(blank, { type: 'keep' }))
    place.refuse.add('read')
    await expect(here.read(name)).rejects.toThrow('no read here')
    place.refuse.clear()
    expect((await there.read(name)).form.state).toBe('kept')
    await there.erase(name)
  })

  it('opens for two taps on the same card, so that a trembling hand is not turned away', async () => {
    const [here, there] = windows()
    const draft = await here.open(name, blank)
    await draft.save(step(blank, { type: 'keep' }))
    await Promise.all([there.read(name), there.read(name)])
    await there.erase(name)
  })
})

describe('the sweep at start', () => {
  it('removes what a crash left, and touches no draft that can be finished', async () => {
    await drafts.open('amina', blank)
    await drafts.open('ben', blank)
    await drafts.open('chi', blank)
    place.held.delete('ben')
    await database.drafts.delete('chi')
    expect(await restart().sweep()).toBe(1)
    expect((await drafts.list()).map(one => one.id)).toEqual(['amina'])
    expect([...place.held.keys()]).toEqual(['amina'])
  })

  it('removes nothing when the files can not be listed, so that a passing fault erases nobody', async () => {
    await drafts.open('amina', blank)
    place.refuse.add('list')
    await expect(drafts.sweep()).rejects.toThrow()
    expect((await drafts.read('amina')).form).toEqual(blank)
  })
})
