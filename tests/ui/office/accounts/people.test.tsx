// Grace keeps the office: who may come in, her own account, and what was changed.

import { cleanup, screen, waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Invitation } from '../../../../src/office/accounts.ts'
import type { AuditReply, MemberRequest, Role } from '../../../../src/protocol/accounts.ts'
import { fakeOffice, heading, open } from '../fake.tsx'
import { overview } from '../fixtures.ts'
import { done, refused } from '../outcome.ts'
import { type AccountParts, changes, fakeAccounts, grace } from './fake.ts'

afterEach(() => {
  cleanup()
  Reflect.deleteProperty(window, 'PublicKeyCredential')
})
beforeEach(() => {
  window.scrollTo = () => undefined
  Reflect.set(window, 'PublicKeyCredential', () => undefined)
})

const show = (path: string, parts: AccountParts = {}, role: Role = 'administrator') =>
  open(
    path,
    fakeOffice({ accounts: fakeAccounts(parts), look: { overview: () => done(overview({ role })) } }),
  )
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

describe('the way about', () => {
  const links = (role: Role) => {
    show('/office', {}, role)
    return heading('Wards').then(() =>
      within(screen.getByRole('navigation', { name: 'The office' }))
        .getAllByRole('link')
        .map(link => link.textContent),
    )
  }

  it('leads an administrator to the people, and nobody else', async () => {
    expect(await links('administrator')).toEqual(expect.arrayContaining(['People', 'Record of changes']))
    for (const role of ['leader', 'advocate', 'reader'] as const) {
      cleanup()
      const found = await links(role)
      expect(found).not.toContain('People')
      expect(found.includes('Record of changes')).toBe(role === 'leader')
      expect(found).toContain('Your account')
    }
  })

  it('says where one is, and opens behind one button where the page is narrow', async () => {
    show('/office/people')
    await heading('People')
    const menu = screen.getByRole('button', { name: 'Menu' })
    expect(menu.getAttribute('aria-expanded')).toBe('false')
    await userEvent.click(menu)
    expect(menu.getAttribute('aria-expanded')).toBe('true')
    const here = screen.getAllByRole('link').filter(link => link.getAttribute('aria-current') === 'page')
    expect(here.map(link => link.textContent)).toEqual(['People'])
  })

  it.each([
    ['leader', '/office/people'],
    ['reader', '/office/record'],
    ['advocate', '/office/people/invite'],
  ] as const)('has no page for a %s at %s', async (role, path) => {
    show(path, {}, role)
    await heading('There is nothing here')
  })
})

