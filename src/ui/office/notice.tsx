// What a screen says back: a refusal in plain words, or what was done.

import type { Refusal } from '../../office/office.ts'
import { officeWords as words } from '../../wording/office.ts'

const known: Readonly<Record<string, string>> = words.refusals

/** The plain words for a refusal. */
export const refusalWords = (refusal: Refusal): string => known[refusal] ?? words.refusals.other

/** Says why something was refused, aloud as well. */
export function Refused({ refusal }: { refusal: Refusal | undefined }) {
  if (refusal === undefined) return null
  return (
    <p class="office-notice" role="alert">
      {refusalWords(refusal)}
    </p>
  )
}

/** Says what was done. The empty place stands ready, so that screen readers announce what comes into it. */
export function Done({ children }: { children: string | undefined }) {
  return (
    <p class="office-done" role="status">
      {children}
    </p>
  )
}
