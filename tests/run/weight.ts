// What the built app weighs: its files by what they are for, in bytes after Brotli.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

/** Bytes after Brotli for all that a person's whole journey needs in plain English: JavaScript and CSS. */
export const WHOLE_BUDGET = 80_000

/** And for all the modes together, each of which comes when somebody chooses it. */
export const MODES_BUDGET = 30_000

/** And for the booklet's pages, which come with More and with what words mean, and at the end of a shift. */
export const LEARN_BUDGET = 12_000

/** And for what has changed: the way to it, which wards that were counted have on Welcome, and the pages. */
export const HEARD_BUDGET = 6_000

/** And for what is loaded before the first statement can be answered. */
export const FIRST_BUDGET = 60_000

/** Requests until then, the page itself among them: on a slow line each waits for the one that names it. */
export const FIRST_REQUESTS = 12

/** Bytes as they are sent of all that the service worker keeps on every tablet but recordings, and with them. */
export const KEPT_BUDGET = 240_000
export const KEPT_ALOUD_BUDGET = 5_900_000

/** One chunk of Vite's manifest, as far as it is read here. */
interface Chunk {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
  readonly css?: readonly string[]
  readonly assets?: readonly string[]
}

export type Manifest = Readonly<Record<string, Chunk>>

const isOffice = (key: string): boolean => /^src\/(ui\/)?office\//.test(key)

/** Files reachable from the given chunks, not going through those that `stop` names. */
function reach(manifest: Manifest, from: readonly string[], stop: (key: string) => boolean): Set<string> {
  const seen = new Set<string>()
  const files = new Set<string>()
  const visit = (key: string): void => {
    const chunk = manifest[key]
    if (!chunk || seen.has(key) || stop(key)) return
    seen.add(key)
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file)
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) visit(next)
  }
  for (const key of from) visit(key)
  return files
}

/** The built files of a tablet and of the office alone. Throws when there is no build. */
export function parts(dist: string): { tablet: string[]; office: string[] } {
  const manifest: Manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
  const keys = Object.keys(manifest)
  const shared = reach(
    manifest,
    keys.filter(key => manifest[key]?.isEntry),
    isOffice,
  )
  const all = reach(manifest, keys, () => false)
  // Fonts are chunks of their own in the manifest, and belong to both wings.
  const office = [...all].filter(file => /\.(js|css)$/.test(file) && !shared.has(file))
  // Workers are in no manifest, so everything built counts as the tablet's that is not the office's alone. The service
  // worker is left out: no screen waits for it.
  const built = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  const code = built.filter(file => /\.(js|css)$/.test(file) && !/(^|\/)(sw|service-worker)\.js$/.test(file))
  return { tablet: code.filter(file => !office.includes(file)), office }
}

/** What a file of the tablet is for: every journey, one mode, the booklet's pages, staff, or a language. */
export type Kind = 'base' | 'modes' | 'learn' | 'heard' | 'staff' | 'languages'

const kinds: readonly [Kind, RegExp][] = [
  // A room's own door is a small file beside it: the gate's and the supporter's, which come with them.
  ['modes', /^assets\/(?:supporter|aloud|switches|pictures|gate|ways|room)-/],
  ['learn', /^assets\/(?:learn|model)-/],
  ['heard', /^assets\/heard/],
  ['staff', /^assets\/(?:staff|rescue)-/],
  ['languages', /^assets\/(?:lang|clips|faces|languages)-/],
]

/** What a built file is for, by its name. */
export const kindOf = (file: string): Kind => kinds.find(([, name]) => name.test(file))?.[0] ?? 'base'

/** A further language's pack, as packs.json lists it. */
export interface Pack {
  readonly bytes: number
  readonly files: readonly { readonly url: string; readonly integrity: string; readonly bytes: number }[]
}

/** The packs of a build by language. */
export const packsOf = (dist: string): Readonly<Record<string, Pack>> =>
  JSON.parse(readFileSync(join(dist, 'packs.json'), 'utf8'))

/** Bytes of a built file after Brotli at its best. */
export const weigh = (dist: string, file: string): number =>
  brotliCompressSync(readFileSync(join(dist, file))).length
