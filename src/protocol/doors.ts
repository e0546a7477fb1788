// Where people come in to the office and who they are: paths that no tablet asks for, and so none that its page carries.

export const doors = {
  // The office's own, with its session.
  me: '/api/office/me',
  audit: '/api/office/audit',
  members: '/api/office/members',
  member: '/api/office/members/:member',
  removeMember: '/api/office/members/:member/remove',
  endSessions: '/api/office/members/:member/end-sessions',
  invitations: '/api/office/invitations',
  withdrawInvitation: '/api/office/invitations/:invitation/withdraw',

  // What is done about releases.
  actions: '/api/office/actions',
  action: '/api/office/actions/:action',
  entries: '/api/office/actions/:action/entries',
  releaseActions: '/api/office/releases/:release/actions',

  // What releases say together and over time.
  results: '/api/office/results',
  serviceResults: '/api/office/results/services/:service',
  wardResults: '/api/office/results/wards/:ward',

  // An invitation's, with its token.
  invited: '/api/invitations/look',
  accept: '/api/invitations/accept',

  // Ways to sign in, and what one keeps of them; all but the first are better-auth's own, each behind our rules.
  ways: '/api/auth/ways',
  password: '/api/auth/sign-in/email',
  code: '/api/auth/two-factor/verify-totp',
  spare: '/api/auth/two-factor/verify-backup-code',
  askPasskey: '/api/auth/passkey/generate-authenticate-options',
  passkey: '/api/auth/passkey/verify-authentication',
  elsewhere: '/api/auth/sign-in/social',
  back: '/api/auth/callback/:provider',
  newPassword: '/api/auth/change-password',
  offerPasskey: '/api/auth/passkey/generate-register-options',
  newPasskey: '/api/auth/passkey/verify-registration',
  passkeys: '/api/auth/passkey/list-user-passkeys',
  endPasskey: '/api/auth/passkey/delete-passkey',

  // A service's Readiness Checker.
  readiness: '/api/office/services/:service/readiness',
  voices: '/api/office/checkers/:checker/voices',
  strike: '/api/office/checkers/:checker/voices/:voice/strike',
  finishChecker: '/api/office/checkers/:checker/finish',
} as const
