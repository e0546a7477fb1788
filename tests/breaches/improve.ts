// Breaches planted in what changes: whose yes it is, whether people hear of it, and what becomes of those who differ.

import type { Breach } from './breach.ts'

const action = { file: 'src/improve/action.ts', test: 'tests/improve/action.test.ts' } as const
const agreed = { file: action.file, test: 'tests/improve/agreed.test.ts' } as const
const heard = { file: 'src/improve/heard.ts', test: 'tests/improve/heard.test.ts' } as const
const closed = { file: 'src/improve/closed.ts', test: 'tests/improve/closed.test.ts' } as const
const readiness = { file: 'src/improve/readiness.ts', test: 'tests/improve/readiness.test.ts' } as const

export const improve: readonly Breach[] = [
  {
    promise: 10,
    breach: 'a leader agrees with themselves, and calls their own actions done',
    ...agreed,
    find: "  role === 'advocate' &&\n",
    replace: '',
    name: 'never reached by a leader',
  },
  {
    promise: 10,
    breach: 'a meeting that is still to come has already agreed',
    ...agreed,
    find: '  meeting.meetingOn <= on &&\n',
    replace: '',
    name: 'a meeting that has been',
  },
  {
    promise: 10,
    breach: 'people agree to one plan, and another stands there as agreed',
    ...agreed,
    find: 'seen === action.entries.length',
    replace: 'seen <= action.entries.length',
    name: 'goes to them again',
  },
  {
    promise: 10,
    breach: 'what people agreed to is changed behind them',
    ...agreed,
    find: "action.state === 'proposed' && isPlan(event.plan, event.on)",
    replace: 'isPlan(event.plan, event.on)',
    name: 'fix the plan',
  },
  {
    promise: 10,
    breach: 'people are said to have agreed before there was anything to agree to',
    ...agreed,
    find: '  meeting.meetingOn >= standsSince(action) &&\n',
    replace: '',
    name: 'a meeting that has been',
  },
  {
    promise: 10,
    breach: 'the words that people agreed to are swapped for others',
    ...action,
    find: "leader && action.state === 'proposed' && isShown(event.words)",
    replace: 'leader && isShown(event.words)',
    name: 'as they heard it',
  },
  {
    promise: 10,
    breach: 'an action is refused without a reason',
    ...action,
    find: 'leader && !faultIn(event.reason)',
    replace: 'leader',
    name: 'always says why',
  },
  {
    promise: 10,
    breach: 'a change is made that no entry tells of',
    ...action,
    find: 'entries: [...action.entries, event]',
    replace: "entries: event.type === 'word' ? action.entries : [...action.entries, event]",
    name: 'lose nothing',
  },
  {
    promise: 10,
    breach: 'a proposal that nobody agreed to passes for an answer',
    ...heard,
    find: "    case 'proposed':\n      return undefined",
    replace: "    case 'proposed':\n      return { state: 'done', on: '', said, did }",
    name: 'we have not answered yet',
  },
  {
    promise: 10,
    breach: 'refusals are kept from people',
    ...heard,
    find: "return { state: 'refused', on: action.entries.at(-1)?.on ?? '', said, reason: action.reason }",
    replace: 'return undefined',
    name: 'a refusal with its reason',
  },
  {
    promise: 10,
    breach: 'what was promised two releases ago is forgotten',
    ...heard,
    find: '.filter(({ due }) => due < now.due)',
    replace: '.filter(({ due }) => due < now.due).slice(0, 1)',
    name: 'however old it is',
  },
  {
    promise: 10,
    breach: 'what people said is erased though nobody told them',
    ...closed,
    find: "return { kind: 'to be told' }",
    replace:
      "return today < monthsAfter(since, ERASED) ? { kind: 'to be told' } : { kind: 'to be erased', told: today }",
    name: 'before people were told',
  },
  {
    promise: 10,
    breach: 'a server that slept erases on the day after it told',
    ...closed,
    find: '.toSorted().reverse()',
    replace: '.toSorted()',
    name: 'before people were told',
  },
  {
    promise: 7,
    breach: 'a disagreement is decided by the greater number',
    ...readiness,
    find: '  const [first, ...others] = said',
    replace:
      '  const [first, ...others] = said.toSorted((a, b) => b.voices.length - a.voices.length).slice(0, 1)',
    name: 'many say one thing',
  },
  {
    promise: 7,
    breach: 'those who said yes are counted',
    ...readiness,
    find: "return others.length === 0 ? { kind: 'all say', ...first } : { kind: 'they differ', said }",
    replace:
      "return others.length === 0 ? { kind: 'all say', ...first } : { kind: 'they differ', said, most: first.voices.length }",
    test: 'tests/improve/beside.test.ts',
    name: 'makes no number',
  },
  {
    promise: 7,
    breach: 'what a setting says of itself is put into one figure beside what people experience',
    file: 'src/improve/beside.ts',
    find: '    activity,\n',
    replace: '    activity,\n    gap: items.length,\n',
    test: 'tests/improve/beside.test.ts',
    name: 'works nothing out',
  },
  {
    promise: 7,
    breach: 'staff change what people said of their readiness',
    ...readiness,
    find: 'voice => whoOf(voice) === whoOf(whose)',
    replace: 'voice => voice.question === whose.question',
    name: 'is one’s own',
  },
  {
    promise: 9,
    breach: 'a doctor is named on the tablets',
    file: 'src/improve/words.ts',
    find: "return name.test(text) ? 'a name' : undefined",
    replace: 'return undefined',
    test: 'tests/improve/words.test.ts',
    name: 'about nobody by name',
  },
  {
    promise: 6,
    breach: 'a tip is put into better English than the RRN has',
    file: 'src/instrument/model.ts',
    find: 'between people and professionals are blurred',
    replace: 'between people and professionals is blurred',
    test: 'tests/instrument/instrument.test.ts',
    name: 'an action quotes the RRN',
  },
  {
    promise: 6,
    breach: 'our answers to the Readiness Checker pass for the booklet’s',
    ...readiness,
    find: "whose: 'Equal Voice'",
    replace: "whose: 'Quinn, A. (2022)'",
    name: 'marked as ours',
  },
]
