// Grace looks at her estate, and settles names, numbers, days and which wards are counted together.

import { cleanup, screen, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Estate } from '../../../src/office/estate.ts'
import type { Overview, WardView } from '../../../src/protocol/office.ts'
import { fakeOffice, heading, open, withWard } from './fake.tsx'
import { maple, overview } from './fixtures.ts'
import { done, refused } from './outcome.ts'

afterEach(cleanup)
beforeEach(() => {
  window.scrollTo = () => undefined
})

const ward = (id: string, name: string, more: Partial<WardView> = {}): WardView => ({
  ...maple,
  id,
  name,
  group: `box-${id}`,
  tablets: [],
  ...more,
})
/** A service of four wards, of which the first two are counted together. */
const four: WardView[] = [
  ward('ash', 'Ash', { group: 'both', countedWith: ['Elm'] }),
  ward('elm', 'Elm', { group: 'both', countedWith: ['Ash'] }),
  ward('oak', 'Oak'),
  ward('yew', 'Yew'),
]
const look = (wards: readonly WardView[], more: Partial<Overview> = {}) => {
  const all = overview(more)
  const services = [{ ...all.services[0], wards } as Overview['services'][number]]
  return { overview: () => done({ ...all, services }) }
}
/** An office that keeps what it was asked to settle. */
function keeping(wards = four, more: Partial<Overview> = {}) {
  const asked: unknown[][] = []
  const keep =
    (name: keyof Estate) =>
    (...given: unknown[]) => {
      asked.push([name, ...given])
      return done(undefined)
    }
  const estate = {
    putTogether: keep('putTogether'),
    setService: keep('setService'),
    moveCount: keep('moveCount'),
    nameWard: keep('nameWard'),
    nameOrganisation: keep('nameOrganisation'),
  }
  return { asked, office: fakeOffice({ estate, look: look(wards, more) }) }
}
const choose = (label: string, value: string) => userEvent.selectOptions(screen.getByLabelText(label), value)
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

describe('the estate as an outline', () => {
  it('leads from every ward to what is settled about it, by names that say of which', async () => {
    open('/office/estate')
    await heading('Estate')
    const region = screen.getByRole('region', { name: 'Maple ward' })
    const links = within(region).getAllByRole('link')
    expect(links.map(one => [one.textContent, one.getAttribute('href')])).toEqual([
      ['Maple ward', '/office/wards/maple'],
      ['Tablet 1, last heard from on 10 February 2026', '/office/wards/maple'],
      ['Tablet 2, not heard from yet', '/office/wards/maple'],
      ['Tablet 3, its permission has ended', '/office/wards/maple'],
      ['Name: Name of Maple ward', '/office/estate/wards/maple/name'],
      ['Contacts for Help: Contacts for Help of Maple ward', '/office/wards/maple/contacts'],
      ['Curtain, beds, paper: Curtain, beds and paper of Maple ward', '/office/wards/maple/about'],
      ['Day of its count: Day of the next count of Maple ward', '/office/estate/wards/maple/day'],
      ['Enrol a tablet: Enrol a tablet of Maple ward', '/office/estate/wards/maple/code'],
    ])
  })

  it('says which boxes still take the number that their people were told', async () => {
    const all = overview()
    const services = all.services.map(one => ({ ...one, threshold: 12 }))
    open('/office/estate', fakeOffice({ look: { overview: () => done({ ...all, services }) } }))
    await heading('Estate')
    expect(screen.getAllByText('Counted with at least 12 forms.')).toHaveLength(2)
    const until =
      'Until its next count, on 1 March 2026, the box of Maple ward takes 10: its people were told so.'
    expect(screen.getByText(until)).toBeTruthy()
  })

  it('is no page for who keeps no tablets', async () => {
    open('/office/estate', fakeOffice({ look: look(four, { role: 'reader' }) }))
    await heading(/nothing here|not here|no page/i)
  })

  it('lets an administrator alone give the organisation another name', async () => {
    const { asked, office } = keeping(four, { role: 'administrator' })
    open('/office/estate/organisation', office)
    const line = await screen.findByLabelText('Name')
    await userEvent.clear(line)
    await press('Save')
    expect(screen.getByText(/Give a name of 80 letters at most/)).toBeTruthy()
    expect(document.activeElement === line).toBe(true)
    await userEvent.type(line, 'Southern Moors')
    await press('Save')
    await heading('Estate')
    expect(asked).toEqual([['nameOrganisation', 'Southern Moors']])
  })
})

