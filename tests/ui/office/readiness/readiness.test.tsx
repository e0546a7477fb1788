// Grace leads a service and Rosa is its advocate. These are the screens of the Readiness Checker.

import { cleanup, screen, waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Checker } from '../../../../src/improve/readiness.ts'
import { readiness } from '../../../../src/instrument/readiness.ts'
import { asAdvocate, fakeOffice, heading, open, withWard } from '../fake.tsx'
import { madeUpForms, nearlyAlike, overview, releaseReply } from '../fixtures.ts'
import { done } from '../outcome.ts'
import { fakeReadiness, people, version, voice } from './fake.ts'

afterEach(cleanup)
beforeEach(() => {
  window.scrollTo = () => undefined
})

const differ = version([voice(), people])
const first = readiness.activities[0]?.questions[0]?.text ?? ''

/** Opens a page over these versions, as a leader or as somebody else. */
const come = (path: string, checkers: readonly Checker[], look = {}) => {
  const through = 'role' in look && look.role === 'advocate' ? { through: 'advocate' as const } : {}
  const office = fakeOffice({
    readiness: fakeReadiness(checkers, through),
    look: { overview: () => done(overview(look)) },
  })
  return open(`/office/readiness${path}`, office)
}
const question = () => screen.getByRole('article', { name: first })
const sides = (at: HTMLElement) => [...at.querySelectorAll('.ready-side')]

describe('the document', () => {
  it('has the booklet’s 21 questions, seven activities and three forms, character for character, and says whose they are', async () => {
    come('/adult', [differ])
    await heading('Readiness Checker: Adult mental health')
    const asked = readiness.activities.flatMap(one => one.questions.map(({ text }) => text))
    expect(screen.getAllByRole('article').map(one => within(one).getByRole('heading').textContent)).toEqual(
      asked,
    )
    for (const { label } of readiness.activities)
      expect(screen.getByRole('heading', { level: 2, name: label })).toBeTruthy()
    // Each once above all, and once in every activity.
    for (const { label } of readiness.dimensions) expect(screen.getAllByText(label).length).toBe(8)
    expect(screen.getByText(readiness.intro)).toBeTruthy()
    expect(screen.getAllByText('Coproducton activity').length).toBe(7)
    expect(screen.getByText(/Quinn, A\. \(2022\), character for character/)).toBeTruthy()
    expect(
      screen.getByText(
        "Yes, Partly, No and We don't know. These four are ours: the booklet defines none. Their order means nothing.",
      ),
    ).toBeTruthy()
  })

  it('shows people and staff who differ side by side, each with who said it, and decides nothing', async () => {
    come('/adult', [differ])
    await heading(/Readiness Checker/)
    expect(within(question()).getByText('They see this differently')).toBeTruthy()
    expect(sides(question()).map(side => side.textContent)).toEqual([
      'YesA member of staff. 3 February 2026.Policy 12 says so.',
      'NoPeople who are or were cared for here and peer supporters, together. 3 February 2026. Written down by an advocate.We hear about changes after they are made.',
    ])
  })

  it('shows no number but days: no total, no share, no level, no progress, however much is said', async () => {
    const more = ['c', 'd', 'e'].map(id => voice({ id: id.repeat(32), evidence: '' }))
    const { container } = come('/adult', [
      version([voice({ evidence: '' }), ...more, { ...people, evidence: '' }]),
    ])
    await heading(/Readiness Checker/)
    const page = container.querySelector('main')?.textContent ?? ''
    const days = /\d{1,2} (January|February|August) \d{4}/g
    const known = /Quinn, A\. \(2022\)|CC BY-NC-ND 4\.0/g
    expect(page.replaceAll(days, '').replaceAll(known, '')).not.toMatch(/\d|%/)
    expect(page).not.toMatch(/\b(most|majority|average|overall|score|level|per cent|out of|answered)\b/i)
    expect(container.querySelector('progress, meter, [role=progressbar], [role=meter]')).toBeNull()
  })

  it('says what somebody said before they changed their mind, and keeps both', async () => {
    const changed = voice({ id: 'c'.repeat(32), answer: 'partly', instead: 'a'.repeat(32), on: '2026-02-10' })
    come('/adult', [version([voice(), changed])])
    await heading(/Readiness Checker/)
    expect(sides(question()).length).toBe(1)
    expect(
      within(question()).getByText('Before that they said Yes, on 3 February 2026: Policy 12 says so.'),
    ).toBeTruthy()
  })

  it('shows what was said in the version before until it is said again', async () => {
    const old = version([voice(), people], '2026-01-20')
    come('/adult', [version([voice({ id: 'c'.repeat(32), answer: 'no' })], undefined, old, 'two'), old])
    await heading(/Readiness Checker/)
    const before = within(question()).getByText('Said in the version before, and not said again yet')
    expect(before.parentElement?.textContent).toContain('People who are or were cared for here')
    expect(before.parentElement?.textContent).not.toContain('A member of staff')
  })

  it('leaves a reader nothing to change, and says so to nobody else', async () => {
    come('/adult', [differ], { role: 'reader' })
    await heading(/Readiness Checker/)
    expect(screen.queryByRole('button', { name: /Finish/ })).toBeNull()
    expect(screen.queryByRole('link', { name: /Say something/ })).toBeNull()
  })
})

