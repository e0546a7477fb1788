// By what a form is found that somebody takes back.

import type { Header } from '../envelope/header.ts'
import { hashOf } from './secrets.ts'

/**
 * A slip as it lies here: bound to its ward, so that no tablet of another ward can ask for it, and so that what stays
 * after a count does not say of which ward a form was.
 */
export const boundSlip = (mark: string, ward: string): string => hashOf(`slip ${ward} ${mark}`)

/** The bound slip of an envelope; null where its header has none. */
export const slipOf = ({ slip, ward }: Pick<Header, 'slip' | 'ward'>): string | null =>
  slip === undefined ? null : boundSlip(slip, ward)