describe('wards counted together', () => {
  it('are said in words before anything is saved, and saved as groups of all wards', async () => {
    const { asked, office } = keeping()
    open('/office/estate/services/adult/together', office)
    await heading('Wards of Adult mental health that are counted together')
    const said = () => screen.getAllByRole('listitem').map(one => one.textContent)
    expect(said().slice(-3)).toEqual([
      'Ash and Elm are counted together.',
      'Oak is counted by itself.',
      'Yew is counted by itself.',
    ])
    await choose('Oak is counted', 'in group 2')
    await choose('Yew is counted', 'in group 2')
    expect(said().slice(-2)).toEqual([
      'Ash and Elm are counted together.',
      'Oak and Yew are counted together.',
    ])
    await press('Count them so from the next form on')
    await heading('Estate')
    expect(asked).toEqual([
      [
        'putTogether',
        'adult',
        {
          groups: [
            ['ash', 'elm'],
            ['oak', 'yew'],
          ],
          seen: [['ash', 'elm'], ['oak'], ['yew']],
        },
      ],
    ])
  })

  it('are shown anew when somebody else has changed them meanwhile, and what Grace chose is still there', async () => {
    const asked: unknown[] = []
    let wards = four
    const putTogether = (_service: string, body: unknown) => {
      asked.push(body)
      if (asked.length > 1) return done(undefined)
      wards = four.map(one => ({ ...one, group: one.id, countedWith: [] }))
      return refused('409.34')
    }
    const overview = () => look(wards).overview()
    const office = fakeOffice({ estate: { putTogether }, look: { overview } })
    open('/office/estate/services/adult/together', office)
    await heading(/counted together/)
    await choose('Oak is counted', 'in group 1')
    await press('Count them so from the next form on')
    expect((await screen.findByRole('alert')).textContent).toMatch(/Somebody else has changed/)
    const now = await screen.findByRole('region', { name: 'As it is now' })
    expect(within(now).getByText('Elm is counted by itself.')).toBeTruthy()
    const will = screen.getByRole('region', { name: 'As it will be' })
    expect(within(will).getByText('Ash, Elm and Oak are counted together.')).toBeTruthy()

    await press('Count them so from the next form on')
    await heading('Estate')
    expect(asked).toEqual([
      { groups: [['ash', 'elm', 'oak'], ['yew']], seen: [['ash', 'elm'], ['oak'], ['yew']] },
      { groups: [['ash', 'elm', 'oak'], ['yew']], seen: [['ash'], ['elm'], ['oak'], ['yew']] },
    ])
  })

  it('are saved only where anything changes: another number is no other group', async () => {
    const { asked, office } = keeping()
    open('/office/estate/services/adult/together', office)
    await heading(/counted together/)
    await choose('Ash is counted', 'in group 2')
    await choose('Elm is counted', 'in group 2')
    await press('Count them so from the next form on')
    expect(screen.getByText(/Nothing was changed: this is how they are counted already/)).toBeTruthy()
    expect(asked).toEqual([])
  })

  it('are explained: people are told before they begin, and forms of before stay where they are', async () => {
    open('/office/estate/services/adult/together', keeping().office)
    await heading(/counted together/)
    expect(screen.getByText(/So a change holds for new forms only/)).toBeTruthy()
    expect(screen.getByText(/Forms of before stay in the box of before/)).toBeTruthy()
  })

  it('tell on the ward’s page which tablet still works as before', async () => {
    const [one] = maple.tablets
    if (!one) throw new Error('no tablet')
    const tablets = [
      { ...one, still: ['Elm'] },
      { ...one, id: 't2', name: 'Tablet 2', still: [] },
      { ...one, id: 't3', name: 'Tablet 3' },
    ]
    open('/office/wards/maple', fakeOffice({ look: withWard({ tablets }) }))
    const part = await screen.findByRole('region', { name: 'Tablets that still count as before' })
    const lines = within(part).getAllByRole('listitem')
    expect(lines.map(line => line.textContent)).toEqual([
      'Tablet 1 still tells people that they are counted with Elm, and their forms go into that box.',
      'Tablet 2 still tells people that this ward is counted by itself, and their forms go into that box.',
    ])
  })
})

