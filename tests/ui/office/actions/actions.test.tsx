// Grace leads a ward and Rosa is its advocate. These are the screens of what changes.

import { cleanup, screen, waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Action } from '../../../../src/improve/action.ts'
import type { Overview } from '../../../../src/protocol/office.ts'
import { cameTo } from '../../../improve/actions.ts'
import { fakeOffice, heading, open, withWard } from '../fake.tsx'
import { madeUpForms, overview, releaseReply } from '../fixtures.ts'
import { done } from '../outcome.ts'
import { fakeActions, type Kept } from './fake.ts'

afterEach(cleanup)
beforeEach(() => {
  window.scrollTo = () => undefined
})

/** Opens a page, as somebody of a role. */
function come(path: string, actions: Kept, role: Overview['role'] = 'leader', look = {}) {
  const office = fakeOffice({ actions, look: { overview: () => done(overview({ role })), ...look } })
  return open(path, office)
}
const act = (
  action: Action,
  role: Overview['role'] = 'leader',
  more: Parameters<typeof fakeActions>[1] = {},
) => {
  const through = role === 'advocate' ? 'advocate' : 'leader'
  const actions = fakeActions([action], { through, ...more })
  come(`/office/actions/${action.id}`, actions, role)
  return actions
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const says = (name: string) => screen.getByRole('region', { name })
const tablet = (name: string) =>
  [...says(name).querySelectorAll('.office-says > div')].map(one => one.textContent)

describe('a new action', () => {
  it('comes from the booklet’s own words, which nobody can type, and says at once what is wrong with others', async () => {
    const actions = fakeActions()
    come('/office/releases/march/act/eval-03', actions)
    await heading('Do something about it')
    expect(
      await screen.findByText('I believe staff want to hear what I have to say', { selector: 'blockquote' }),
    ).toBeTruthy()
    const what = await screen.findByLabelText('What will be done')
    await userEvent.type(what, 'Ask Dr Smith')
    expect(what.getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText(/This looks like somebody’s name/)).toBeTruthy()
    await userEvent.clear(what)
    await userEvent.type(what, 'Meet every week')
    expect(screen.queryByText(/This looks like somebody’s name/)).toBeNull()
    const who = screen.getByLabelText('Who does it')
    await userEvent.type(who, 'm'.repeat(63))
    expect(screen.getByText(/too long by 3/)).toBeTruthy()
    expect((who as HTMLInputElement).value).toBe('m'.repeat(63))
  })

  it('is kept with every word that was written, once all of it can be shown', async () => {
    const actions = fakeActions()
    come('/office/releases/march/act', actions)
    await heading('Do something about it')
    await press('Propose it')
    expect(actions.sent).toEqual([])
    expect(screen.getByText('Choose what it is about.')).toBeTruthy()
    await userEvent.selectOptions(screen.getByLabelText('What is it about?'), 'tip-4')
    await userEvent.type(screen.getByLabelText('What will be done'), 'Meet every week')
    await userEvent.type(screen.getByLabelText('Who does it'), 'the ward manager')
    await userEvent.type(screen.getByLabelText('By when'), '2026-06-01')
    const lines = ['Staff do not hear us.', 'They do not listen.', 'We meet to listen.', 'We meet.']
    const fields = ['plain words', 'easy read'].flatMap(name => screen.getAllByLabelText(`In ${name}`))
    const [saidPlain, didPlain, saidEasy, didEasy] = fields
    for (const [n, field] of [saidPlain, saidEasy, didPlain, didEasy].entries())
      if (field) await userEvent.type(field, lines[n] ?? '')
    expect(tablet('What the tablets will say of it, if people agree')[1]).toMatch(
      /You saidThey do not listen\.We will doWe meet\./,
    )
    await press('Propose it')
    await heading('Meet every week')
    expect(actions.sent).toMatchObject([
      {
        source: { kind: 'tip', id: 'tip-4' },
        plan: { what: 'Meet every week', who: 'the ward manager', by: '2026-06-01' },
        words: { did: { plain: 'We meet to listen.', easy: 'We meet.' } },
      },
    ])
  })

  it('that the server refuses stays in the page, word for word', async () => {
    const actions = fakeActions([], { refuse: 'no-signal' })
    come('/office/releases/march/act/tip-4', actions)
    await heading('Do something about it')
    const what = await screen.findByLabelText('What will be done')
    await userEvent.type(what, 'Meet every week')
    await press('Propose it')
    expect((what as HTMLTextAreaElement).value).toBe('Meet every week')
  })

  it('is no reader’s to begin', async () => {
    come('/office/releases/march/act/eval-03', fakeActions(), 'reader')
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull())
    expect(screen.queryByLabelText('What will be done')).toBeNull()
  })
})

