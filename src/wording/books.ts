// The way to each language's recorded clips. A language that is not here is reading only.

import type { RecordedTag } from './recorded.ts'

/** A language's clips: where each begins and how long it is, in bytes, by the key of its sentence; and their sound's address. */
export interface Recorded {
  readonly book: { readonly clips: Readonly<Record<string, readonly number[]>> }
  readonly url: string
}

/** Brings what is known of a language's clips; the sound itself is fetched by its address. */
export const books: Readonly<Record<string, () => Promise<Recorded>>> = {
  en: () => import('../../locales/en/clips.ts'),
  cy: () => import('../../locales/cy/clips.ts'),
  pl: () => import('../../locales/pl/clips.ts'),
  ro: () => import('../../locales/ro/clips.ts'),
  pa: () => import('../../locales/pa/clips.ts'),
  ur: () => import('../../locales/ur/clips.ts'),
  bn: () => import('../../locales/bn/clips.ts'),
  gu: () => import('../../locales/gu/clips.ts'),
  ar: () => import('../../locales/ar/clips.ts'),
  pt: () => import('../../locales/pt/clips.ts'),
  uk: () => import('../../locales/uk/clips.ts'),
} satisfies Record<RecordedTag, () => Promise<Recorded>>

/** The same for the names of the languages, each said in its own. */
export const names = (): Promise<Recorded | undefined> => import('../../locales/names.ts')
