// Grace leads and Rosa is an independent advocate: what each of them sees of the safe tablet, and what neither does.

import { cleanup, screen, waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Brought, Going, Tablets } from '../../../src/office/office.ts'
import type { About } from '../../../src/protocol/office.ts'
import { about, asAdvocate, fakeOffice, heading, open, withWard } from './fake.tsx'
import { madeUpForms, maple, releaseReply } from './fixtures.ts'
import { done } from './outcome.ts'

afterEach(cleanup)
beforeEach(() => {
  window.scrollTo = () => undefined
})

const held = { id: 'held-release-1', due: '2026-03-01', since: '2026-03-01', why: 'burst' } as const

describe('about a ward', () => {
  it('saves minutes, beds and an address of several lines', async () => {
    const saved: [string, About][] = []
    const setAbout = (ward: string, given: About) => {
      saved.push([ward, given])
      return done(undefined)
    }
    open('/office/wards/maple/about', fakeOffice({ keep: { setAbout } }))
    await heading('About Maple ward')
    await userEvent.clear(screen.getByLabelText('Minutes before the curtain'))
    await userEvent.type(screen.getByLabelText('Minutes before the curtain'), '15')
    await userEvent.type(screen.getByLabelText('Beds'), '18')
    await userEvent.type(screen.getByLabelText('Where paper forms go back to'), about.returnTo)
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    await heading('Maple ward')
    expect(saved).toEqual([['maple', about]])
  })

  it('saves nothing that no ward can be, and says at the line what to do', async () => {
    const saved: unknown[] = []
    const setAbout = (...given: unknown[]) => {
      saved.push(given)
      return done(undefined)
    }
    open('/office/wards/maple/about', fakeOffice({ keep: { setAbout } }))
    const idle = await screen.findByLabelText('Minutes before the curtain')
    await userEvent.clear(idle)
    await userEvent.type(idle, '1')
    await userEvent.type(screen.getByLabelText('Beds'), 'ten')
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(screen.getByText(/Give whole minutes from 2 to 120/)).toBeTruthy()
    expect(document.activeElement === idle).toBe(true)
    expect(saved).toEqual([])
  })
})

describe('a code for a camera', () => {
  it('is a picture with a name beside the code, and says that on iOS the code is the way', async () => {
    open('/office/wards/maple')
    await userEvent.click(await screen.findByRole('button', { name: 'Make a code' }))
    const picture = await screen.findByRole('img', { name: 'QR code that opens the enrolment link' })
    expect(picture.querySelector('path')?.getAttribute('d')?.length).toBeGreaterThan(1_000)
    expect(screen.getByText(/On an iPad or iPhone, type the code in instead/)).toBeTruthy()
    expect(document.querySelectorAll('[style], style')).toHaveLength(0)
  })
})

describe('questions about tablets', () => {
  it('are asked as questions of a tablet, with no person and no time of day', async () => {
    const tablets = [
      {
        ...(maple.tablets[0] ?? { id: '', name: '', heardOn: '', ended: false }),
        questions: [
          { is: 'fewer-arrived', forms: 2 },
          { is: 'no-sum', forms: 1 },
          { is: 'began-anew' },
          { is: 'not-heard' },
        ],
      },
    ] as const
    open('/office/wards/maple', fakeOffice({ look: withWard({ tablets }) }))
    await heading('Maple ward')
    const asked = within(
      screen.getByRole('region', { name: 'Questions about this ward’s tablets' }),
    ).getAllByRole('listitem')
    expect(asked).toHaveLength(4)
    for (const one of asked) {
      expect(one.textContent).toMatch(/^(1 form .*|)Tablet 1|on Tablet 1/)
      expect(one.textContent).toContain('?')
      expect(one.textContent).not.toMatch(/\d:\d\d|person|somebody|who /)
    }
    expect(asked[3]?.textContent).toContain('not been heard from since 10 February 2026')
  })
})