describe('what people agreed to', () => {
  it('is written down by the advocate, with the day of the meeting, and the page shows what tablets will say', async () => {
    const actions = act(cameTo('proposed'), 'advocate')
    await press('Record that people agreed')
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Record that people agreed'))
    await press('Record that they agreed')
    expect(actions.sent).toEqual([])
    expect(screen.getByText('Choose the day of a meeting that has been.')).toBeTruthy()
    await userEvent.type(screen.getByLabelText('The day of the meeting'), '2026-03-10')
    expect(tablet('What the tablets will say then')[0]).toContain('agreed to this on 10 March 2026')
    await press('Record that they agreed')
    await screen.findByText('It is written down that people agreed.')
    expect(actions.sent).toEqual([{ type: 'agree', seen: 1, meetingOn: '2026-03-10' }])
    await waitFor(() => expect(document.activeElement?.textContent).toBe('What can happen next'))
    await waitFor(() =>
      expect(tablet('What the tablets say now')[1]).toContain('said yes to this on 10 March 2026'),
    )
  })

  it('is nothing that a leader can write down: the page says whose it is', async () => {
    act(cameTo('proposed'))
    await screen.findByText(/Only people on the ward can agree to it/)
    expect(screen.queryByRole('button', { name: 'Record that people agreed' })).toBeNull()
    cleanup()
    act(cameTo('under way'))
    await screen.findByText(/Only people on the ward can say that it is done/)
    expect(screen.queryByRole('button', { name: 'Record that people say it is done' })).toBeNull()
  })

  it('is not what changed meanwhile: the page says so, shows the new plan and keeps the day that was typed', async () => {
    const action = cameTo('proposed')
    const actions = act(action, 'advocate')
    await press('Record that people agreed')
    const day = screen.getByLabelText('The day of the meeting')
    await userEvent.type(day, '2026-03-10')
    const plan = { ...action.plan, what: 'Something else' }
    actions.meanwhile(action.id, { type: 'change', on: '2026-03-11', role: 'leader', plan })
    await press('Record that they agreed')
    await screen.findByText(/It changed since you read it/)
    await heading('Something else')
    expect((screen.getByLabelText('The day of the meeting') as HTMLInputElement).value).toBe('2026-03-10')
    expect(actions.now()[0]?.state).toBe('proposed')
  })
})

it('keeps what somebody is writing when the action has changed and can’t be read again', async () => {
  const action = cameTo('proposed')
  const actions = fakeActions([action], { refuse: '409.10' })
  let looks = 0
  const one: Kept['one'] = id =>
    looks++ === 0 ? actions.one(id) : Promise.resolve({ done: false, refusal: 'no-signal' })
  come(`/office/actions/${action.id}`, { ...actions, one })
  await press('Refuse it, with a reason')
  await userEvent.type(screen.getByLabelText('In plain words'), 'We have no room for it.')
  await userEvent.type(screen.getByLabelText('In easy read'), 'There is no room.')
  await press('Refuse it and show people why')
  await screen.findByText(/It changed since you read it/)
  await waitFor(() => expect(looks).toBe(2))
  expect((screen.getByLabelText('In plain words') as HTMLTextAreaElement).value).toBe(
    'We have no room for it.',
  )
})

