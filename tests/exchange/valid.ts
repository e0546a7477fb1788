// What the FHIR validator of others (npm fhir, R4) finds wrong with a resource, and what it does not look at.

import { Fhir } from 'fhir'

const validator = new Fhir()

/** The faults of a resource as it is sent: errors, properties that R4 does not know, numbers and days that are none. */
export function faults(resource: object): string[] {
  const sent: object = JSON.parse(JSON.stringify(resource))
  const found = validator
    .validate(sent, { errorOnUnexpected: true })
    .messages.filter(({ severity }) => severity === 'error' || severity === 'fatal')
    .map(({ location, message }) => `${location}: ${message}`)
  return [...found, ...slips(sent), ...empties(sent)]
}

/** Where something is there and holds nothing, which FHIR forbids and the validator passes over. */
function empties(of: unknown, name = ''): string[] {
  if (of === '' || of === null) return [`${name} is empty`]
  if (typeof of !== 'object') return []
  const inside = Object.entries(of)
  return inside.length === 0 ? [`${name} is empty`] : inside.flatMap(([key, value]) => empties(value, key))
}

/** The validator takes 1.5 for an integer and any words with a year for a day: its patterns have no end. */
const slips = (of: object): string[] =>
  leaves(of).flatMap(([name, leaf]) => {
    const isDay = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?$/.test(String(leaf))
    if (['start', 'end', 'authored'].includes(name) && !isDay) return [`${name}: ${leaf} is no day`]
    return name === 'count' && !Number.isInteger(leaf) ? [`${name}: ${leaf} is no count`] : []
  })

/** Every string and number of a resource, with the last of the names on its way. */
export function leaves(of: unknown, name = ''): [name: string, leaf: string | number][] {
  if (typeof of === 'string' || typeof of === 'number') return [[name, of]]
  if (Array.isArray(of)) return of.flatMap(one => leaves(one, name))
  if (typeof of !== 'object' || of === null) return []
  return Object.entries(of).flatMap(([key, value]) => leaves(value, key))
}
