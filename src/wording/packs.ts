// The way to each language's words: one chunk a language, loaded when somebody wants it.

import type { Pack } from './pack.ts'

/** Brings a language's pack; rejects when it is not on the tablet and there is no network. */
export const packs: Readonly<Record<string, () => Promise<Pack>>> = {
  en: () => import('../../locales/en/pack.ts'),
  cy: () => import('../../locales/cy/pack.ts'),
  pl: () => import('../../locales/pl/pack.ts'),
  ro: () => import('../../locales/ro/pack.ts'),
  pa: () => import('../../locales/pa/pack.ts'),
  ur: () => import('../../locales/ur/pack.ts'),
  bn: () => import('../../locales/bn/pack.ts'),
  gu: () => import('../../locales/gu/pack.ts'),
  ar: () => import('../../locales/ar/pack.ts'),
  pt: () => import('../../locales/pt/pack.ts'),
  uk: () => import('../../locales/uk/pack.ts'),
  so: () => import('../../locales/so/pack.ts'),
}
