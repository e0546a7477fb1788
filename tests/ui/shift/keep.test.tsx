// Ruth looks after a tablet: how it is, forms that are missing, a file by hand, wiping it, cleaning it.

import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import staff from '../../../locales/en/staff.json' with { type: 'json' }
import type { Brought, Health, Keep, Scene } from '../../../src/tablet/tablet.ts'
import { App } from '../../../src/ui/app.tsx'
import { linesOf } from '../../../src/ui/shift/lines.ts'
import { sentencesOf } from '../../../src/ui/shift/rescue.tsx'
import { sentenceOf } from '../../../src/ui/shift/wipe.tsx'
import { fakeTablet, still, ward, well } from '../../fakes/tablet.ts'
import { words } from '../../fixtures/words.ts'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

/** Ruth at the shift screen, with This tablet open. */
async function looking(kept: Partial<Keep> = {}, shift = still) {
  const tablet = fakeTablet({ at: 'shift' }, ward(), shift)
  tablet.kept = { ...tablet.kept, ...kept }
  render(<App tablet={tablet} />)
  const ruth = userEvent.setup()
  await ruth.click(await screen.findByRole('button', { name: staff.tablet }))
  return { tablet, ruth }
}

const press = async (ruth: ReturnType<typeof userEvent.setup>, name: string) =>
  ruth.click(await screen.findByRole('button', { name }))