describe('the people', () => {
  it('stand with their role and services, and Grace sees which of them she is', async () => {
    show('/office/people')
    await heading('People')
    const [, first, second] = await screen.findAllByRole('row')
    expect(first?.textContent).toContain('Grace Okafor (you)grace@example.orgAdministratorAll services')
    expect(second?.textContent).toContain('Sam Hillsam@example.orgReaderAdult mental health')
    expect(screen.getByText(/Two administrators at least are wise/)).toBeTruthy()
  })

  it('are removed only after Grace was told what that means', async () => {
    const gone: string[] = []
    const remove = async (id: string) => {
      gone.push(id)
      return done(undefined)
    }
    show('/office/people', { people: { remove } })
    await userEvent.click(await screen.findByRole('button', { name: 'Remove Sam Hill' }))
    const question = screen.getByRole('heading', { name: 'Remove Sam Hill?' })
    expect(document.activeElement === question).toBe(true)
    expect(screen.getByText(/They are signed out at once/)).toBeTruthy()
    expect(gone).toEqual([])
    await press('Yes, remove them')
    expect(await screen.findByText('Sam Hill has been removed.')).toBeTruthy()
    expect(gone).toEqual(['p-sam'])
  })

  it('keep an administrator, whatever Grace presses', async () => {
    show('/office/people', { people: { remove: () => refused('409.9') } })
    await userEvent.click(await screen.findByRole('button', { name: 'Remove Grace Okafor' }))
    expect(screen.getByText(/^This is you/)).toBeTruthy()
    await press('Yes, remove me')
    expect((await screen.findByRole('alert')).textContent).toMatch(/one administrator at least/)
  })

  it('have their sessions ended and invitations withdrawn', async () => {
    const did: string[] = []
    const note = (what: string) => async (id: string) => {
      did.push(`${what} ${id}`)
      return done(undefined)
    }
    show('/office/people', { people: { endSessions: note('end'), withdraw: note('withdraw') } })
    await userEvent.click(await screen.findByRole('button', { name: 'End sessions of Sam Hill' }))
    expect(await screen.findByText(/Every session of Sam Hill has ended/)).toBeTruthy()
    await press('Withdraw the invitation for rosa@example.org')
    expect(await screen.findByText(/Its link opens nothing any more/)).toBeTruthy()
    expect(did).toEqual(['end p-sam', 'withdraw i-rosa'])
  })

  it('change their role, and a leader needs one service at least', async () => {
    const set: [string, MemberRequest][] = []
    show('/office/people/p-sam', {
      people: {
        set: async (id, as) => {
          set.push([id, as])
          return done(undefined)
        },
      },
    })
    await heading('Change as whom Sam Hill comes in')
    await userEvent.click(screen.getByLabelText('Leader'))
    await userEvent.click(screen.getByLabelText('Adult mental health'))
    await press('Save')
    expect(screen.getByText(/Choose one service at least/)).toBeTruthy()
    await userEvent.click(screen.getByLabelText('Learning disability'))
    await press('Save')
    await heading('People')
    expect(set).toEqual([['p-sam', { role: 'leader', services: ['ld'] }]])
  })

  it('are invited by a link that is shown once, with what to do with it', async () => {
    const asked: Invitation[] = []
    const made = {
      invitation: 'i-1',
      link: 'https://voice.test/office#invitation=TOKEN',
      until: '2026-02-18T12:00:00.000Z',
    }
    show('/office/people/invite', {
      people: {
        invite: async whom => {
          asked.push(whom)
          return done(made)
        },
      },
    })
    await heading('Invite somebody')
    await press('Make the invitation')
    expect(screen.getByText(/Choose as whom they come in/)).toBeTruthy()
    await userEvent.click(screen.getByLabelText('Leader'))
    await userEvent.click(screen.getByLabelText('Adult mental health'))
    await userEvent.type(screen.getByLabelText('Their e-mail address'), 'priya@')
    await press('Make the invitation')
    expect(screen.getByText(/does not look like an e-mail address/)).toBeTruthy()
    expect(asked).toEqual([])
    await userEvent.type(screen.getByLabelText('Their e-mail address'), 'example.org')
    await press('Make the invitation')
    await screen.findByRole('heading', { name: 'The invitation is made' })
    expect(asked).toEqual([{ role: 'leader', services: ['adult'], email: 'priya@example.org' }])
    expect(screen.getByLabelText<HTMLInputElement>('Its link').value).toBe(made.link)
    expect(screen.getByText(/It works once, until 18 February 2026/)).toBeTruthy()
    await press('Copy the link')
    expect(await screen.findByText(/Copied\. It is shown here once/)).toBeTruthy()
    expect(await navigator.clipboard.readText()).toBe(made.link)
  })
})

