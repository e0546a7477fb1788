// The addresses of the pages of accounts.

/** The address of each page. */
export const accountPaths = {
  people: '/office/people',
  invite: '/office/people/invite',
  member: (id: string) => `/office/people/${encodeURIComponent(id)}`,
  account: '/office/account',
  record: '/office/record',
} as const
