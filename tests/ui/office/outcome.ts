// What an office that stands in for the server answers: it was done, or it was refused.

import type { Outcome, Refusal } from '../../../src/office/office.ts'

export const done = async <T>(value: T): Promise<Outcome<T>> => ({ done: true, value })
export const refused = async (refusal: Refusal): Promise<Outcome<never>> => ({ done: false, refusal })
