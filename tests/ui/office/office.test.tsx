// Grace leads a service. These are her screens, over an office that stands in for the server.

import { cleanup, screen, waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { evaluation } from '../../../src/instrument/evaluation.ts'
import { mountOffice } from '../../../src/ui/office/office.tsx'
import { fakeOffice, heading, open } from './fake.tsx'
import { allContacts, maple, nearlyAlike, oak, overview, releaseReply } from './fixtures.ts'
import { done, refused } from './outcome.ts'

afterEach(cleanup)

beforeEach(() => {
  window.scrollTo = () => undefined
})

describe('signing in', () => {
  it('takes the token out of the address at once, so that nobody reads it over Grace’s shoulder', () => {
    history.replaceState(null, '', '/office#sign-in=secret')
    mountOffice(document.body.appendChild(document.createElement('div')))
    expect(location.href).not.toContain('secret')
    document.body.replaceChildren()
  })

  it('tells Grace how to get in when nobody is signed in', async () => {
    open('/office', fakeOffice({ look: { overview: () => refused('401.2') } }))
    await heading('Sign in to the office')
    expect(screen.getByText(/Open the link of your invitation/)).toBeTruthy()
  })

  it('tells her that her link is spent, and still lets her in when she is signed in already', async () => {
    const spent = { signIn: () => refused('401.3') }
    const first = open('/office', fakeOffice({ session: spent }), 'old')
    await heading('Wards')
    first.unmount()
    open('/office', fakeOffice({ session: spent, look: { overview: () => refused('401.2') } }), 'old')
    expect((await screen.findByRole('alert')).textContent).toMatch(/used already/)
  })

  it('keeps the link to try again when there was no signal, so that it is not wasted', async () => {
    let tries = 0
    const signIn = (token: string) => {
      expect(token).toBe('fresh')
      tries += 1
      return tries === 1 ? refused('no-signal') : done(undefined)
    }
    open('/office', fakeOffice({ session: { signIn } }), 'fresh')
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
    await heading('Wards')
  })

  it('says plainly that her time was over when the session ends under her', async () => {
    open('/office/wards/maple', fakeOffice({ tablets: { makeCode: () => refused('401.2') } }))
    await userEvent.click(await screen.findByRole('button', { name: 'Make a code' }))
    expect(await screen.findByText(/You were signed out/)).toBeTruthy()
  })
})

describe('the wards', () => {
  it('says enough or not yet enough and never a number of forms in the box', async () => {
    open('/office')
    await heading('Wards')
    const boxes = screen.getAllByText(/Its box/)
    expect(boxes.map(box => box.textContent)).toEqual([
      'Its box: enough, looked at on 11 February 2026.Next count on 1 March 2026.',
      'Its box: not yet enough, looked at on 11 February 2026.Next count on 1 March 2026.',
    ])
    expect(screen.queryByText(/Demonstration/)).toBeNull()
  })

  it('moves the focus to the heading and names the page, so that a screen reader follows Grace', async () => {
    open('/office')
    await userEvent.click(await screen.findByRole('link', { name: 'Maple ward' }))
    const title = await heading('Maple ward')
    await waitFor(() => expect(document.activeElement === title).toBe(true))
    expect(document.title).toBe('Maple ward · Equal Voice, office')
    expect(location.pathname).toBe('/office/wards/maple')
  })

  it('makes no code for a ward without an advocate’s number, because Help would be empty there', async () => {
    open('/office/wards/oak')
    await heading('Oak ward')
    expect(screen.getByText(/Still missing: An independent advocate and The complaints service/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Make a code' })).toBeNull()
  })

  it('shows a code in groups that can be read aloud, and its link', async () => {
    open('/office/wards/maple')
    await userEvent.click(await screen.findByRole('button', { name: 'Make a code' }))
    const link = await screen.findByRole('link', { name: 'http://ward.test/#enrol=ABC' })
    expect(link.closest('.office-code')?.textContent).toContain('ABC DEF GHJK')
  })

  it('ends a tablet’s permission only after Grace was told what that means', async () => {
    const ended: string[] = []
    const endTablet = (id: string) => {
      ended.push(id)
      return done(undefined)
    }
    open('/office/wards/maple', fakeOffice({ tablets: { endTablet } }))
    await userEvent.click(await screen.findByRole('button', { name: 'End its permission: Tablet 1' }))
    expect(ended).toEqual([])
    expect(screen.getByText(/this can’t be undone/)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Yes, end it' }))
    await waitFor(() => expect(ended).toEqual(['t1']))
  })

  it('labels every page of a demonstration, and fills a box only there', async () => {
    const filled: string[] = []
    const demonstrate = (ward: string) => {
      filled.push(ward)
      return done(undefined)
    }
    const look = { overview: () => done(overview({ demonstration: true })) }
    open('/office/wards/maple', fakeOffice({ look, keep: { demonstrate } }))
    await userEvent.click(await screen.findByRole('button', { name: /^Demonstration: fill this box/ }))
    expect(await screen.findByText(/Done: the box was filled/)).toBeTruthy()
    expect(filled).toEqual([maple.id])
    expect(screen.getByText(/Nothing here came from a real person/)).toBeTruthy()
  })
})

describe('forms to fill in', () => {
  it('saves the contacts as they are filled in and goes back to the ward', async () => {
    const saved: unknown[] = []
    const setContacts = (ward: string, contacts: unknown) => {
      saved.push([ward, contacts])
      return done(undefined)
    }
    open(`/office/wards/${oak.id}/contacts`, fakeOffice({ keep: { setContacts } }))
    const advocate = within(await screen.findByRole('group', { name: 'An independent advocate' }))
    await userEvent.type(advocate.getByLabelText('Name'), 'Equal Advocacy')
    await userEvent.type(advocate.getByLabelText('Telephone number'), '0191 498 0001')
    const complaints = within(screen.getByRole('group', { name: 'The complaints service' }))
    await userEvent.type(complaints.getByLabelText('Telephone number'), '0191 498 0003')
    await userEvent.click(screen.getByRole('button', { name: 'Save the contacts' }))
    await heading('Oak ward')
    expect(saved).toEqual([['oak', allContacts]])
  })

  it('adds a ward to a server that was started empty', async () => {
    const added: string[] = []
    const addWard = (service: string, ward: string) => {
      added.push(service, ward)
      return done(undefined)
    }
    const look = { overview: () => done(overview({ services: [] })) }
    open('/office', fakeOffice({ look, keep: { addWard } }))
    await userEvent.click(await screen.findByRole('link', { name: 'Add a ward' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Add the ward' }))
    expect(screen.getByText(/Give both names/)).toBeTruthy()
    await userEvent.type(screen.getByLabelText('Service'), 'Older people')
    await userEvent.type(screen.getByLabelText('Ward'), 'Rowan ward')
    await userEvent.click(screen.getByRole('button', { name: 'Add the ward' }))
    await heading('Wards')
    expect(added).toEqual(['Older people', 'Rowan ward'])
  })
})

describe('one release', () => {
  const first =
    'This is what these forms say. They need no bigger number to matter. It is about how we work, not about any one member of staff, and may not be used to discipline anyone. Before planning, ask people on the ward what they make of it.'

  it('begins with what it is and is not, and speaks of forms', async () => {
    open('/office/releases/big')
    const title = await heading('Release of 1 February 2026')
    expect(title.nextElementSibling?.textContent).toBe(first)
    expect(screen.getByText('24 forms', { selector: 'dd strong' })).toBeTruthy()
    expect(screen.getByText(/^Quinn, A. \(2022\)\. The RRN/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Licence: CC BY-NC-ND 4.0' })).toBeTruthy()
  })

  it('keeps the booklet’s groups and order, because no answer is better than another', async () => {
    open('/office/releases/big')
    await heading(/Release/)
    const groups = screen
      .getAllByRole('table')
      .map(table => table.parentElement?.querySelector('h3')?.textContent)
    expect(groups).toEqual(['Support', 'Respect', 'Risk/action', 'Trust', 'Power with'])
    const statements = screen.getAllByRole('rowheader').map(row => row.textContent)
    expect(statements).toEqual(evaluation.items.map((item, n) => `${n + 1}${item.text}`))
  })

  it('shows each figure exactly, so that every row adds up to the forms', async () => {
    open('/office/releases/big')
    await heading(/Release/)
    for (const row of screen.getAllByRole('rowheader')) {
      const cells = [...(row.parentElement?.querySelectorAll('td[class*="office-of-"] .office-figure') ?? [])]
      expect(cells.reduce((sum, cell) => sum + Number(cell.textContent), 0)).toBe(24)
    }
    expect(document.body.textContent).not.toMatch(/%|average|mean |score/)
  })

  it('gives a figure told in words no length of its own, so that the bar gives nothing away', async () => {
    const look = { release: () => done(releaseReply(nearlyAlike())) }
    open('/office/releases/small', fakeOffice({ look }))
    await heading(/Release/)
    const row = screen.getByRole('rowheader', { name: '5 I feel valued' }).closest('tr')
    expect(row?.textContent).toContain('all or nearly all')
    const drawn = [...(row?.querySelectorAll('svg g') ?? [])].map(part => part.getAttribute('class'))
    expect(drawn).toEqual(['office-part-together'])
    expect(row?.querySelector('.office-fill')?.getAttribute('width')).toBe('100%')
    expect(screen.getByText(/could show what one person said/)).toBeTruthy()
  })

  it('has one column for skipped and not reached in a small release, and says why', async () => {
    const look = { release: () => done(releaseReply(nearlyAlike())) }
    open('/office/releases/small', fakeOffice({ look }))
    await heading(/Release/)
    const heads = screen.getAllByRole('columnheader').map(head => head.textContent)
    expect(heads).toContain('No answer')
    expect(heads).not.toContain('Skipped')
    expect(heads).not.toContain('Not reached')
    expect(document.body.textContent).not.toContain('Not reached')
    expect(screen.getByText(/the two are not told apart/)).toBeTruthy()
  })

  it('uses no inline style, which the security policy would refuse', async () => {
    open('/office/releases/big')
    await heading(/Release/)
    expect(document.querySelectorAll('[style], style').length).toBe(0)
  })
})
