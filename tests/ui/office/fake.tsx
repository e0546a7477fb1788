// An office that stands in for the server: everything succeeds unless a test says otherwise.

import { render, screen } from '@testing-library/preact'
import type { Arrival } from '../../../src/office/link.ts'
import type { Office } from '../../../src/office/office.ts'
import type { About, Overview, WardView } from '../../../src/protocol/office.ts'
import { App } from '../../../src/ui/office/app.tsx'
import { fakeAccounts } from './accounts/fake.ts'
import { fakeActions } from './actions/fake.ts'
import { fakeOutlets } from './exports/fake.ts'
import { madeUpForms, maple, overview, releaseReply, serviceWordings } from './fixtures.ts'
import { done } from './outcome.ts'
import { fakeReadiness } from './readiness/fake.ts'
import { fakeResults } from './results/fake.ts'

type Parts = { [Room in keyof Office]?: Partial<Office[Room]> }

export function fakeOffice(parts: Parts = {}): Office {
  const code = { code: 'ABCDEFGHJK', link: 'http://ward.test/#enrol=ABC', until: '2026-02-11T12:15:00Z' }
  const nothing = () => done(undefined)
  return {
    session: { signIn: nothing, signOut: nothing, ...parts.session },
    accounts: { ...fakeAccounts(), ...parts.accounts },
    actions: { ...fakeActions(), ...parts.actions },
    readiness: { ...fakeReadiness(), ...parts.readiness },
    outlets: { ...fakeOutlets(), ...parts.outlets },
    results: { ...fakeResults(), ...parts.results },
    look: {
      overview: () => done(overview()),
      release: () => done(releaseReply(madeUpForms(24))),
      wordings: () => done({ wordings: serviceWordings() }),
      packs: () => done({}),
      ...parts.look,
    },
    keep: {
      addWard: nothing,
      setContacts: nothing,
      setAbout: nothing,
      demonstrate: nothing,
      ...parts.keep,
    },
    tablets: {
      makeCode: () => done(code),
      endTablet: nothing,
      bringIn: () => done({ is: 'no-rescue' }),
      ...parts.tablets,
    },
    advocacy: {
      letGo: nothing,
      seal: () => done({ digest: 'd', bytes: 'b' }),
      send: () => done({ state: 'stored', digest: 'd' }),
      ...parts.advocacy,
    },
    wordings: { set: nothing, setOpening: nothing, ...parts.wordings },
    estate: {
      nameOrganisation: nothing,
      nameWard: nothing,
      setService: nothing,
      putTogether: nothing,
      moveCount: nothing,
      ...parts.estate,
    },
  }
}

/** Opens a page of the office; a text is the token of a one-time link. */
export function open(
  path: string,
  office = fakeOffice(),
  arrival?: string | Arrival,
  leave: (url: string) => void = () => undefined,
) {
  history.replaceState(null, '', path)
  let left = typeof arrival === 'string' ? ({ by: 'link', token: arrival } as const) : arrival
  const takeArrival = () => {
    const taken = left
    left = undefined
    return taken
  }
  return render(<App office={office} takeArrival={takeArrival} leave={leave} />)
}

export const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name })

/** What is known about a ward that has told it all. */
export const about: About = { idle: 15, beds: 18, returnTo: 'Voices Together\n12 Mill Lane\nLeeds LS1 4AB' }

/** A look at one ward, which is as it is given. */
export const withWard = (ward: Partial<WardView>, more: Partial<Overview> = {}) => ({
  overview: () => {
    const all = overview(more)
    const [first, ...rest] = all.services
    if (!first) throw new Error('no service')
    return done({ ...all, services: [{ ...first, wards: [{ ...maple, ...ward }] }, ...rest] })
  },
})
/** The same, as Rosa the advocate sees it. */
export const asAdvocate = (ward: Partial<WardView> = {}) => withWard(ward, { role: 'advocate' })