describe('one’s own account', () => {
  it('says who Grace is here and when she is signed out', async () => {
    show('/office/account')
    await heading('Your account')
    expect(await screen.findByText('Grace Okafor')).toBeTruthy()
    expect(screen.getByText(/^After 30 minutes .* on 11 February 2026 at \d\d:30 in any case/)).toBeTruthy()
  })

  it('keeps a passkey that is the only way in, so that nobody locks themselves out by a slip', async () => {
    const only = { passkeys: [{ id: 'k-1', name: 'My telephone' }], password: false, elsewhere: false }
    show('/office/account', { oneself: { ways: () => done(only) } })
    expect(await screen.findByText(/Your only way in/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Remove the passkey/ })).toBeNull()
    expect(screen.queryByLabelText('A new password')).toBeNull()
  })

  it('removes a passkey after a question, and makes another with a name', async () => {
    const did: string[] = []
    const note = (what: string) => async (id: string) => {
      did.push(`${what} ${id}`)
      return done(undefined)
    }
    show('/office/account', { oneself: { endPasskey: note('end'), addPasskey: note('add') } })
    await userEvent.click(await screen.findByRole('button', { name: 'Remove the passkey My telephone' }))
    expect(did).toEqual([])
    await press('Yes, remove it')
    expect(await screen.findByText('The passkey has been removed.')).toBeTruthy()
    await userEvent.type(screen.getByLabelText('What to call it'), 'My laptop')
    await press('Make a passkey on this device')
    expect(await screen.findByText('The passkey is made.')).toBeTruthy()
    expect(did).toEqual(['end k-1', 'add My laptop'])
  })

  it('says of a wrong password that it is not hers, and changes a right one', async () => {
    let wrong = true
    const setPassword = () => (wrong ? refused('401.4') : done(undefined))
    show('/office/account', { oneself: { setPassword } })
    await userEvent.type(await screen.findByLabelText('Your password now'), 'not mine')
    await userEvent.type(screen.getByLabelText('A new password'), 'a longer walk by the river')
    await press('Change the password')
    expect((await screen.findByRole('alert')).textContent).toBe(
      'This is not your password. Nothing was changed.',
    )
    wrong = false
    await press('Change the password')
    expect(await screen.findByText(/Everywhere else you are signed out/)).toBeTruthy()
  })

  it('asks for a sign-in once more before a passkey is made, and loses nothing that she typed', async () => {
    const did: string[] = []
    let fresh = false
    const addPasskey = async (name: string) => {
      did.push(`add ${name}`)
      return fresh ? done(undefined) : refused('403.9')
    }
    const setPassword = () => refused('403.9')
    const code = async () => {
      fresh = true
      return done(undefined)
    }
    show('/office/account', { oneself: { addPasskey, setPassword }, entering: { code } })
    await userEvent.type(await screen.findByLabelText('Your password now'), 'mine')
    await userEvent.type(screen.getByLabelText('A new password'), 'a longer walk by the river')
    await press('Change the password')
    await screen.findByRole('heading', { name: 'Sign in once more, then change it' })
    await userEvent.type(screen.getByLabelText('What to call it'), 'My laptop')
    await press('Make a passkey on this device')
    const title = await screen.findByRole('heading', { name: 'Sign in once more, then add it' })
    await waitFor(() => expect(document.activeElement).toBe(title))
    // One place to sign in at a time.
    expect(screen.queryByRole('heading', { name: 'Sign in once more, then change it' })).toBeNull()
    expect(screen.queryByRole('alert')).toBeNull()
    await userEvent.type(screen.getByLabelText('E-mail address'), 'grace@example.org')
    await userEvent.type(screen.getByLabelText('Password', { selector: 'input' }), 'mine')
    await press('Go on')
    await userEvent.type(await screen.findByLabelText('The code that your app shows now'), '123456')
    await press('Sign in')
    await screen.findByText(/You are signed in once more/)
    expect(screen.queryByLabelText('E-mail address')).toBeNull()
    expect(screen.getByLabelText('Your password now')).toHaveProperty('value', 'mine')
    expect(screen.getByLabelText('What to call it')).toHaveProperty('value', 'My laptop')
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Make a passkey on this device' }))
    await press('Make a passkey on this device')
    expect(await screen.findByText('The passkey is made.')).toBeTruthy()
    expect(did).toEqual(['add My laptop', 'add My laptop'])
  })

  it('asks the same before a passkey is removed, with a passkey where that is what she has', async () => {
    let fresh = false
    const two = ['k-1', 'k-2'].map(id => ({ id, name: `Key ${id}` }))
    show('/office/account', {
      oneself: {
        ways: () => done({ passkeys: two, password: false, elsewhere: false }),
        endPasskey: () => (fresh ? done(undefined) : refused('403.9')),
      },
      entering: {
        passkey: async () => {
          fresh = true
          return done(undefined)
        },
      },
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Remove the passkey Key k-2' }))
    await press('Yes, remove it')
    await screen.findByRole('heading', { name: 'Sign in once more, then remove it' })
    expect(screen.queryByLabelText('E-mail address')).toBeNull()
    await press('Not now')
    expect(screen.queryByRole('heading', { name: /Sign in once more/ })).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Remove the passkey Key k-2' }))
    await userEvent.click(screen.getByRole('button', { name: 'Remove the passkey Key k-2' }))
    await press('Yes, remove it')
    await screen.findByRole('heading', { name: 'Sign in once more, then remove it' })
    await press('Sign in with a passkey')
    await screen.findByText(/You are signed in once more/)
    await userEvent.click(screen.getByRole('button', { name: 'Remove the passkey Key k-2' }))
    await press('Yes, remove it')
    expect(await screen.findByText('The passkey has been removed.')).toBeTruthy()
  })

  it('shows whoever signed in instead of her what is theirs, and nothing that she typed', async () => {
    let now = grace
    show('/office/account', {
      oneself: { me: () => done(now), addPasskey: () => refused('403.9') },
      entering: {
        passkey: async () => {
          now = { ...grace, person: { id: 'p-9', name: 'Alex Moor' } }
          return done(undefined)
        },
      },
    })
    await userEvent.type(await screen.findByLabelText('What to call it'), 'My laptop')
    await press('Make a passkey on this device')
    await userEvent.click(await screen.findByRole('button', { name: 'Sign in with a passkey' }))
    expect(await screen.findByText('Alex Moor')).toBeTruthy()
    await waitFor(() => expect(screen.getByLabelText('What to call it')).toHaveProperty('value', ''))
  })

  it('makes no passkey where the hospital’s own sign-in is all that could prove who sits there', async () => {
    show('/office/account', {
      oneself: { ways: () => done({ passkeys: [], password: false, elsewhere: true }) },
    })
    expect(await screen.findByText(/It may let in whoever sits at this desk/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Make a passkey/ })).toBeNull()
  })

  it('of whoever came by a link has nothing to keep, and says so', async () => {
    const { person: _, ...link } = grace
    show('/office/account', { oneself: { me: () => done(link), ways: () => refused('403.8') } })
    expect(await screen.findByText(/You came in by a link/)).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('the record of changes', () => {
  it('says by day what was changed and whose doing it was, with names for ids and no form counted', async () => {
    show('/office/record', {}, 'leader')
    await heading('Record of changes')
    const day = within(await screen.findByRole('region', { name: '11 February 2026' }))
    expect(day.getAllByRole('listitem').map(one => one.textContent)).toEqual([
      'Signed in by passkeyby Grace Okafor (administrator)',
      'Contacts for Help were changed Maple wardby Grace Okafor (administrator)',
    ])
    const before = within(screen.getByRole('region', { name: '10 February 2026' }))
    expect(before.getByRole('listitem').textContent).toBe(
      'Somebody was invited as an administratorby the server',
    )
  })

  it('goes back a page at a time, to its beginning', async () => {
    const asked: (string | null)[] = []
    const record = async (before: string | null) => {
      asked.push(before)
      const page: AuditReply =
        before === null
          ? { entries: changes.slice(0, 2), before: '2026-02-11 x' }
          : { entries: changes.slice(2), before: null }
      return done(page)
    }
    show('/office/record', { record })
    await userEvent.click(await screen.findByRole('button', { name: 'Show what is older' }))
    expect(await screen.findByText('This is the beginning of the record.')).toBeTruthy()
    expect(asked).toEqual([null, '2026-02-11 x'])
    expect(screen.getAllByRole('listitem', { hidden: false }).length).toBeGreaterThanOrEqual(3)
    expect(screen.queryByRole('button', { name: 'Show what is older' })).toBeNull()
  })

  it('names the service of a key, and shows nobody an id', async () => {
    const key = 'a1b2c3d4e5f60718'
    const detail = `The key ${key} is now the current one of the service ${'0'.repeat(32)}.`
    const entries = [
      { day: '2026-02-11', what: 'key', detail, by: 'the server' },
      { day: '2026-02-11', what: 'wording on', detail: 'adult pl/easy local-trial', by: '' },
      { day: '2026-02-11', what: 'wording on', detail: 'ld pl/easy permission: Letter 7 of May', by: '' },
    ]
    show('/office/record', { record: () => done({ entries, before: null }) })
    const day = within(await screen.findByRole('region', { name: '11 February 2026' }))
    const [first, second, third] = day.getAllByRole('listitem').map(one => one.textContent)
    expect(first).toBe('A service’s key: The key is now the current one of the service.by the server')
    expect(second).toContain('Polish, pictures and plainer words, Adult mental health. Ground: A local trial')
    expect(third).toContain('Ground: The RRN’s permission, Letter 7 of May')
  })

  it('tells an entry of a newer server in its own words', async () => {
    const entries = [{ day: '2026-02-11', what: 'estate moved', detail: 'adult a1b2c3d4e5f60718', by: '' }]
    show('/office/record', { record: () => done({ entries, before: null }) })
    const day = within(await screen.findByRole('region', { name: '11 February 2026' }))
    await waitFor(() =>
      expect(day.getByRole('listitem').textContent).toBe('Estate moved Adult mental health'),
    )
  })
})
