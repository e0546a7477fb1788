// Where a tablet keeps its further languages: what the page and the service worker agree on.

/** A file of a language: fetched from its address, and kept only if it has this hash. */
export interface PackFile {
  readonly url: string
  readonly integrity: string
  readonly bytes: number
}

/** Every further language of a version by its tag, as its packs.json lists them. */
export type PackList = Readonly<
  Record<string, { readonly bytes: number; readonly files: readonly PackFile[] }>
>

/** The store of their files in Cache Storage. */
export const SHELF = 'languages'

/** In it, the tags of the languages that are whole for the running version. */
export const MARK = '/languages/whole'

/** What the service worker says while it brings languages; `end` with its last word. */
export interface Shelved {
  readonly whole: readonly string[]
  readonly coming: readonly { readonly tag: string; readonly done: number; readonly of: number }[]
  readonly failed?: boolean
  readonly end?: boolean
}
