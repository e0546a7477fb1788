// Breaches planted in the pages where people come in to the office and keep who may.

import type { Breach } from './breach.ts'

const signin = 'tests/ui/office/accounts/signin.test.tsx'
const people = 'tests/ui/office/accounts/people.test.tsx'

export const signIn: readonly Breach[] = [
  {
    promise: 1,
    breach: 'the secret of a link stays in the address, for whoever looks over a shoulder',
    file: 'src/ui/office/office.tsx',
    find: "if (arrival !== undefined) history.replaceState(null, '', location.pathname + location.search)",
    replace: 'void history',
    test: 'tests/ui/office/office.test.tsx',
    name: 'takes the token out of the address',
  },
  {
    promise: 1,
    breach: 'a page takes a password alone for somebody who is in',
    file: 'src/ui/office/accounts/enter.tsx',
    find: '<First entering={entering} next={() => setHalf(true)} />',
    replace: '<First entering={entering} next={enter} />',
    test: signin,
    name: 'asks for a code',
  },
  {
    promise: 1,
    breach: 'an invitation is taken up before it has said whose it is',
    file: 'src/ui/office/accounts/invitation.tsx',
    find: '<Terms invitation={invitation} />',
    replace: '',
    test: signin,
    name: 'says who invites Priya',
  },
  {
    promise: 1,
    breach: 'whoever made no passkey walks off without a way back',
    file: 'src/ui/office/accounts/joining.tsx',
    find: "made.done ? 'in' : 'unfinished'",
    replace: "'in'",
    test: signin,
    name: 'without a way back',
  },
  {
    promise: 1,
    breach: 'spare codes are never shown',
    file: 'src/ui/office/accounts/joining.tsx',
    find: "if (way === 'password') return now(",
    replace: "if (way === 'elsewhere') return now(",
    test: signin,
    name: 'the spare codes are shown',
  },
  {
    promise: 1,
    breach: 'somebody is removed by one slip of a finger',
    file: 'src/ui/office/accounts/people.tsx',
    find: 'remove={ask}',
    replace: "remove={({ id }) => void change(() => people.remove(id), '')}",
    test: people,
    name: 'are removed only after',
  },
  {
    promise: 1,
    breach: 'somebody removes their only way in and locks themselves out',
    file: 'src/ui/office/accounts/passkeys.tsx',
    find: 'passkeys.length > 1 || others ?',
    replace: 'passkeys.length > 0 ?',
    test: people,
    name: 'the only way in',
  },
  {
    promise: 1,
    breach: 'the nav leads everybody to who may come in',
    file: 'src/ui/office/tools.tsx',
    find: "label: words.people, roles: ['administrator']",
    replace: 'label: words.people, roles',
    test: people,
    name: 'leads an administrator to the people',
  },
  {
    promise: 1,
    breach: 'a reader opens the record of changes by its address',
    file: 'src/ui/office/accounts/pages.tsx',
    find: "room === 'record' && id === undefined && keeps(role)",
    replace: "room === 'record' && id === undefined && (keeps(role) || role)",
    test: people,
    name: 'has no page for a reader',
  },
  {
    promise: 1,
    breach: 'who was signed in by a link stays so after an invitation was taken up',
    file: 'src/server/routes/members.ts',
    find: 'deleteCookie(context, SESSION, attributes(house))',
    replace: 'void [deleteCookie, SESSION, attributes]',
    test: 'tests/server/accounts/invitations.test.ts',
    name: 'in a browser that a link had signed in',
  },
]
