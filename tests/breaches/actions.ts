// Breaches planted where actions are written down: whose word it is, of which meeting, and what people are told beforehand.

import type { Breach } from './breach.ts'

const acted = 'tests/server/acted.test.ts'
const act = { file: 'src/server/act.ts', test: 'tests/server/actions.test.ts' } as const
const routes = { file: 'src/server/routes/actions.ts', test: 'tests/server/actions.test.ts' } as const
const screens = {
  file: 'src/ui/office/actions/stepform.tsx',
  test: 'tests/ui/office/actions/actions.test.tsx',
} as const

export const actions: readonly Breach[] = [
  {
    promise: 10,
    breach: 'a leader writes down that people agreed',
    ...act,
    find: "if (asked.type !== 'change' && role !== says)",
    replace: "if (asked.type === 'start' && role !== says)",
    name: 'no leader’s word',
  },
  {
    promise: 10,
    breach: 'something is done as of a day on which nobody has met yet',
    ...act,
    find: 'meetingOn: asked.meetingOn, advocate',
    replace: 'meetingOn: on, advocate',
    name: 'without a meeting that has been',
  },
  {
    promise: 10,
    breach: 'what was written since somebody read an action is passed over',
    ...act,
    find: 'if (asked.seen !== action.entries.length)',
    replace: 'if (asked.seen > action.entries.length)',
    name: 'changed since somebody read it',
  },
  {
    promise: 10,
    breach: 'a plan is made of a release that an advocate has not looked at',
    ...routes,
    find: "if (place.held) throw refuse('409.12')",
    replace: 'void place.held',
    test: acted,
    name: 'takes no action',
  },
  {
    promise: 9,
    breach: 'the audit trail repeats what was written',
    ...routes,
    find: "'action proposed', action.id)",
    replace: "'action proposed', action.plan.what)",
    name: 'without one of its words',
  },
  {
    promise: 9,
    breach: 'leaders learn which advocate’s account it was',
    ...routes,
    find: "...event.meeting, advocate: 'advocate'",
    replace: '...event.meeting',
    test: acted,
    name: 'names no account',
  },
  {
    promise: 10,
    breach: 'a leader reads what another service does about its wards',
    file: 'src/server/queries/acted.ts',
    find: "query.where('release', 'in', releasesIn(db, organisation, services))",
    replace: "query.where('release', '!=', '')",
    test: acted,
    name: 'of their own services',
  },
  {
    promise: 10,
    breach: 'people are shown a refusal, and nobody said so before it was made',
    ...screens,
    find: '<p>{form.lead}</p>',
    replace: '',
    name: 'says first that people are shown it',
  },
  {
    promise: 3,
    breach: 'what somebody wrote is gone when the action has changed meanwhile',
    ...screens,
    find: "if (outcome.refusal === '409.10') changed()",
    replace: "if (outcome.refusal === '409.10') return leave()",
    name: 'keeps the day that was typed',
  },
  {
    promise: 3,
    breach: 'words that are too long are cut off without a word',
    file: 'src/ui/office/actions/fields.tsx',
    find: 'const ROOM = 400',
    replace: 'const ROOM = 60',
    test: 'tests/ui/office/actions/actions.test.tsx',
    name: 'says at once what is wrong',
  },
  {
    promise: 3,
    breach: 'what somebody wrote is gone when there is no signal to read the action again',
    file: 'src/ui/office/actions/look.tsx',
    find: 'old?.done && !outcome.done ? old : outcome',
    replace: 'old === undefined ? outcome : outcome',
    test: screens.test,
    name: 'can’t be read again',
  },
]
