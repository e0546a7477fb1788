// Grace leads and Rosa is an independent advocate: what each of them sees of the safe tablet, and what neither does.

import { cleanup, screen, waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { evaluation } from '../../../src/instrument/evaluation.ts'
import type { Brought, PaperForm } from '../../../src/office/office.ts'
import type { About, Overview, WardView } from '../../../src/protocol/office.ts'
import { done, fakeOffice, heading, open, refused } from './fake.tsx'
import { madeUpForms, maple, overview, releaseReply } from './fixtures.ts'

afterEach(cleanup)
beforeEach(() => {
  window.scrollTo = () => undefined
})

const about: About = { idle: 15, beds: 18, returnTo: 'Voices Together\n12 Mill Lane\nLeeds LS1 4AB' }
const held = { id: 'held-release-1', due: '2026-03-01', since: '2026-03-01', why: 'burst' } as const

const withWard = (ward: Partial<WardView>, more: Partial<Overview> = {}) => ({
  overview: () => {
    const all = overview(more)
    const [first, ...rest] = all.services
    if (!first) throw new Error('no service')
    return done({ ...all, services: [{ ...first, wards: [{ ...maple, ...ward }] }, ...rest] })
  },
})
const asAdvocate = (ward: Partial<WardView> = {}) => withWard(ward, { role: 'advocate' })

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

describe('typing in a paper form', () => {
  const page = '/office/wards/maple/paper'
  const types = async (keys: string) => {
    await heading('A paper form of Maple ward')
    // A new page puts the focus on its heading first.
    await waitFor(() => expect(document.activeElement === document.body).toBe(false))
    ;(await screen.findAllByRole('radio', { name: 'Left out' }))[0]?.focus()
    await userEvent.keyboard(keys)
  }
  const sealing = () => {
    const forms: PaperForm[] = []
    const seal = (_: string, form: PaperForm) => {
      forms.push(form)
      return done({ digest: `d${forms.length}`, bytes: 'b' })
    }
    return { forms, seal }
  }
  const go = (name: string) => userEvent.click(screen.getByRole('button', { name }))

  it('takes a digit for each statement, and seals what was marked and no more', async () => {
    const { forms, seal } = sealing()
    open(page, fakeOffice({ look: asAdvocate({ about }), advocacy: { seal } }))
    await types('1230')
    await userEvent.click(screen.getByLabelText('Number in box 1'))
    await userEvent.keyboard('9')
    expect(screen.getByText(/^3 statements marked, 20 left out\./)).toBeTruthy()
    await go('Seal and send')
    expect(await screen.findByText(/^Sent\. It lies sealed/)).toBeTruthy()
    const [first, second, third] = evaluation.items.map(item => item.id)
    expect(forms).toEqual([
      {
        wording: { id: 'en/original', version: '1.0' },
        language: 'en',
        words: 'standard',
        marks: {
          [first ?? '']: 'not-at-all',
          [second ?? '']: 'sometimes',
          [third ?? '']: 'all-the-time',
          'eval-04': undefined,
        },
        topics: ['eval-09'],
        end: 'finished',
      },
    ])
  })

  it('keeps nothing after sending: the next form begins empty', async () => {
    open(page, fakeOffice({ look: asAdvocate({ about }) }))
    await types('123')
    await go('Seal and send')
    await userEvent.click(await screen.findByRole('button', { name: 'Type in the next one' }))
    expect(screen.getByText(/^0 statements marked, 23 left out\./)).toBeTruthy()
    expect(localStorage.length + sessionStorage.length).toBe(0)
  })

  it('sends the same envelope again when no answer came, so that one form never counts twice', async () => {
    const sent: string[] = []
    const send = (_: string, { digest }: { digest: string }) => {
      sent.push(digest)
      return sent.length === 1 ? refused('no-signal') : done({ state: 'duplicate', digest } as const)
    }
    const { forms, seal } = sealing()
    open(page, fakeOffice({ look: asAdvocate({ about }), advocacy: { seal, send } }))
    await types('2')
    await go('Seal and send')
    expect(await screen.findByText(/It is sealed and not sent yet\. Nothing is lost\./)).toBeTruthy()
    expect(screen.getByText(/^1 statement marked/)).toBeTruthy()
    await go('Send it again')
    expect(await screen.findByText(/^Sent\./)).toBeTruthy()
    expect(sent).toEqual(['d1', 'd1'])
    expect(forms).toHaveLength(1)
  })

  it('loses nothing when Rosa’s session ends while she types', async () => {
    const seal = () => refused('401.2')
    open(page, fakeOffice({ look: asAdvocate({ about }), advocacy: { seal } }))
    await types('123')
    await go('Seal and send')
    expect((await screen.findByRole('alert')).textContent).toMatch(/open a new sign-in link in another tab/)
    expect(screen.getByText(/^3 statements marked/)).toBeTruthy()
  })

  it('lets her put right what the server did not take', async () => {
    const send = () => done({ state: 'refused', digest: 'd', problem: '422.3' } as const)
    open(page, fakeOffice({ look: asAdvocate({ about }), advocacy: { send } }))
    await types('1')
    await go('Seal and send')
    expect((await screen.findByRole('alert')).textContent).toMatch(/the key for it is not on this server/)
    expect(screen.getByText(/^1 statement marked/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Seal and send' })).toBeTruthy()
  })

  it('seals nothing that says nothing, and no topic that is no statement', async () => {
    const { forms, seal } = sealing()
    open(page, fakeOffice({ look: asAdvocate({ about }), advocacy: { seal } }))
    await types('0')
    await go('Seal and send')
    expect((await screen.findByRole('alert')).textContent).toMatch(/Nothing is marked/)
    await types('1')
    for (const [box, number] of [
      ['1', '24'],
      ['2', '7'],
    ] as const)
      await userEvent.type(screen.getByLabelText(`Number in box ${box}`), number)
    await go('Seal and send')
    expect((await screen.findByRole('alert')).textContent).toMatch(/numbers from 1 to 23/)
    expect(forms).toEqual([])
  })

  it('is empty when the page is left, so that Back shows nobody what was typed', async () => {
    open(page, fakeOffice({ look: asAdvocate({ about }) }))
    await types('33')
    window.dispatchEvent(new Event('pagehide'))
    await waitFor(() => expect(screen.getByText(/^0 statements marked/)).toBeTruthy())
  })
})

describe('the paper booklet', () => {
  const page = '/office/wards/maple/booklet'

  it('is printed only with a way back that avoids staff', async () => {
    open(page)
    await heading('Paper booklet for Maple ward')
    expect(screen.getByText(/no filled-in form goes through the hands of staff/)).toBeTruthy()
    expect(document.querySelector('.office-sheet')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Print it' })).toBeNull()
  })

  it('has the RRN’s own words character for character, in their order, with attribution and licence', async () => {
    open(page, fakeOffice({ look: withWard({ about }) }))
    await heading('Paper booklet for Maple ward')
    const items = [...document.querySelectorAll('.office-sheet-item')].map(one => one.textContent)
    expect(items).toEqual(evaluation.items.map(({ text }, n) => `${n + 1} ${text}`))
    expect(document.querySelectorAll('.office-sheet')).toHaveLength(10)
    const stems = [...document.querySelectorAll('.office-sheet-stem')].map(one => one.textContent)
    expect(new Set(stems)).toEqual(new Set([evaluation.stem]))
    expect(screen.getByText(/Quinn, A. \(2022\)\. The RRN relational model/)).toBeTruthy()
    expect(screen.getByText(/Attribution-NonCommercial-NoDerivatives 4\.0/)).toBeTruthy()
  })

  it('promises what is true of paper, asks for no name, and says whom to call and where to send it', async () => {
    open(page, fakeOffice({ look: withWard({ about }) }))
    await heading('Paper booklet for Maple ward')
    const text = document.querySelector('.office-sheets')?.textContent ?? ''
    for (const said of [
      'Skip any. Finish any time.',
      'Saying no changes nothing: not your care, your leave or your section.',
      'On a small ward someone might still guess.',
      'Nobody reads this today.',
      'Do not write your name.',
      'it can’t be taken back',
      about.returnTo,
      '0191 498 0001',
      '999',
    ])
      expect(text).toContain(said)
    expect(text).not.toMatch(/tablet|Ward staff can’t open/)
    expect(document.querySelectorAll('.office-sheet input')).toHaveLength(0)
  })

  it('gives each answer a box of one size and its sign: empty, half, full', async () => {
    open(page, fakeOffice({ look: withWard({ about }) }))
    await heading('Paper booklet for Maple ward')
    const answers = [...document.querySelectorAll('.office-sheet-items li')].map(li =>
      [...li.querySelectorAll('.office-sheet-answer')].map(one => [
        one.textContent,
        one.querySelectorAll('.office-sheet-box').length,
        one.querySelector('.office-sheet-full')?.getAttribute('height'),
      ]),
    )
    expect(answers).toHaveLength(23)
    for (const three of answers)
      expect(three).toEqual([
        ['Not at all', 1, '0'],
        ['Sometimes', 1, '10'],
        ['All the time', 1, '20'],
      ])
  })

  it('is there in the wordings that are on, says whose words they are, and what it says in that language', async () => {
    open(page, fakeOffice({ look: withWard({ about }) }))
    const select = await screen.findByLabelText('In whose words')
    expect(
      within(select)
        .getAllByRole('option')
        .map(one => one.textContent),
    ).toEqual([
      'English, the RRN’s own words',
      'English, pictures and plainer words',
      'Polish, pictures and plainer words',
    ])
    await userEvent.selectOptions(select, 'Polish, pictures and plainer words')
    expect(await screen.findByText(/^Draft: nobody has checked it/)).toBeTruthy()
    expect(screen.getByText(/The statements are not the RRN’s own words/)).toBeTruthy()
    expect(document.querySelector('.office-sheet-title')?.getAttribute('lang')).toBe('pl')
    expect(document.querySelectorAll('.office-sheet-item')).toHaveLength(23)
    expect(document.querySelector('.office-sheet-items')?.getAttribute('lang')).toBe('pl')
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
    const lines = (await screen.findAllByRole('listitem')).map(one => one.textContent)
    expect(lines).toEqual([
      '2 forms came in.',
      '1 form was here already. It counts once.',
      '1 form was not taken: the key for it is not on this server. It was put aside, and nothing is lost.',
      '1 form was not taken: the person has taken it back.',
      '1 form in the file can’t be read: it was damaged on the way.',
    ])
    expect(screen.getByText(/Something is missing from the file/)).toBeTruthy()
  })

  it('says plainly that another file is none', async () => {
    await bring({ is: 'no-rescue' })
    expect(await screen.findByText(/This is no rescue file/)).toBeTruthy()
  })
})
