// Whom Help names. A ward without every one of them can't enrol a tablet.

import * as v from 'valibot'

const line = (longest: number) => v.pipe(v.string(), v.trim(), v.maxLength(longest))
const contact = v.strictObject({ name: line(80), phone: v.pipe(line(30), v.regex(/^[\d +()-]*$/)) })

/** A ward's own contacts: who it is and a telephone number. */
export const contacts = v.strictObject({
  advocate: contact,
  safeguarding: contact,
  complaints: contact,
  regulator: contact,
  emergency: contact,
})

export type Contacts = v.InferOutput<typeof contacts>
export type ContactKind = keyof Contacts

export const contactKinds: readonly ContactKind[] = [
  'advocate',
  'safeguarding',
  'complaints',
  'regulator',
  'emergency',
]

/** The kinds that still lack a name or a number. */
export const missingContacts = (given: Contacts): ContactKind[] =>
  contactKinds.filter(kind => given[kind].name === '' || given[kind].phone === '')
