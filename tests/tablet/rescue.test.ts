// What must not go with a tablet: its forms when it is wiped, and those that leave it in a rescue file.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { digest } from '../../src/envelope/bytes.ts'
import { writeHeader } from '../../src/envelope/header.ts'
import { SEALED_SIZE } from '../../src/envelope/payload.ts'
import { writeRescue } from '../../src/protocol/rescue.ts'
import { cutLine, lying, maple, mendLine, oak, open, shut, stored, tablet } from './house.ts'

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

beforeEach(open)
afterEach(shut)

describe('a tablet that is to be wiped', () => {
  it('may be only when everything arrived and the server was heard', async () => {
    const one = tablet()
    await one.enrol(maple)
    await one.seal()
    cutLine()
    const day = new Date().toISOString().slice(0, 10)
    const why = [
      { is: 'waiting', n: 1 },
      { is: 'unheard', n: 1 },
    ]
    expect(await one.keep().mayWipe()).toEqual({ may: false, why, since: day })
    mendLine()
    expect(await one.keep().mayWipe()).toEqual({ may: true })
    expect(await one.states()).toEqual(['sent'])
  })

  it('leaves the number of its forms behind where something else has wiped it first', async () => {
    const one = tablet()
    await one.enrol(maple)
    await one.seal()
    cutLine()
    await one.line.nudge()
    expect(JSON.parse(lying.get('equal-voice') ?? '')).toEqual({ ward: 'Maple', forms: 1, missing: 0 })
    mendLine()
    await one.line.nudge()
    await vi.waitFor(() => expect(JSON.parse(lying.get('equal-voice') ?? '')).toMatchObject({ forms: 0 }))
  })
})

describe('a rescue file', () => {
  it('takes out what waits and is set aside, and brings it in on another tablet of the ward and of no other', async () => {
    const [one, two, far] = [tablet(), tablet(), tablet()]
    await one.enrol(maple)
    await two.enrol(maple)
    await far.enrol(oak)
    cutLine()
    await one.seal()
    await one.seal()
    const file = await one.keep().rescue()
    expect(file).toMatchObject({ name: 'equal-voice-maple.json', forms: 2 })
    const blob = new Blob([file.text])
    expect(await far.keep().bringIn(blob)).toMatchObject({ is: 'brought', came: 0, otherWard: 2 })
    expect(await far.states()).toEqual([])
    expect(await two.keep().bringIn(blob)).toMatchObject({ is: 'brought', came: 2, here: 0 })
    expect(await two.keep().bringIn(blob)).toMatchObject({ is: 'brought', came: 0, here: 2 })
    mendLine()
    await two.line.nudge()
    await one.line.nudge()
    expect([await one.states(), await two.states()]).toEqual([
      ['sent', 'sent'],
      ['sent', 'sent'],
    ])
    expect(await stored()).toBe(2)
  })

  it('says on disk that its bytes may be anywhere, so that nobody who takes theirs back is told it never left', async () => {
    const one = tablet()
    await one.enrol(maple)
    cutLine()
    const digest = await one.seal()
    await one.keep().rescue()
    expect(await one.database.outbox.get(digest)).toMatchObject({ state: 'waiting', tried: true })
  })

  it('brings nothing in that the server would put aside for ever, so that the tablet can still be wiped', async () => {
    const one = tablet()
    await one.enrol(maple)
    const { ward, key } = await one.settings()
    const id = 'a'.repeat(32)
    const made = async (size: number, more: object) => {
      const header = writeHeader({ id, ward: ward.id, key: key.id, ...more })
      const bytes = new Uint8Array([...header, ...new Uint8Array(size)])
      return { digest: await digest(bytes, crypto.subtle), bytes }
    }
    const bad = [await made(SEALED_SIZE, { paper: true }), await made(SEALED_SIZE - 1, { slip: id })]
    const text = await writeRescue(ward.id, bad, crypto.subtle)
    expect(await one.keep().bringIn(new Blob([text]))).toMatchObject({ came: 0, noEnvelope: 2, otherWard: 0 })
    expect(await one.states()).toEqual([])
  })

  it('brings no form in again that its person has taken back here', async () => {
    const one = tablet()
    await one.enrol(maple)
    cutLine()
    const digest = await one.seal()
    const { text } = await one.keep().rescue()
    const mark = (await one.database.outbox.get(digest))?.slip ?? ''
    expect(mark).not.toBe('')
    await one.database.outbox.delete(digest)
    const slip = '0'.repeat(32)
    await one.database.withdrawals.put({ slip, mark, ward: maple, state: 'asked', here: 'copy' })
    expect(await one.keep().bringIn(new Blob([text]))).toMatchObject({ came: 0, takenBack: 1 })
    expect(await one.states()).toEqual([])
  })
})
