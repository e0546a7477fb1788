// Who may ask for what: one table, a line for each route. tests/server/matrix.test.ts tries every line as everybody.

import type { Role } from '../protocol/accounts.ts'

/**
 * Who may: anybody; anybody from our own pages; a tablet with its token; somebody signed in with one of these roles.
 * `of` is what the path names, whose service must be among theirs; `named` is the service that the body names, and `listed`
 * is left to the route. `person` wants an account, not a link alone, and `fresh` a sign-in of the last few minutes: whoever
 * comes to a desk that was left has none. A token reads releases from outside, and nothing else.
 */
export type Rule =
  | { readonly by: 'anybody' | 'own pages' | 'tablet' }
  | { readonly by: 'token'; readonly of?: 'release' }
  | {
      readonly by: 'office'
      readonly roles: readonly Role[]
      readonly of?: Of
      readonly person?: true
      readonly fresh?: true
    }

export type Of = Scope | 'named' | 'listed'

/** What a path may name; a parameter of this name stands in it. */
export type Scope = 'ward' | 'service' | 'tablet' | 'release' | 'action' | 'checker'

const anybody = { by: 'anybody' } as const
const ownPages = { by: 'own pages' } as const
const tablet = { by: 'tablet' } as const
const token = { by: 'token' } as const
const ofRelease = { by: 'token', of: 'release' } as const

const all = ['administrator', 'leader', 'advocate', 'reader'] as const
const keepers = ['administrator', 'leader'] as const
const speaking = [...keepers, 'advocate'] as const

const office = (roles: readonly Role[], of?: Of) =>
  ({ by: 'office', roles, ...(of === undefined ? {} : { of }) }) as const
const oneself = { by: 'office', roles: all, person: true } as const
const fresh = { ...oneself, fresh: true } as const
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
  'POST /api/auth/change-password': fresh,
  'GET /api/auth/passkey/generate-register-options': fresh,
  'POST /api/auth/passkey/verify-registration': fresh,
  'GET /api/auth/passkey/list-user-passkeys': oneself,
  'POST /api/auth/passkey/delete-passkey': fresh,

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
  'GET /api/office/results': office(all, 'listed'),
  'GET /api/office/results/services/:service': office(all, 'service'),
  'GET /api/office/results/wards/:ward': office(all, 'ward'),
  'POST /api/office/rescues': office(keepers, 'listed'),

  'GET /api/office/services/:service/readiness': office(all, 'service'),
  'POST /api/office/services/:service/readiness': office(speaking, 'service'),
  'POST /api/office/checkers/:checker/voices': office(speaking, 'checker'),
  'POST /api/office/checkers/:checker/finish': office(speaking, 'checker'),
  // Of these, whoever wrote it down or an administrator: the route's to say.
  'POST /api/office/checkers/:checker/voices/:voice/strike': office(speaking, 'checker'),

  'PUT /api/office/organisation': administrator,
  'PUT /api/office/services/:service': office(keepers, 'service'),
  'PUT /api/office/services/:service/groups': office(keepers, 'service'),
  'PUT /api/office/wards/:ward/name': office(keepers, 'ward'),
  'PUT /api/office/wards/:ward/count-day': office(keepers, 'ward'),

  'GET /api/office/wards/:ward/paper': office(['advocate'], 'ward'),
  'POST /api/office/wards/:ward/paper': office(['advocate'], 'ward'),
  'POST /api/office/releases/:release/let-go': office(['advocate'], 'release'),

  'GET /api/office/actions': office(all, 'listed'),
  'GET /api/office/actions/:action': office(all, 'action'),
  // Who may write what of an action is act.ts's to say: the service speaks for itself, an advocate for people on the ward.
  'POST /api/office/actions/:action/entries': office(['administrator', 'leader', 'advocate'], 'action'),
  'GET /api/office/releases/:release/actions': office(all, 'release'),
  'POST /api/office/releases/:release/actions': office(['administrator', 'leader', 'advocate'], 'release'),

  'POST /api/office/demonstration/:ward': office(keepers, 'ward'),

  'POST /api/office/exports': office(all, 'listed'),
  'POST /api/office/releases/:release/drawings': office(all, 'release'),
  'POST /api/office/results/drawings': office(all, 'listed'),
  'GET /api/office/tokens': administrator,
  'POST /api/office/tokens': administrator,
  'POST /api/office/tokens/:token/end': administrator,
  'GET /api/office/webhooks': administrator,
  'POST /api/office/webhooks': administrator,
  'POST /api/office/webhooks/:webhook/secret': administrator,
  'POST /api/office/webhooks/:webhook/end': administrator,

  'GET /api/v1/services': token,
  'GET /api/v1/wards': token,
  'GET /api/v1/releases': token,
  'GET /api/v1/releases/:release': ofRelease,
  'GET /api/v1/rollups': token,

  'GET /fhir/metadata': anybody,
  'GET /fhir/MeasureReport': token,
  'GET /fhir/MeasureReport/:release': ofRelease,
  'GET /fhir/Questionnaire': token,
  'GET /fhir/Questionnaire/:definition': token,
  'GET /fhir/Measure': token,
  'GET /fhir/Measure/:definition': token,
  'GET /fhir/QuestionnaireResponse': token,
  'GET /fhir/QuestionnaireResponse/:response': token,
  'GET /fhir/CodeSystem': token,
  'GET /fhir/CodeSystem/:definition': token,
  'GET /fhir/StructureDefinition': token,
  'GET /fhir/StructureDefinition/:definition': token,
} as const satisfies Readonly<Record<string, Rule>>

/** A route by its method and path. */
export type Route = keyof typeof permissions
