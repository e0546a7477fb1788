// What an entry of the record is about, in words: the server writes down ids, and here they are named.

import { readiness } from '../../../instrument/readiness.ts'
import type { AuditView } from '../../../protocol/accounts.ts'
import type { Overview } from '../../../protocol/office.ts'
import { accountWords, dayWords, officeWords, say } from '../../../wording/office.ts'
import { wordings } from '../../../wording/provenance.ts'
import { nameOf } from '../wording.tsx'

const words = accountWords.record
const known: Readonly<Record<string, string>> = words.details
const roles: Readonly<Record<string, string>> = accountWords.as
const grounds: Readonly<Record<string, string>> = officeWords.wordings.grounds

/** The names of what has an id and is somebody's to see. */
export function namesOf({ services }: Overview): ReadonlyMap<string, string> {
  const names = new Map(wordings.map(one => [one.wording.id, nameOf(one)]))
  for (const { questions } of readiness.activities)
    for (const { id, text } of questions) names.set(id, `“${text}”`)
  for (const service of services) {
    names.set(service.id, service.name)
    for (const ward of service.wards) {
      names.set(ward.id, ward.name)
      for (const { id, name } of ward.tablets) names.set(id, `${name}, ${ward.name}`)
      for (const { id, due } of ward.releases) names.set(id, dayWords(due))
    }
  }
  return names
}

/** What the entry itself says already. */
const wordless = [
  'invitation withdrawn',
  'readiness said',
  'readiness struck out',
  'box stays closed',
  'box erased',
]

/** The detail of an entry. An id that nobody here can name says nothing, and is left out. */
export function detailWords({ what, detail }: AuditView, names: ReadonlyMap<string, string>): string {
  if (wordless.includes(what)) return ''
  if (what === 'wording on' || what === 'wording off') return wordingWords(detail, names)
  const [, name, role] = /^(.*): (\w+)$/.exec(detail) ?? []
  if (what === 'role changed' && name !== undefined && role !== undefined && role in roles)
    return say(words.role, { name, role: roles[role] ?? role })
  const whole = known[detail] ?? names.get(detail)
  if (whole !== undefined) return whole
  return detail
    .replace(/[\w/-]+/g, part => names.get(part) ?? (isId(part) ? '' : part))
    .replace(/ +(?=[ .:,]|$)/g, '')
    .trim()
}

/** Which wording, of which service, and on what ground: the server writes a service, a wording, a ground and its reference. */
function wordingWords(detail: string, names: ReadonlyMap<string, string>): string {
  const [service = '', wording = '', ground = '', ...reference] = detail.split(' ')
  const of = [names.get(wording) ?? wording, names.get(service)].filter(Boolean).join(', ')
  const is = ground.replace(/:$/, '')
  const on = [grounds[is] ?? is, reference.join(' ')].filter(Boolean).join(', ')
  return on === '' ? of : `${of}. ${say(officeWords.wordings.ground, { ground: on })}`
}

const isId = (part: string): boolean => /^[0-9a-f]{16,64}$/.test(part)
