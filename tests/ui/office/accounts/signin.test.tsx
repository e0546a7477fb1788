// Coming in: Grace by the way she has, Priya by an invitation, and everybody with a plain word when it does not go.

import { cleanup, screen, waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Acceptance } from '../../../../src/office/accounts.ts'
import type { Refusal } from '../../../../src/office/office.ts'
import { fakeOffice, heading, open } from '../fake.tsx'
import { overview } from '../fixtures.ts'
import { done, refused } from '../outcome.ts'
import { type AccountParts, fakeAccounts, invitation, spare } from './fake.ts'

afterEach(() => {
  cleanup()
  Reflect.deleteProperty(window, 'PublicKeyCredential')
})
beforeEach(() => {
  window.scrollTo = () => undefined
  // happy-dom has no passkeys; whether the browser has them is all that these pages ask of it.
  Reflect.set(window, 'PublicKeyCredential', () => undefined)
})

/** An office in which nobody is signed in until somebody was let in; and how often it was looked at. */
function closed(parts: AccountParts, openedBy: readonly string[] = ['passkey', 'code', 'spare', 'accept']) {
  const accounts = fakeAccounts(parts)
  const state = { in: false }
  const opens = <Work extends (...args: never[]) => Promise<{ done: boolean }>>(name: string, work: Work) =>
    (async (...args: Parameters<Work>) => {
      const outcome = await work(...args)
      if (outcome.done && openedBy.includes(name)) state.in = true
      return outcome
    }) as Work
  const office = fakeOffice({
    accounts: {
      ...accounts,
      entering: {
        ...accounts.entering,
        passkey: opens('passkey', accounts.entering.passkey),
        code: opens('code', accounts.entering.code),
        spare: opens('spare', accounts.entering.spare),
      },
      invited: { ...accounts.invited, accept: opens('accept', accounts.invited.accept) },
    },
    look: { overview: () => (state.in ? done(overview()) : refused('401.2')) },
  })
  return { office, state }
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const type = (label: string, text: string) => userEvent.type(screen.getByLabelText(label), text)

describe('signing in', () => {
  it('with a passkey brings Grace to the page that she had opened', async () => {
    open('/office/wards/maple', closed({}).office)
    await heading('Sign in to the office')
    await press('Sign in with a passkey')
    await heading('Maple ward')
    expect(location.pathname).toBe('/office/wards/maple')
  })

  it('with a password asks for a code, and lets nobody in without', async () => {
    const said: string[][] = []
    const entering = {
      password: async (email: string, password: string) => {
        said.push([email, password])
        return done(undefined)
      },
      code: async (code: string) => {
        said.push([code])
        return code === '123456' ? done(undefined) : refused('401.5')
      },
    }
    open('/office', closed({ entering }).office)
    await heading('Sign in to the office')
    await type('E-mail address', ' grace@example.org ')
    await type('Password', 'a long walk by the river')
    await press('Go on')
    await screen.findByText('The password is right. Now the code.')
    await type('The code that your app shows now', '12 34')
    await press('Sign in')
    expect(screen.getByText(/A code has six digits/)).toBeTruthy()
    await type('The code that your app shows now', '5 5')
    await press('Sign in')
    expect((await screen.findByRole('alert')).textContent).toMatch(/This code is not right/)
    await userEvent.clear(screen.getByLabelText('The code that your app shows now'))
    await type('The code that your app shows now', '123456')
    await press('Sign in')
    await heading('Wards')
    expect(said).toEqual([['grace@example.org', 'a long walk by the river'], ['123455'], ['123456']])
  })

  it('with a spare code takes it however Grace types it', async () => {
    const said: string[] = []
    const spare = async (code: string) => {
      said.push(code)
      return done(undefined)
    }
    open('/office', closed({ entering: { spare } }).office)
    await heading('Sign in to the office')
    await type('E-mail address', 'grace@example.org')
    await type('Password', 'a long walk by the river')
    await press('Go on')
    await userEvent.click(await screen.findByRole('button', { name: 'Use a spare code instead' }))
    await type('One of your spare codes', 'ABCD2 efgh3')
    await press('Sign in')
    await heading('Wards')
    expect(said).toEqual(['abcd2-efgh3'])
  })

  it('never puts a password where it can be read, unless Grace asks to see it', async () => {
    open('/office', closed({}).office)
    await heading('Sign in to the office')
    expect(screen.getByLabelText('Password').getAttribute('type')).toBe('password')
    expect(screen.getByLabelText('Password').getAttribute('autocomplete')).toBe('current-password')
  })

  it('goes to the hospital’s own sign-in only where there is one', async () => {
    const left: string[] = []
    const first = open('/office', closed({}).office)
    await heading('Sign in to the office')
    expect(screen.queryByText('With your organisation’s own sign-in')).toBeNull()
    first.unmount()
    const entering = { ways: () => done({ elsewhere: 'Example Trust' }) }
    open('/office', closed({ entering }).office, undefined, url => left.push(url))
    await userEvent.click(await screen.findByRole('button', { name: 'Go to Example Trust' }))
    await waitFor(() => expect(left).toEqual(['https://sign-in.example.org/authorize']))
  })

  const reasons: readonly (readonly [Refusal, RegExp])[] = [
    ['401.4', /do not belong together/],
    ['429.1', /for up to an hour nobody is let in this way/i],
    ['no-signal', /can’t be reached/],
    ['503.1', /The server is resting/],
  ]
  it.each(reasons)('says plainly why nobody was let in: %s', async (number, said) => {
    open('/office', closed({ entering: { password: () => refused(number) } }).office)
    await heading('Sign in to the office')
    await type('E-mail address', 'grace@example.org')
    await type('Password', 'x')
    await press('Go on')
    expect((await screen.findByRole('alert')).textContent).toMatch(said)
  })

  it('says that no passkey was used, without guessing why', async () => {
    open('/office', closed({ entering: { passkey: () => refused('passkey-left') } }).office)
    await heading('Sign in to the office')
    await press('Sign in with a passkey')
    expect((await screen.findByRole('alert')).textContent).toMatch(/No passkey was used/)
  })

  it('tells who was sent back from the hospital’s sign-in that nobody has invited them, and still offers the ways', async () => {
    open('/office', closed({}).office, { by: 'refusal', problem: '403.7' })
    expect((await screen.findByRole('alert')).textContent).toMatch(/nobody here has invited the address/)
    expect(screen.getByRole('button', { name: 'Sign in with a passkey' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
  })

  it('says that her time was over, and brings her back to where she was', async () => {
    const { office, state } = closed({})
    state.in = true
    office.tablets.makeCode = () => refused('401.2')
    open('/office/wards/maple', office)
    await userEvent.click(await screen.findByRole('button', { name: 'Make a code' }))
    expect(await screen.findByText(/You were signed out, because your time here was over/)).toBeTruthy()
    await press('Sign in with a passkey')
    await heading('Maple ward')
  })
})

describe('an invitation', () => {
  const by = { by: 'invitation', token: 'secret' } as const
  /** Opens it, and keeps what is sent to take it up. */
  function opened(parts: AccountParts = {}) {
    const sent: Acceptance[] = []
    const accept = async (as: Acceptance) => {
      sent.push(as)
      return done({ spare: as.password ? spare : [] })
    }
    open('/office', closed({ ...parts, invited: { accept, ...parts.invited } }).office, by)
    return sent
  }
  const whoIs = async () => {
    await type('Your name', 'Priya Shah')
    await type('Your e-mail address', 'priya@example.org')
  }

  it('says who invites Priya, to what and as whom, before she gives anything', async () => {
    opened()
    await heading('You are invited to Northern Moors NHS Trust')
    expect(screen.getByText('Grace Okafor invites you to come in as a leader.')).toBeTruthy()
    expect(screen.getByText('Adult mental health')).toBeTruthy()
    expect(screen.getByText('18 February 2026')).toBeTruthy()
    expect(location.href).not.toContain('secret')
  })

  it('is taken up with a passkey in one press', async () => {
    const made: string[] = []
    const addPasskey = async (name: string) => {
      made.push(name)
      return done(undefined)
    }
    const sent = opened({ oneself: { addPasskey } })
    await heading(/You are invited/)
    await whoIs()
    await press('Make a passkey and come in')
    await heading('Wards')
    expect(sent).toEqual([
      { token: 'secret', name: 'Priya Shah', email: 'priya@example.org', password: null },
    ])
    expect(made).toHaveLength(1)
  })

  it('does not let Priya walk off without a way back when her passkey was not made', async () => {
    let tries = 0
    const addPasskey = () => (++tries === 1 ? refused('passkey-left') : done(undefined))
    opened({ oneself: { addPasskey } })
    await heading(/You are invited/)
    await whoIs()
    await press('Make a passkey and come in')
    await heading('Make your passkey')
    expect(screen.getByText(/you have no way back in yet/)).toBeTruthy()
    await press('Make a passkey')
    await heading('Wards')
  })

  it('is taken up with a password and an app, and the spare codes are shown before anything else', async () => {
    const sent = opened()
    await heading(/You are invited/)
    await whoIs()
    await userEvent.click(screen.getByLabelText('With a password and an app that makes codes'))
    const picture = screen.getByRole('img', { name: /QR code that adds/ })
    expect(picture.querySelector('path')?.getAttribute('d')?.length).toBeGreaterThan(1_000)
    expect(screen.getByText('The letters to type in').parentElement?.textContent).toContain('GEZD GNBV')
    await type('Choose a password', 'too short')
    await type('The code that the app shows now', '123456')
    await press('Come in')
    expect(screen.getByText(/A password needs from 15/)).toBeTruthy()
    expect(sent).toEqual([])
    await type('Choose a password', ' for anybody')
    await press('Come in')
    await heading('Keep these spare codes')
    const codes = within(screen.getByRole('list', { name: 'Your spare codes' })).getAllByRole('listitem')
    expect(codes.map(code => code.textContent)).toEqual(spare)
    expect(sent[0]?.password).toEqual({ password: 'too short for anybody', code: '123456' })
    await press('I have kept them. Go on to the office')
    await heading('Wards')
  })

  it('for an address of the hospital’s sign-in can be taken up there, and one for nobody’s address can’t', async () => {
    const entering = { ways: () => done({ elsewhere: 'Example Trust' }) }
    opened({ entering })
    await heading(/You are invited/)
    expect(screen.queryByLabelText('With Example Trust')).toBeNull()
    cleanup()
    const look = () => done({ ...invitation, email: 'priya@example.org' })
    opened({ entering, invited: { look } })
    await userEvent.click(await screen.findByLabelText('With Example Trust'))
    expect(screen.getByRole('button', { name: 'Go to Example Trust' })).toBeTruthy()
    expect(screen.queryByLabelText('Your name')).toBeNull()
  })

  it('offers no passkey where the browser has none', async () => {
    Reflect.deleteProperty(window, 'PublicKeyCredential')
    opened()
    await heading(/You are invited/)
    expect(screen.getByLabelText('With a passkey').hasAttribute('disabled')).toBe(true)
    expect(screen.getByRole('button', { name: 'Come in' })).toBeTruthy()
  })

  it('that is spent says so, and what to do', async () => {
    opened({ invited: { look: () => refused('401.7') } })
    expect((await screen.findByRole('alert')).textContent).toMatch(/Ask an administrator for a new one/)
  })
})
