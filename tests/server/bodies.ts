// What each route of the server takes, for whoever asks all of them.

import { plusDays } from '../../src/server/clock.ts'
import type { Route } from '../../src/server/permissions.ts'
import { now } from './accounts/person.ts'
import { type Place, saying } from './estate.ts'
import { envelope, formId, someContacts } from './front.ts'

const today = () => now().slice(0, 10)
const about = { idle: 5, beds: 18, returnTo: '' }
const opening = { language: 'en', words: 'standard', size: 'normal', aloud: false, calm: false }
const words = (plain: string) => ({ plain, easy: plain })
const plan = { what: 'Ask first', who: 'the ward team', by: '2100-01-01' }
const tally = { sealed: 0, sent: 0, withdrawn: 0, erased: 0, waiting: 0, setAside: 0 }
const passkey = {
  id: 'none',
  rawId: 'none',
  type: 'public-key',
  response: { clientDataJSON: 'none' },
  clientExtensionResults: {},
}
const ground = { is: 'permission', reference: 'Letter 7' }

/** A body that each route would take, at a place. */
export const bodies: Partial<Record<Route, (at: Place) => unknown>> = {
  'POST /api/enrolments': () => ({ code: '0000000000' }),
  'POST /api/tablet': () => ({ waiting: {} }),
  'POST /api/envelopes': async at => ({ envelopes: [await sealed(at)] }),
  'POST /api/tablet/tally': () => tally,
  'POST /api/withdrawals': () => ({ slips: [formId()] }),
  'POST /api/sign-in': () => ({ token: 'none' }),
  'POST /api/invitations/look': () => ({ token: 'none' }),
  'POST /api/invitations/accept': () => ({
    token: 'none',
    name: 'A',
    email: 'a@example.org',
    password: null,
  }),
  'POST /api/auth/sign-in/email': () => ({ email: 'a@example.org', password: 'none' }),
  'POST /api/auth/two-factor/verify-totp': () => ({ code: '000000' }),
  'POST /api/auth/two-factor/verify-backup-code': () => ({ code: 'none' }),
  'POST /api/auth/passkey/verify-authentication': () => ({ response: passkey }),
  'POST /api/auth/change-password': () => ({ current: 'none', password: 'a long walk by the river' }),
  'POST /api/auth/passkey/verify-registration': () => ({ response: passkey, name: 'none' }),
  'POST /api/auth/passkey/delete-passkey': () => ({ id: 'none' }),
  'PUT /api/office/members/:member': () => ({ role: 'reader', services: 'all' }),
  'POST /api/office/invitations': () => ({ role: 'reader', services: 'all', email: null }),
  'POST /api/office/wards': at => ({ service: at.name, ward: 'Rowan' }),
  'PUT /api/office/organisation': () => ({ name: 'A trust' }),
  'PUT /api/office/services/:service': at => ({ name: at.name, threshold: 12 }),
  'PUT /api/office/services/:service/groups': () => ({ groups: [['none']], seen: [['none']] }),
  'PUT /api/office/wards/:ward/name': () => ({ name: formId() }),
  'PUT /api/office/wards/:ward/count-day': () => ({ day: '2026-01-01' }),
  'PUT /api/office/wards/:ward/contacts': () => someContacts,
  'PUT /api/office/wards/:ward/opening': () => opening,
  'PUT /api/office/wards/:ward/about': () => about,
  'PUT /api/office/services/:service/wordings': () => ({ wording: 'pl/easy', ground }),
  'POST /api/office/actions/:action/entries': () => ({ type: 'change', seen: 1, plan }),
  'POST /api/office/releases/:release/actions': () => ({
    id: formId(),
    source: { kind: 'tip', id: 'tip-4' },
    plan,
    words: { said: words('You want to be asked.'), did: words('We ask you first.') },
  }),
  'POST /api/office/exports': () => ({
    file: 'releases.csv',
    service: null,
    ward: null,
    from: null,
    until: null,
  }),
  'POST /api/office/releases/:release/drawings': () => ({ as: 'svg' }),
  'POST /api/office/results/drawings': () => ({ as: 'svg', service: null, ward: null }),
  'POST /api/office/tokens': () => ({ name: 'Warehouse', services: 'all', until: plusDays(today(), 30) }),
  'POST /api/office/webhooks': () => ({ url: 'https://example.org/told', services: 'all' }),
  'POST /api/office/rescues': async at => ({ envelopes: [await sealed(at)] }),
  'POST /api/office/checkers/:checker/voices': saying,
  'POST /api/office/wards/:ward/paper': at => sealed(at, { paper: true }),
}

const sealed = (at: Place, more: object = {}) =>
  envelope({ id: formId(), ward: at.ward, key: at.key, ...more })
