// An organisation as an office sees it, and releases made by the real tabulation of made-up forms.

import type { Given } from '../../../src/form/form.ts'
import { evaluation } from '../../../src/instrument/evaluation.ts'
import type { Contacts } from '../../../src/protocol/contacts.ts'
import { type Overview, plainAbout, type ReleaseReply, type WardView } from '../../../src/protocol/office.ts'
import { plainOpening } from '../../../src/protocol/tablet.ts'
import type { WordingView } from '../../../src/protocol/wordings.ts'
import { release } from '../../../src/results/release.ts'
import { type Counted, tabulate } from '../../../src/results/tabulate.ts'
import { wordings } from '../../../src/wording/provenance.ts'

export const allContacts: Contacts = {
  advocate: { name: 'Equal Advocacy', phone: '0191 498 0001' },
  safeguarding: { name: 'Safeguarding team', phone: '0191 498 0002' },
  complaints: { name: 'Complaints service', phone: '0191 498 0003' },
  regulator: { name: 'Care Quality Commission', phone: '03000 616161' },
  emergency: { name: 'Emergency services', phone: '999' },
}

export const noContacts: Contacts = {
  ...allContacts,
  advocate: { name: '', phone: '' },
  complaints: { name: 'Complaints service', phone: '' },
}

export const maple: WardView = {
  id: 'maple',
  name: 'Maple ward',
  countedWith: [],
  group: 'box-maple',
  contacts: allContacts,
  opening: plainOpening,
  about: plainAbout,
  box: { standing: 'enough', asOf: '2026-02-11', nextCount: '2026-03-01', threshold: 10, move: null },
  tablets: [
    { id: 't1', name: 'Tablet 1', heardOn: '2026-02-10', ended: false, questions: [] },
    { id: 't2', name: 'Tablet 2', heardOn: '', ended: false, questions: [] },
    { id: 't3', name: 'Tablet 3', heardOn: '2025-11-02', ended: true, questions: [] },
  ],
  releases: [
    { id: 'big', due: '2026-02-01', base: 24 },
    { id: 'small', due: '2026-01-01', base: 12 },
  ],
  held: [],
}

export const oak: WardView = {
  ...maple,
  id: 'oak',
  name: 'Oak ward',
  countedWith: ['Ash ward', 'Elm ward'],
  group: 'box-oak',
  contacts: noContacts,
  box: { ...maple.box, standing: 'not yet enough' },
  tablets: [],
  releases: [],
}

export const overview = (more: Partial<Overview> = {}): Overview => ({
  organisation: 'Northern Moors NHS Trust',
  demonstration: false,
  role: 'leader',
  services: [
    {
      id: 'adult',
      name: 'Adult mental health',
      threshold: 10,
      wordings: ['en/easy', 'pl/easy'],
      wards: [maple],
    },
    { id: 'ld', name: 'Learning disability', threshold: 10, wordings: [], wards: [oak] },
  ],
  ...more,
})

/** The wordings of Grace's first service: two of them are on. */
export const serviceWordings = (more: Readonly<Record<string, WordingView['on']>> = {}): WordingView[] =>
  wordings
    .filter(({ kind }) => kind !== 'original')
    .map(({ wording: { id, state } }) => ({ id, state, on: { ...switched, ...more }[id] ?? null }))

const switched: Readonly<Record<string, WordingView['on']>> = {
  'en/easy': { ground: { is: 'local-trial' }, since: '2026-01-12' },
  'pl/easy': {
    ground: { is: 'permission', reference: 'Letter from the RRN, 3 January' },
    since: '2026-02-02',
  },
}

const words: readonly Given[] = ['not-at-all', 'sometimes', 'all-the-time', 'skipped']

/** Forms that differ from one another in a fixed, plain way; some stopped half-way. */
export function madeUpForms(n: number): Counted[] {
  return Array.from({ length: n }, (_, form) => ({
    given: evaluation.items.map((_, item) => {
      if (form % 6 === 5 && item > 14) return null
      const turn = (form * 7 + item * item * 3 + ((form * item) % 5)) % 13
      return words[turn < 3 ? 0 : turn < 7 ? 1 : turn < 12 ? 2 : 3] ?? null
    }),
    topics: [3, 13, 18].filter((_, k) => (form + k) % 3 === 0).map(at => evaluation.items[at]?.id ?? ''),
  }))
}

/** The release of some forms, as the server replies it. */
export function releaseReply(forms: readonly Counted[], more: Partial<ReleaseReply> = {}): ReleaseReply {
  const made = release(evaluation, tabulate(evaluation, forms), '2026-02-01', 10)
  if (made === undefined) throw new Error('too few forms for a release')
  return {
    organisation: 'Northern Moors NHS Trust',
    demonstration: false,
    service: 'Adult mental health',
    wards: ['Maple ward'],
    release: made,
    ...more,
  }
}

/** Forms of which eleven in twelve feel valued all the time, and nobody keeps a promise. */
export function nearlyAlike(): Counted[] {
  return madeUpForms(12).map((form, n) => ({
    ...form,
    given: form.given.map((given, item) => {
      if (item === 4) return n === 0 ? 'sometimes' : 'all-the-time'
      return item === 13 ? 'not-at-all' : given
    }),
  }))
}
