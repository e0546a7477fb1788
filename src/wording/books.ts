// The way to each language's recorded clips. A language that is not here is reading only.

/** Where each clip begins and how long it is, in bytes, by the key of its sentence. */
type Clips = Readonly<Record<string, readonly [number, number]>>

/** A language's clips, and the address of the one file that holds their sound. */
export interface Recorded {
  readonly clips: Clips
  readonly url: string
}

/** JSON's lists are wider than pairs; the maker of the clips writes nothing else. */
const recorded = ([{ default: book }, { default: url }]: [
  { default: object },
  { default: string },
]): Recorded => ({
  clips: ('clips' in book ? book.clips : {}) as Clips,
  url,
})

/** Brings what is known of a language's clips; the sound itself is fetched by its address. */
export const books: Readonly<Record<string, () => Promise<Recorded>>> = {
  en: () =>
    Promise.all([import('../../locales/en/clips.json'), import('../../locales/en/clips.mp3?url')]).then(
      recorded,
    ),
  cy: () =>
    Promise.all([import('../../locales/cy/clips.json'), import('../../locales/cy/clips.mp3?url')]).then(
      recorded,
    ),
  pl: () =>
    Promise.all([import('../../locales/pl/clips.json'), import('../../locales/pl/clips.mp3?url')]).then(
      recorded,
    ),
  ro: () =>
    Promise.all([import('../../locales/ro/clips.json'), import('../../locales/ro/clips.mp3?url')]).then(
      recorded,
    ),
  ur: () =>
    Promise.all([import('../../locales/ur/clips.json'), import('../../locales/ur/clips.mp3?url')]).then(
      recorded,
    ),
  bn: () =>
    Promise.all([import('../../locales/bn/clips.json'), import('../../locales/bn/clips.mp3?url')]).then(
      recorded,
    ),
  gu: () =>
    Promise.all([import('../../locales/gu/clips.json'), import('../../locales/gu/clips.mp3?url')]).then(
      recorded,
    ),
  ar: () =>
    Promise.all([import('../../locales/ar/clips.json'), import('../../locales/ar/clips.mp3?url')]).then(
      recorded,
    ),
  pt: () =>
    Promise.all([import('../../locales/pt/clips.json'), import('../../locales/pt/clips.mp3?url')]).then(
      recorded,
    ),
  uk: () =>
    Promise.all([import('../../locales/uk/clips.json'), import('../../locales/uk/clips.mp3?url')]).then(
      recorded,
    ),
}

/** The same for the names of the languages, each said in its own. */
export const names = (): Promise<Recorded> =>
  Promise.all([import('../../locales/names.json'), import('../../locales/names.mp3?url')]).then(recorded)