describe('the number of forms', () => {
  it.each(['7', '31', 'ten', ''])(
    'is not saved as "%s", and the line says from what to what',
    async typed => {
      const { asked, office } = keeping()
      open('/office/estate/services/adult', office)
      const line = await screen.findByLabelText('Forms with which a box is counted at least')
      await userEvent.clear(line)
      if (typed) await userEvent.type(line, typed)
      await press('Save')
      expect(screen.getByText(/Give a whole number from 8 to 30/)).toBeTruthy()
      expect(document.activeElement === line).toBe(true)
      expect(asked).toEqual([])
    },
  )

  it('is saved with the name, and is said to hold only after the next count', async () => {
    const { asked, office } = keeping()
    open('/office/estate/services/adult', office)
    const line = await screen.findByLabelText('Forms with which a box is counted at least')
    expect(screen.getByText(/a new one holds for each box only after its next count/)).toBeTruthy()
    await userEvent.clear(line)
    await userEvent.type(line, '8')
    await press('Save')
    await heading('Estate')
    expect(asked).toEqual([['setService', 'adult', { name: 'Adult mental health', threshold: 8 }]])
  })
})

describe('the day of a count', () => {
  const movable = { ...maple.box, move: { from: '2026-03-02', to: '2026-04-01' } }

  it('is moved to a later day within the month, and to no other', async () => {
    const { asked, office } = keeping([{ ...maple, box: movable }])
    open('/office/estate/wards/maple/day', office)
    const line = await screen.findByLabelText('Day')
    expect([line.getAttribute('min'), line.getAttribute('max')]).toEqual(['2026-03-02', '2026-04-01'])
    await press('Move the count')
    expect(screen.getByText(/Choose a day from 2 March 2026 to 1 April 2026/)).toBeTruthy()
    expect(asked).toEqual([])
    await userEvent.type(line, '2026-03-15')
    await press('Move the count')
    await heading('Estate')
    expect(asked).toEqual([['moveCount', 'maple', '2026-03-15']])
  })

  it('is only told where it stands, with why nobody may move it', async () => {
    open('/office/estate/wards/maple/day', keeping([maple]).office)
    await heading('Day of the next count of Maple ward')
    expect(screen.getByText(/It can’t be moved now/)).toBeTruthy()
    expect(screen.getByText(/Nobody can ask for an earlier count/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Move the count' })).toBeNull()
  })
})

describe('a code on a page of its own', () => {
  it('is made for one tablet, with its picture and the way on iOS', async () => {
    open('/office/estate/wards/maple/code')
    await heading('Enrol a tablet of Maple ward')
    await press('Make a code')
    expect(await screen.findByRole('img', { name: 'QR code that opens the enrolment link' })).toBeTruthy()
    const apple = screen.getByText(/On an iPad or iPhone, type the code in instead/).textContent
    expect(apple).toContain('open http://ward.test in Safari, choose Share, then Add to Home Screen')
    expect(screen.getByRole('button', { name: 'Print this code' })).toBeTruthy()
  })
})
