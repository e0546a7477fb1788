// What this process remembers, so that nothing that is frozen is worked out twice. All of it can be lost at any moment.
//
//   who asks for a place ──▶ its boxes as they were when its text was made? ──▶ the text
//                            │ some have more days than then
//                            ▼
//                      it is made anew, of what followed.ts remembers or of a ward's bodies

import type { Kept } from './followed.ts'

/** Of organisations what their releases come to, and of places the texts that were made of them. */
export interface Remembered {
  readonly followed: Kept
  readonly texts: Texts
}

/** By what a text is about, the one that was asked for last at the end. `of` is all that it was made of. */
type Texts = Map<string, { readonly of: string; readonly text: string }>

/** Nothing so far. */
export const newMemory = (): Remembered => ({ followed: new Map(), texts: new Map() })

/** Characters that are remembered at once: two hundred wards with five years of the largest releases, or far more small ones. */
const ROOM = 60_000_000

/** A text about something, made only where it was not made of the same before. Whatever `of` does not say must be frozen. */
export async function textOf(
  { texts }: Remembered,
  about: string,
  of: string,
  make: () => Promise<string>,
): Promise<string> {
  const before = texts.get(about)
  const one = before?.of === of ? before : { of, text: await make() }
  texts.delete(about)
  texts.set(about, one)
  if (one !== before) forget(texts, ROOM)
  return one.text
}

/** Forgets what nobody has asked for the longest, until the rest has room. */
export function forget(texts: Texts, room: number): void {
  let taken = 0
  for (const { of, text } of texts.values()) taken += of.length + text.length
  for (const [about, { of, text }] of texts) {
    if (taken <= room) return
    texts.delete(about)
    taken -= of.length + text.length
  }
}