describe('a version', () => {
  it('is begun, and finished only after Grace was asked once more', async () => {
    come('/adult', [])
    await userEvent.click(await screen.findByRole('button', { name: 'Begin the first version' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Finish this version' }))
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Finish this version today?'))
    await userEvent.click(screen.getByRole('button', { name: 'Yes, finish it' }))
    expect((await screen.findByRole('alert')).textContent).toMatch(/Nothing was kept|changed/)
  })

  it('that is finished stays, and the next begins from it', async () => {
    come('/adult', [version([voice()])])
    await userEvent.click(await screen.findByRole('button', { name: 'Finish this version' }))
    await userEvent.click(screen.getByRole('button', { name: 'Yes, finish it' }))
    await screen.findByText('This version is finished.')
    await userEvent.click(screen.getByRole('button', { name: 'Begin the next version' }))
    expect(await screen.findByText('Said in the version before, and not said again yet')).toBeTruthy()
  })

  it('is found in the list of all, none of them better', async () => {
    const old = version([people], '2026-01-20')
    come('/adult/versions', [version([], undefined, old, 'two'), old])
    await heading(/^Versions/)
    await userEvent.click(screen.getByRole('link', { name: '1 August 2025 to 20 January 2026' }))
    await heading(/Readiness Checker/)
    expect(sides(question()).length).toBe(1)
    expect(screen.queryByRole('link', { name: /Say something/ })).toBeNull()
    expect(screen.queryByRole('button', { name: /Begin|Finish/ })).toBeNull()
  })
})

describe('a question', () => {
  const at = '/adult/questions/ready-1o'

  it('takes an answer, what shows it and who says it, by keyboard alone', async () => {
    come(at, [differ])
    const title = await heading(first)
    await waitFor(() => expect(document.activeElement).toBe(title))
    screen.getByRole('radio', { name: 'Partly' }).focus()
    await userEvent.keyboard(' ')
    screen.getByRole('textbox', { name: /What shows it/ }).focus()
    await userEvent.keyboard('Every Monday we meet.')
    await userEvent.tab()
    await userEvent.tab()
    await userEvent.keyboard(' ')
    expect((screen.getByRole('checkbox', { name: 'Family or friends' }) as HTMLInputElement).checked).toBe(
      true,
    )
    screen.getByRole('button', { name: 'Keep this' }).focus()
    await userEvent.keyboard('{Enter}')
    await screen.findByText(/^Kept: Partly\. Family or a friend\.$/)
    await waitFor(() => expect(document.activeElement?.textContent).toBe('What has been said'))
    const now = screen.getByRole('region', { name: 'What has been said' })
    expect(sides(now).length).toBe(3)
    expect(now.textContent).toContain('Every Monday we meet.')
  })

  it('says what is missing before it keeps anything, and keeps the words that were typed', async () => {
    come(at, [differ])
    await heading(first)
    await userEvent.type(screen.getByRole('textbox'), 'Half a thought')
    await userEvent.click(screen.getByRole('button', { name: 'Keep this' }))
    expect(screen.getByText('Choose one of the four answers.')).toBeTruthy()
    expect(screen.getByText('Choose who says it.')).toBeTruthy()
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'Half a thought')
    expect(sides(screen.getByRole('region', { name: 'What has been said' })).length).toBe(2)
  })

  it('warns before a name is written down, since everybody in the office reads it', async () => {
    come(at, [differ])
    await heading(first)
    expect(screen.getByRole('textbox', { description: /Name nobody/ })).toBeTruthy()
    await userEvent.type(screen.getByRole('textbox'), 'Ask Dr Smith')
    expect(screen.getByText(/looks like somebody’s name/)).toBeTruthy()
  })

  it('lets Rosa change what people told her, and Grace only what was told to the setting', async () => {
    come(at, [differ])
    await heading(first)
    expect(
      screen
        .getAllByRole('button', { name: /changed their mind/ })
        .map(one => one.getAttribute('aria-label')),
    ).toEqual(['They have changed their mind: A member of staff, Yes'])
    cleanup()
    come(at, [differ], { role: 'advocate' })
    await userEvent.click(await screen.findByRole('button', { name: /changed their mind: People/ }))
    await waitFor(() => expect(document.activeElement?.textContent).toBe('A change of mind'))
    expect(screen.getByText(/In place of what they said on 3 February 2026: No\./)).toBeTruthy()
    await userEvent.click(screen.getByRole('radio', { name: 'Partly' }))
    await userEvent.click(screen.getByRole('button', { name: 'Keep this' }))
    await screen.findByText(/^Kept: Partly/)
    const now = screen.getByRole('region', { name: 'What has been said' })
    expect(now.textContent).toContain('Before that they said No')
    expect(sides(now).length).toBe(2)
  })

  it('keeps the words when the server has been left, and sends the same voice again', async () => {
    const sent: string[] = []
    const kept = fakeReadiness([differ])
    const office = fakeOffice({
      readiness: {
        ...kept,
        say(checker, said) {
          sent.push(said.id)
          return sent.length === 1
            ? Promise.resolve({ done: false, refusal: 'no-signal' })
            : kept.say(checker, said)
        },
      },
    })
    open(`/office/readiness${at}`, office)
    await userEvent.click(await screen.findByRole('radio', { name: 'No' }))
    await userEvent.click(screen.getByRole('checkbox', { name: 'Leaders' }))
    await userEvent.click(screen.getByRole('button', { name: 'Keep this' }))
    await screen.findByRole('alert')
    await userEvent.click(screen.getByRole('button', { name: 'Keep this' }))
    await screen.findByText(/^Kept: No/)
    expect(new Set(sent).size).toBe(1)
  })

  it('shows what was said in every version, also what was changed', async () => {
    const changed = voice({ id: 'c'.repeat(32), answer: 'no', instead: 'a'.repeat(32) })
    const old = version([voice(), changed], '2026-01-20')
    come(at, [version([], undefined, old, 'two'), old])
    await heading(first)
    const past = screen.getByRole('region', { name: 'What was said in earlier versions' })
    expect(within(past).getByText('1 August 2025 to 20 January 2026')).toBeTruthy()
    expect([...past.querySelectorAll('.ready-answer')].map(one => one.textContent)).toEqual(['Yes', 'No'])
  })

  it('strikes out a name after a question, and leaves the answer, who gave it and a day in its place', async () => {
    const old = version([people], '2026-01-20')
    const all = [version([voice()], undefined, old, 'two'), old]
    const office = fakeOffice({ readiness: fakeReadiness(all, {}, [people.id]) })
    open(`/office/readiness${at}`, office)
    await heading(first)
    // Nothing of what somebody else wrote, and nothing without a question.
    const buttons = screen.getAllByRole('button', { name: /^Strike out what shows it/ })
    expect(buttons.map(one => one.getAttribute('aria-label'))).toEqual([
      'Strike out what shows it: People who are or were cared for here and peer supporters, together, No',
    ])
    await userEvent.click(buttons[0] as HTMLElement)
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Strike out what shows it?'))
    await userEvent.click(screen.getByRole('button', { name: 'No, leave it' }))
    expect(document.activeElement).toBe(buttons[0])
    expect(screen.getAllByText(people.evidence).length).toBe(2)
    await userEvent.click(buttons[0] as HTMLElement)
    await userEvent.click(screen.getByRole('button', { name: 'Yes, strike it out' }))
    await screen.findByText('It is struck out.')
    // In its own version, and beside the next.
    expect(screen.queryByText(people.evidence)).toBeNull()
    const places = screen.getAllByText('Struck out on 11 February 2026.').map(one => one.closest('li'))
    expect(places.map(one => one?.textContent)).toEqual([
      expect.stringMatching(/^NoPeople who are or were cared for here .*together\./),
      expect.stringMatching(/^NoPeople who are or were cared for here .*together\./),
    ])
    expect(screen.getByText('Policy 12 says so.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Strike out/ })).toBeNull()
  })

  it('says so when nothing could be struck out, and lets Rosa strike out what she has just written', async () => {
    const kept = fakeReadiness([differ], { through: 'advocate' })
    const office = fakeOffice({
      readiness: { ...kept, strike: () => Promise.resolve({ done: false, refusal: 'no-signal' }) },
      look: { overview: () => done(overview({ role: 'advocate' })) },
    })
    open(`/office/readiness${at}`, office)
    await heading(first)
    expect(screen.queryByRole('button', { name: /^Strike out/ })).toBeNull()
    await userEvent.click(screen.getByRole('radio', { name: 'No' }))
    await userEvent.type(screen.getByRole('textbox'), 'Maggie said it.')
    await userEvent.click(screen.getByRole('checkbox', { name: 'Peer supporters' }))
    await userEvent.click(screen.getByRole('button', { name: 'Keep this' }))
    await userEvent.click(await screen.findByRole('button', { name: /^Strike out/ }))
    await userEvent.click(screen.getByRole('button', { name: 'Yes, strike it out' }))
    expect((await screen.findByRole('alert')).textContent).toMatch(/can’t be reached/)
    expect(screen.getByText('Maggie said it.')).toBeTruthy()
  })

  it('says of what was changed since that it was struck out, and of which day', async () => {
    const struck = { ...voice(), evidence: '', struck: '2026-02-05' }
    const changed = voice({ id: 'c'.repeat(32), answer: 'partly', instead: 'a'.repeat(32), evidence: '' })
    come(at, [version([struck, changed])])
    await heading(first)
    expect(
      screen.getByText(
        'Before that they said Yes, on 3 February 2026. What showed it was struck out on 5 February 2026.',
      ),
    ).toBeTruthy()
  })

  it('says again what was said in the version before, with one button and whatever is changed in it', async () => {
    const old = version([voice()], '2026-01-20')
    come(at, [version([], undefined, old, 'two'), old])
    await userEvent.click(await screen.findByRole('button', { name: /^They still say this/ }))
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'Policy 12 says so.')
    await userEvent.click(screen.getByRole('button', { name: 'Keep this' }))
    await screen.findByText(/^Kept: Yes/)
    expect(screen.queryByText('Said in the version before, and not said again yet')).toBeNull()
  })
})

describe('beside each other', () => {
  const beside = (look: object, checkers: readonly Checker[] = [differ]) =>
    open('/office/readiness/adult/beside', fakeOffice({ readiness: fakeReadiness(checkers), look }))

  it('stands what the setting says beside what people experience, in two columns, and works nothing out', async () => {
    beside({})
    await heading('Beside each other: Adult mental health')
    await screen.findByText(/This is what these forms say/)
    expect(screen.getByText(/Which statements stand beside which activity is our choice/)).toBeTruthy()
    expect(screen.getAllByRole('table').length).toBe(7)
    const pair = screen.getByRole('region', { name: 'People are given instructions/information' })
    expect(pair.children.length).toBe(3)
    expect(pair.textContent).toContain('They see this differently')
    expect(within(pair).getAllByRole('row').length).toBe(5)
    expect(document.querySelector('main')?.textContent).not.toMatch(
      /gap|difference|minus|agree(s|ment)? with/i,
    )
  })

  it('bands what the release bands, so that nobody is given away here either', async () => {
    beside({ release: () => done(releaseReply(nearlyAlike())) })
    expect((await screen.findAllByText('all or nearly all')).length).toBeGreaterThan(0)
  })

  it('shows no release that is held, to whomever', async () => {
    const held = { since: '2026-02-01', why: 'burst' } as const
    beside({ ...asAdvocate(), release: () => done(releaseReply(madeUpForms(24), { held })) })
    await heading(/^Beside/)
    await screen.findByText(/nothing to put beside it/)
    expect(screen.queryByRole('table')).toBeNull()
  })

  it('says so where no ward has a release yet', async () => {
    beside(withWard({ releases: [] }))
    await screen.findByText(/No ward of this service has a release yet/)
  })
})
