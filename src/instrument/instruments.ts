// Every version of an instrument that has ever been on a tablet: a form may be sealed long before it is counted.

import { evaluation } from './evaluation.ts'
import type { Instrument } from './instrument.ts'

/** The shipped instruments, the oldest first. None is ever taken out. */
export const shipped: readonly Instrument[] = [evaluation]
