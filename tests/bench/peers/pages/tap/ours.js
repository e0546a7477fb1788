// Equal Voice: a step of the real form, and the real save, encrypted and flushed.

import { ours } from '../../../tap/ours.ts'

export const open = ours