describe('how the tablet is', () => {
  const worst: Health = {
    failing: 'write',
    persisted: false,
    room: { used: 990_000_000, of: 1_000_000_000 },
    installed: false,
    clock: 'wrong',
  }

  it('tells Ruth first what stops the tablet, then what she should do, then what is well', () => {
    const { health } = staff
    expect(linesOf(worst).map(({ says }) => says)).toEqual([
      health.write,
      health.full.replace('{{mb}}', '10'),
      health.wrong,
      health.unkept,
      health.browser,
    ])
    expect(linesOf({ ...well, persisted: false }).map(({ does }) => does)).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  it('asks nothing of her where all is well, and does not say that of what the browser does not tell', () => {
    expect(linesOf(well).filter(({ does }) => does)).toEqual([])
    const said = linesOf({ ...well, room: undefined }).map(({ says }) => says)
    expect(said).not.toContain(staff.health.room)
  })

  it('can be asked for again when it did not come, and nothing else of the screen is lost', async () => {
    let tries = 0
    const { ruth } = await looking({
      health: async () => {
        tries += 1
        if (tries === 1) throw new Error('no line')
        return well
      },
    })
    await press(ruth, staff.again)
    expect(await screen.findByText(staff.health.kept)).toBeTruthy()
  })

  it('tells her what can’t wait even when she only came to send, and nothing else', async () => {
    const tablet = fakeTablet({ at: 'shift' })
    tablet.kept = { ...tablet.kept, health: async () => worst }
    render(<App tablet={tablet} />)
    expect(await screen.findByText(staff.health.write)).toBeTruthy()
    expect(screen.getByText(staff.health.wrong)).toBeTruthy()
    expect(screen.queryByText(staff.health.unkept)).toBeNull()
  })

  it('says each thing once when she looks further too, so that one fault does not read as two', async () => {
    await looking({ health: async () => worst })
    expect(await screen.findByText(staff.health.unkept)).toBeTruthy()
    for (const { says } of linesOf(worst)) expect(screen.getAllByText(says)).toHaveLength(1)
  })
})

describe('a tablet whose forms are missing', () => {
  it('says how many and whom to tell, on the shift screen until Ruth has told the office', async () => {
    const { ruth } = await looking({}, { ...still, missing: 3 })
    expect(screen.getByText('3 forms that waited here are missing.')).toBeTruthy()
    await press(ruth, staff.missing.told)
    expect(screen.queryByText('3 forms that waited here are missing.')).toBeNull()
  })

  it('says so where it is to be set up again, since a wiped tablet shows nothing else', async () => {
    render(<App tablet={fakeTablet({ at: 'unenrolled', busy: false, missing: 1 }, undefined)} />)
    expect(await screen.findByText(staff.missing.one)).toBeTruthy()
  })
})

describe('the check before a tablet is wiped', () => {
  it('says yes only where nothing would be lost, and otherwise every reason in one sentence', () => {
    expect(sentenceOf({ may: true })).toBe(staff.wipe.may)
    const why = [
      { is: 'waiting', n: 3 },
      { is: 'set-aside', n: 1 },
      { is: 'drafts', n: 2 },
      { is: 'unheard', n: 1 },
    ] as const
    expect(sentenceOf({ may: false, why, since: '2026-03-01' })).toBe(
      'Do not wipe this tablet: 3 forms wait, 1 form is set aside, 2 forms are not finished ' +
        'and it can’t reach the server now, and last did on 1 March 2026.',
    )
  })

  it('never says yes when it could not look', async () => {
    const { ruth } = await looking({ mayWipe: () => Promise.reject(new Error('closed')) })
    await press(ruth, staff.wipe.check)
    expect(await screen.findByText(staff.failed)).toBeTruthy()
    expect(screen.queryByText(staff.wipe.may)).toBeNull()
  })
})

describe('a rescue file', () => {
  const nothing: Brought = {
    is: 'brought',
    came: 0,
    here: 0,
    takenBack: 0,
    otherWard: 0,
    damaged: 0,
    noEnvelope: 0,
    tooNew: 0,
    complete: true,
  }

  it('is saved under a name that tells no time, and Ruth hears how many forms are in it', async () => {
    const url = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x')
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
    const { ruth } = await looking({}, { ...still, waiting: 2 })
    await press(ruth, staff.rescue.save)
    const said = '2 forms are in the file equal-voice-maple-ward.json. Give it to the office.'
    expect(await screen.findByText(said)).toBeTruthy()
    expect([url.mock.calls.length, click.mock.calls.length]).toEqual([1, 1])
  })

  it('says plainly what came in, what was here, and what can’t be read and why', async () => {
    const { ruth } = await looking({
      bringIn: async () => ({ ...nothing, came: 4, here: 1, damaged: 2, complete: false }),
    })
    const input = screen.getByLabelText(staff.rescue.open)
    await ruth.upload(input, new File(['{}'], 'equal-voice-maple.json', { type: 'application/json' }))
    for (const says of [
      '4 forms came in. They are sent with the others.',
      '1 form was here already.',
      '2 forms were damaged on the way and can’t be read. Save the file again on the first tablet.',
      staff.rescue.incomplete,
    ])
      expect(await screen.findByText(says)).toBeTruthy()
  })

  it('has a sentence for whatever else may come of it', () => {
    expect(sentencesOf({ is: 'no-rescue' })).toEqual([staff.rescue['no-rescue']])
    expect(sentencesOf({ is: 'newer' })).toEqual([staff.rescue.newer])
    expect(sentencesOf({ is: 'refused' })).toEqual([staff.rescue['in-refused']])
    expect(sentencesOf({ ...nothing, otherWard: 1 })).toEqual([
      staff.rescue.came_zero,
      staff.rescue.otherWard_one,
    ])
  })
})

describe('the cleaning lock', () => {
  async function cleaning() {
    const { tablet, ruth } = await looking()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    await fireEvent.click(await screen.findByRole('button', { name: staff.cleaning.start }))
    await vi.waitFor(() => screen.getByRole('heading', { name: staff.cleaning.title }))
    return { tablet, ruth }
  }

  it('has nothing to press, takes no touch, and says that it ends by itself', async () => {
    const { tablet } = await cleaning()
    expect(screen.queryAllByRole('button')).toEqual([])
    expect(within(document.body).getByText(staff.cleaning.ends)).toBeTruthy()
    const heading = screen.getByRole('heading')
    for (const touch of ['pointerdown', 'touchstart', 'click', 'contextmenu'])
      expect(heading.dispatchEvent(new Event(touch, { bubbles: true, cancelable: true }))).toBe(false)
    expect(tablet.scene.get().at).toBe('cleaning')
  })

  it('ends after a minute and not before, and by Escape', async () => {
    const { tablet } = await cleaning()
    vi.advanceTimersByTime(59_000)
    expect(tablet.scene.get().at).toBe('cleaning')
    vi.advanceTimersByTime(1_000)
    expect(tablet.scene.get().at).toBe('welcome')
    cleanup()
    vi.useRealTimers()
    const again = await cleaning()
    await fireEvent.keyDown(document.body, { key: 'a' })
    expect(again.tablet.scene.get().at).toBe('cleaning')
    await fireEvent.keyDown(document.body, { key: 'Escape' })
    expect(again.tablet.scene.get().at).toBe('welcome')
  })
})

it('says kindly that another window is the tablet, with nothing to press', () => {
  render(<App tablet={fakeTablet({ at: 'elsewhere' } satisfies Scene)} />)
  expect(screen.getByRole('heading', { name: words.elsewhere.title })).toBeTruthy()
  expect(screen.queryAllByRole('button')).toEqual([])
})

it('lets staff send what waits from a tablet that must not collect', async () => {
  render(<App tablet={fakeTablet({ at: 'unable', why: 'write' })} />)
  await userEvent.setup().click(await screen.findByRole('button', { name: words.welcome.staff }))
  await screen.findByRole('heading', { name: words.shift.title })
})

describe('an iPad, whose home screen and browser share nothing', () => {
  const device = { standalone: false, maxTouchPoints: 5 }
  afterEach(() => {
    for (const name of Object.keys(device)) Reflect.deleteProperty(navigator, name)
  })
  const has = (values: object) => {
    for (const [name, value] of Object.entries(values))
      Object.defineProperty(navigator, name, { value, configurable: true })
  }

  it('tells whoever sets it up in the browser that the code is the way', async () => {
    has(device)
    render(<App tablet={fakeTablet({ at: 'unenrolled', busy: false }, undefined)} />)
    expect(await screen.findByText(staff.ios.code)).toBeTruthy()
  })

  it('says nothing of it in the app on the home screen, nor anywhere else', async () => {
    for (const other of [{ ...device, standalone: true }, { maxTouchPoints: 5 }]) {
      has(other)
      render(<App tablet={fakeTablet({ at: 'unenrolled', busy: false }, undefined)} />)
      await screen.findByRole('heading', { name: words.enrol.title })
      expect(screen.queryByText(staff.ios.code)).toBeNull()
      cleanup()
      for (const name of Object.keys(device)) Reflect.deleteProperty(navigator, name)
    }
  })
})
