// The Evaluation on paper: the booklet that is printed, and Rosa who types what came back straight into an envelope.

import { cleanup, screen, waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { evaluation } from '../../../src/instrument/evaluation.ts'
import type { PaperForm } from '../../../src/office/office.ts'
import { about, asAdvocate, fakeOffice, heading, open, withWard } from './fake.tsx'
import { done, refused } from './outcome.ts'

afterEach(cleanup)
beforeEach(() => {
  window.scrollTo = () => undefined
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
    expect((await screen.findByRole('alert')).textContent).toMatch(/sign in again in another tab/)
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