describe('a release that is held', () => {
  it('shows Grace that an advocate is looking at it and since when, and neither why nor a way to its figures', async () => {
    open('/office', fakeOffice({ look: withWard({ held: [held] }) }))
    await heading('Wards')
    expect(screen.getByText(/an independent advocate is looking at it since 1 March 2026/).textContent).toBe(
      'Release of 1 March 2026: an independent advocate is looking at it since 1 March 2026.',
    )
    expect(screen.queryByRole('link', { name: /1 March 2026/ })).toBeNull()
    expect(document.body.innerHTML).not.toContain(held.id)
    expect(document.body.textContent).not.toMatch(/arrived on one day|beds/)
  })

  it('is let go by Rosa after she was asked once more, and by nobody before', async () => {
    const gone: string[] = []
    const letGo = (id: string) => {
      gone.push(id)
      return done(undefined)
    }
    const reply = releaseReply(madeUpForms(24))
    const look = {
      ...asAdvocate({ held: [held] }),
      release: () => done(gone.length > 0 ? reply : { ...reply, held: { since: held.since, why: held.why } }),
    }
    open('/office', fakeOffice({ look, advocacy: { letGo } }))
    await userEvent.click(await screen.findByRole('link', { name: 'Look at the release of 1 March 2026' }))
    expect(await screen.findByText(/Often a tablet had been without signal/)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Let this release go' }))
    expect(gone).toEqual([])
    expect(screen.getByText(/It can’t be held again/)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Yes, let it go' }))
    expect(await screen.findByText('The release has been let go.')).toBeTruthy()
    expect(gone).toEqual([held.id])
    expect(screen.queryByRole('button', { name: 'Let this release go' })).toBeNull()
  })
})

describe('the advocate’s place', () => {
  it('has releases and paper, and no tablet, code, contact to change or wording to switch', async () => {
    open('/office/wards/maple', fakeOffice({ look: asAdvocate({ about }) }))
    await heading('Maple ward')
    expect(screen.getByText('Advocate’s place')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Type in a form that came on paper' })).toBeTruthy()
    for (const name of [/code/i, /End/, /permission/])
      expect(screen.queryByRole('button', { name })).toBeNull()
    expect(screen.queryByRole('link', { name: /Change|Fill in|Words and languages/ })).toBeNull()
  })

  it.each(['contacts', 'about', 'opening'])('has no page to change a ward’s %s', async page => {
    open(`/office/wards/maple/${page}`, fakeOffice({ look: asAdvocate() }))
    await heading('There is nothing here')
  })

  it('is closed to Grace: a leader types no paper forms', async () => {
    open('/office/wards/maple/paper')
    await heading('There is nothing here')
  })
})

describe('a rescue file', () => {
  const brought: Brought = {
    is: 'brought',
    receipts: [
      { state: 'stored', digest: 'a' },
      { state: 'stored', digest: 'b' },
      { state: 'duplicate', digest: 'c' },
      { state: 'refused', digest: 'd', problem: '422.3' },
      { state: 'refused', digest: 'e', problem: '422.5' },
    ],
    unreadable: ['damaged'],
    complete: false,
    left: 0,
  }
  const bring = async (what: Brought) => {
    const read: string[] = []
    const bringIn = (text: string) => {
      read.push(text)
      return done(what)
    }
    open('/office/rescue', fakeOffice({ tablets: { bringIn } }))
    const file = new File(['{"kind":"x"}'], 'forms.json', { type: 'application/json' })
    await userEvent.upload(await screen.findByLabelText('Rescue file'), file)
    return read
  }

  it('says what came of each kind, and why what was not taken was not', async () => {
    expect(await bring(brought)).toEqual(['{"kind":"x"}'])
    const page = within(screen.getByRole('main'))
    const lines = (await page.findAllByRole('listitem')).map(one => one.textContent)
    expect(lines).toEqual([
      '2 forms came in.',
      '1 form was here already. It counts once.',
      '1 form was not taken: the key for it is not on this server. It was put aside, and nothing is lost.',
      '1 form was not taken: the person has taken it back.',
      '1 form in the file can’t be read: it was damaged on the way.',
    ])
    expect(screen.getByText(/Something is missing from the file/)).toBeTruthy()
  })

  it('shows how far it is, and says after Stop what came in and what did not', async () => {
    let going: Going | undefined
    let end: (outcome: Awaited<ReturnType<Tablets['bringIn']>>) => void = () => undefined
    const bringIn: Tablets['bringIn'] = (_, given) => {
      going = given
      return new Promise(resolve => {
        end = resolve
      })
    }
    open('/office/rescue', fakeOffice({ tablets: { bringIn } }))
    const file = new File(['{"kind":"x"}'], 'forms.json', { type: 'application/json' })
    await userEvent.upload(await screen.findByLabelText('Rescue file'), file)
    await waitFor(() => expect(going).toBeDefined())
    going?.tell(100, 250)
    expect(await screen.findByText('100 of 250 forms have been sent.')).toBeTruthy()
    expect(screen.getByRole('progressbar', { name: 'Forms sent' }).getAttribute('value')).toBe('100')
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }))
    expect(going?.stop.aborted).toBe(true)
    end({ done: true, value: { ...brought, complete: true, left: 150 } as Brought })
    expect(await screen.findByText('150 forms were not sent.')).toBeTruthy()
    expect(screen.getByText(/You stopped it. What came in stays in./)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull()
  })

  it('stops when the leader leaves the page', async () => {
    let going: Going | undefined
    const bringIn: Tablets['bringIn'] = (_, given) => {
      going = given
      return new Promise(() => undefined)
    }
    const { unmount } = open('/office/rescue', fakeOffice({ tablets: { bringIn } }))
    const file = new File(['{}'], 'forms.json', { type: 'application/json' })
    await userEvent.upload(await screen.findByLabelText('Rescue file'), file)
    await waitFor(() => expect(going).toBeDefined())
    unmount()
    await waitFor(() => expect(going?.stop.aborted).toBe(true))
  })

  it('says plainly that another file is none', async () => {
    await bring({ is: 'no-rescue' })
    expect(await screen.findByText(/This is no rescue file/)).toBeTruthy()
  })
})
