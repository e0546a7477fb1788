// What an office settles about its organisation, its services, and which wards are counted together.

import * as v from 'valibot'
import { LEAST_THRESHOLD } from '../results/release.ts'
import { day } from './tablet.ts'

const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80))

/** A service may ask for no more forms than that: small wards would stay unheard. */
const MOST_THRESHOLD = 30

/** Days by which a box's next count may be moved to a later day, once. */
export const MOST_LATER = 31

/** A name for an organisation or a ward. */
export const nameRequest = v.strictObject({ name })

/** A service's name, and how many forms its boxes are counted with at least. */
export const serviceRequest = v.strictObject({
  name,
  threshold: v.pipe(v.number(), v.integer(), v.minValue(LEAST_THRESHOLD), v.maxValue(MOST_THRESHOLD)),
})
export type ServiceRequest = v.InferOutput<typeof serviceRequest>

const id = v.pipe(v.string(), v.maxLength(64))

const groups = v.pipe(v.array(v.pipe(v.array(id), v.minLength(1), v.maxLength(500))), v.maxLength(500))

/**
 * Which wards of a service are counted together: each of them stands in one group. `seen` is how the page showed them: what
 * somebody else settled since makes it too old.
 */
export const groupsRequest = v.strictObject({ groups, seen: groups })
export type GroupsRequest = v.InferOutput<typeof groupsRequest>

/** The day to which the next count of a ward's box is moved. */
export const countDayRequest = v.strictObject({ day })
