// Every refusal has a number (RFC 9457). The number never changes; its words may.

/** HTTP status and what to tell a person, by problem number. */
export const problems = {
  '400.1': { status: 400, title: 'The request is not of the form that is described.' },
  '401.1': { status: 401, title: "This tablet's permission has ended." },
  '401.2': { status: 401, title: 'Nobody is signed in.' },
  '401.3': { status: 401, title: 'This sign-in link has been used or is too old.' },
  '401.4': { status: 401, title: 'This address and this password do not belong together.' },
  '401.5': { status: 401, title: 'This code is not right, or the sign-in took too long.' },
  '401.6': { status: 401, title: 'This passkey could not be checked, or is not known here.' },
  '401.7': { status: 401, title: 'This invitation has been used, was withdrawn or is too old.' },
  '401.8': { status: 401, title: 'This token is not known, was ended, or its last day is over.' },
  '403.1': { status: 403, title: 'This code is wrong, has been used or is too old.' },
  '403.2': { status: 403, title: 'The request comes from another site.' },
  '403.3': { status: 403, title: 'Only an independent advocate may do this.' },
  '403.4': { status: 403, title: 'Only a leader of the service may do this.' },
  '403.5': { status: 403, title: 'Only an administrator may do this.' },
  '403.6': { status: 403, title: 'This is not one of your services.' },
  '403.7': { status: 403, title: "Your organisation's sign-in names nobody who was invited here." },
  '403.8': { status: 403, title: 'Only somebody with an account may do this.' },
  '403.9': { status: 403, title: 'This needs a sign-in of the last few minutes.' },
  '403.10': { status: 403, title: 'Only whoever wrote this, or an administrator, may strike it out.' },
  '404.1': { status: 404, title: 'There is nothing here.' },
  '404.2': { status: 404, title: 'There is no wording of this name that could be switched.' },
  '409.1': { status: 409, title: 'An envelope with this id and other bytes is here already.' },
  '409.2': { status: 409, title: 'A ward without all its contacts for Help can not enrol a tablet.' },
  '409.3': { status: 409, title: 'A ward with tablets needs every contact for Help.' },
  '409.4': { status: 409, title: 'A wording that was withdrawn can not be switched on.' },
  '409.5': {
    status: 409,
    title: 'The exception for accessible copies is no ground for a translation alone.',
  },
  '409.6': { status: 409, title: 'A ward opens only in words that its service has switched on.' },
  '409.7': {
    status: 409,
    title: 'This code is of another ward than the one whose forms wait on the tablet.',
  },
  '409.8': { status: 409, title: 'Somebody with this e-mail address has an account here already.' },
  '409.9': { status: 409, title: 'An organisation keeps one administrator at least.' },
  '409.10': { status: 409, title: 'This action has changed since you read it.' },
  '409.11': {
    status: 409,
    title: 'The action is not where this can be done: it is done, refused or not so far.',
  },
  '409.12': { status: 409, title: 'This release waits for an advocate. Nothing can be done about it yet.' },
  '409.13': { status: 409, title: 'This action has been kept already.' },
  '409.15': { status: 409, title: 'This version of the Readiness Checker is finished.' },
  '409.16': { status: 409, title: 'This can not be said in this version in this way.' },
  '409.17': { status: 409, title: 'Nobody has said anything in this version yet.' },
  '409.31': { status: 409, title: 'These are not all the wards of the service, each of them once.' },
  '409.32': { status: 409, title: 'This count can not be moved to that day.' },
  '409.33': { status: 409, title: 'There is one of this name already.' },
  '409.34': { status: 409, title: 'Other wards are counted together now than when you read it.' },
  '413.1': { status: 413, title: 'The request is too large.' },
  '415.1': { status: 415, title: 'The body must be JSON.' },
  '422.1': { status: 422, title: 'These bytes are not an envelope.' },
  '422.2': { status: 422, title: 'The envelope names a ward that this tablet does not belong to.' },
  '422.3': { status: 422, title: 'The envelope names a key that is not here.' },
  '422.4': { status: 422, title: 'The envelope arrived damaged.' },
  '422.5': { status: 422, title: 'The person has taken this form back.' },
  '422.6': { status: 422, title: 'The envelope is of a newer version than this server knows.' },
  '422.7': {
    status: 422,
    title: 'A form on paper comes from an independent advocate, and nothing else does.',
  },
  '422.8': { status: 422, title: 'These words can not be shown to people as they are.' },
  '422.9': {
    status: 422,
    title: 'This day can not be: a meeting has been, and an action is still to come.',
  },
  '422.21': { status: 422, title: 'A token is good from today on, and for a year at most.' },
  '422.22': { status: 422, title: 'This address can not be told of releases.' },
  '422.23': { status: 422, title: 'The last day comes before the first.' },
  '429.1': { status: 429, title: 'Too many tries. Wait, and try again.' },
  '429.2': { status: 429, title: 'Too many requests with this token. Wait, and go on.' },
  '500.1': { status: 500, title: 'Something went wrong here. Nothing was kept of the request.' },
  '503.1': { status: 503, title: 'The server is resting. Try again later.' },
  '503.2': { status: 503, title: "Your organisation's own sign-in can not be reached." },
} as const

export type ProblemNumber = keyof typeof problems

/** The body of a refusal, as application/problem+json. */
export interface Problem {
  readonly type: `urn:equal-voice:problem:${ProblemNumber}`
  readonly title: string
  readonly status: number
  readonly detail?: string
}

export function problem(number: ProblemNumber, detail?: string): Problem {
  const { title, status } = problems[number]
  return { type: `urn:equal-voice:problem:${number}`, title, status, ...(detail ? { detail } : {}) }
}