describe('a refusal', () => {
  it('asks for its reason in both manners, and says first that people are shown it and that it stays', async () => {
    const actions = act(cameTo('proposed'))
    await press('Refuse it, with a reason')
    expect(
      screen.getByText(/People on the ward are shown that we said no, and why\. It stays there\./),
    ).toBeTruthy()
    await press('Refuse it and show people why')
    expect(actions.sent).toEqual([])
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('In plain words')))
    await userEvent.type(screen.getByLabelText('In plain words'), 'We have no room for it.')
    await userEvent.type(screen.getByLabelText('In easy read'), 'There is no room.')
    expect(tablet('What the tablets will say then')[1]).toContain('This is why:There is no room.')
    await press('Refuse it and show people why')
    await screen.findByText('It was refused, and people are shown why.')
    expect(await screen.findByText(/refused it: We have no room for it\./)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Change|Refuse/ })).toBeNull()
  })
})

describe('a release’s page', () => {
  const release = { release: () => done(releaseReply(madeUpForms(24))) }

  it('says what tablets say while nobody is answered, and offers to begin from each statement', async () => {
    come('/office/releases/march', fakeActions(), 'leader', release)
    const part = within(await screen.findByRole('region', { name: 'What is being done about it' }))
    expect(await part.findAllByText('You told us on 1 March 2026. We have not answered yet.')).toHaveLength(2)
    const links = screen.getAllByRole('link', { name: /^Do something about this “/ })
    expect(links.map(link => link.getAttribute('href')).slice(0, 2)).toEqual([
      '/office/releases/march/act/eval-01',
      '/office/releases/march/act/eval-02',
    ])
    expect(links).toHaveLength(23)
  })

  it('brings back what is still open of an earlier one', async () => {
    const old = cameTo('agreed', { id: 'old', release: 'february', plan: plan('Open the garden') })
    come('/office/releases/march', fakeActions([old]), 'leader', release)
    await screen.findByText('Look at these again')
    expect(screen.getByRole('link', { name: 'Open the garden' })).toBeTruthy()
  })

  it('lets a reader read, and begin nothing', async () => {
    come('/office/releases/march', fakeActions([cameTo('agreed')]), 'reader', release)
    await screen.findByRole('link', { name: 'Hold a meeting every week' })
    expect(screen.queryByRole('link', { name: /Do something/ })).toBeNull()
  })
})

const plan = (what: string) => ({ what, who: 'the ward team', by: '2026-06-01' })

describe('all that changes', () => {
  it('stands by release and ward, what is open first, with no score and no share of what is done', async () => {
    const all = [
      cameTo('done', { id: 'a', release: 'february', plan: plan('Open the garden') }),
      cameTo('proposed', { id: 'b', plan: plan('Meet every week') }),
      cameTo('refused', { id: 'c', plan: plan('Buy a piano') }),
    ]
    come('/office/actions', fakeActions(all))
    await heading('What changes')
    await screen.findByRole('link', { name: 'Buy a piano' })
    const main = screen.getByRole('main')
    const links = within(main)
      .getAllByRole('link')
      .map(link => link.textContent)
    expect(links).toEqual([
      'Maple ward, told us on 1 March 2026',
      'Meet every week',
      'Maple ward, told us on 1 March 2026',
      'Buy a piano',
      'Maple ward, told us on 1 February 2026',
      'Open the garden',
    ])
    expect(main.textContent).not.toMatch(/%|\d+ of \d+|score of/)
  })
})

describe('the wards’ page', () => {
  it('says which release waits for an answer since when, and leads there', async () => {
    const releases = [
      { id: 'r3', due: '2026-03-01', base: 12 },
      { id: 'r2', due: '2026-02-01', base: 12, waits: true },
      { id: 'r1', due: '2026-01-01', base: 12, waits: true },
    ] as const
    open('/office', fakeOffice({ look: withWard({ releases }) }))
    const said = await screen.findByText(/The release of 1 February 2026 has no answer yet/)
    expect(said.textContent).toContain('1 earlier release has no answer either.')
    expect(within(said).getByRole('link').getAttribute('href')).toBe('/office/releases/r2')
  })
})
