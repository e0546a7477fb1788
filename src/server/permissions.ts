// Who may ask for what: one table, a line for each route. tests/server/matrix.test.ts tries every line as everybody.

import type { Role } from '../protocol/accounts.ts'

/**
 * Who may: anybody; anybody from our own pages; a tablet with its token; somebody signed in with one of these roles.
 * `of` is what the path names, whose service must be among theirs; `named` is the service that the body names, and `listed`
 * is left to the route. `person` wants an account, not a link alone.
 */
export type Rule =
  | { readonly by: 'anybody' | 'own pages' | 'tablet' }
  | { readonly by: 'office'; readonly roles: readonly Role[]; readonly of?: Of; readonly person?: true }

export type Of = Scope | 'named' | 'listed'

/** What a path may name; a parameter of this name stands in it. */
export type Scope = 'ward' | 'service' | 'tablet' | 'release'

const anybody = { by: 'anybody' } as const
const ownPages = { by: 'own pages' } as const
const tablet = { by: 'tablet' } as const

const all = ['administrator', 'leader', 'advocate', 'reader'] as const
const keepers = ['administrator', 'leader'] as const

const office = (roles: readonly Role[], of?: Of) =>
  ({ by: 'office', roles, ...(of === undefined ? {} : { of }) }) as const
const oneself = { by: 'office', roles: all, person: true } as const
const administrator = office(['administrator'])

export const permissions = {
  'GET /api/health': anybody,
  'GET /api/openapi.json': anybody,

  'POST /api/enrolments': anybody,
  'POST /api/tablet': tablet,
  'POST /api/envelopes': tablet,
  'POST /api/tablet/tally': tablet,
  'POST /api/withdrawals': tablet,

  'POST /api/sign-in': ownPages,
  'POST /api/sign-out': office(all),
  'POST /api/invitations/look': ownPages,
  'POST /api/invitations/accept': ownPages,

  'GET /api/auth/ways': anybody,
  'POST /api/auth/sign-in/email': ownPages,
  'POST /api/auth/two-factor/verify-totp': ownPages,
  'POST /api/auth/two-factor/verify-backup-code': ownPages,
  'GET /api/auth/passkey/generate-authenticate-options': ownPages,
  'POST /api/auth/passkey/verify-authentication': ownPages,
  'POST /api/auth/sign-in/social': ownPages,
  // The organisation's own sign-in sends the browser here: it comes from another site, and proves itself by its state.
  'GET /api/auth/callback/:provider': anybody,
  'POST /api/auth/change-password': oneself,
  'GET /api/auth/passkey/generate-register-options': oneself,
  'POST /api/auth/passkey/verify-registration': oneself,
  'GET /api/auth/passkey/list-user-passkeys': oneself,
  'POST /api/auth/passkey/delete-passkey': oneself,

  'GET /api/office': office(all, 'listed'),
  'GET /api/office/me': office(all),
  'GET /api/office/audit': office(keepers),
  'GET /api/office/members': administrator,
  'PUT /api/office/members/:member': administrator,
  'POST /api/office/members/:member/remove': administrator,
  'POST /api/office/members/:member/end-sessions': administrator,
  'POST /api/office/invitations': administrator,
  'POST /api/office/invitations/:invitation/withdraw': administrator,

  'POST /api/office/wards': office(keepers, 'named'),
  'PUT /api/office/wards/:ward/contacts': office(keepers, 'ward'),
  'PUT /api/office/wards/:ward/opening': office(keepers, 'ward'),
  'PUT /api/office/wards/:ward/about': office(keepers, 'ward'),
  'POST /api/office/wards/:ward/codes': office(keepers, 'ward'),
  'GET /api/office/services/:service/wordings': office(['administrator', 'leader', 'advocate'], 'service'),
  'PUT /api/office/services/:service/wordings': office(keepers, 'service'),
  'POST /api/office/tablets/:tablet/end': office(keepers, 'tablet'),
  'GET /api/office/releases/:release': office(all, 'release'),
  'POST /api/office/rescues': office(keepers, 'listed'),

  'GET /api/office/wards/:ward/paper': office(['advocate'], 'ward'),
  'POST /api/office/wards/:ward/paper': office(['advocate'], 'ward'),
  'POST /api/office/releases/:release/let-go': office(['advocate'], 'release'),

  'POST /api/office/demonstration/:ward': office(keepers, 'ward'),
} as const satisfies Readonly<Record<string, Rule>>

/** A route by its method and path. */
export type Route = keyof typeof permissions
