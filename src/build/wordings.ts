// What of the wordings comes into a build: of each one's provenance what a screen tells, and with --approved-only nothing
// that has not been approved.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { faces } from './packs.ts'

interface Wording {
  readonly id: string
  readonly version: string
  readonly state: string
}
interface Language {
  readonly aloud: string
  readonly wordings: Readonly<Record<string, Wording>>
}

const read = (path: string): Language => JSON.parse(readFileSync(path, 'utf8'))

/** The languages of a folder by their tags, with the provenance of their wordings. */
const languagesIn = (locales: string): [tag: string, language: Language][] =>
  readdirSync(locales)
    .filter(tag => existsSync(join(locales, tag, 'wording.json')))
    .map(tag => [tag, read(join(locales, tag, 'wording.json'))])

/** Ids of the wordings that need nobody's leave any more: the original, and what was approved. */
const approvedIn = (locales: string): string[] =>
  languagesIn(locales)
    .flatMap(([, { wordings }]) => Object.values(wordings))
    .filter(({ state }) => state === 'original' || state === 'approved')
    .map(({ id }) => id)

/** A pack's own copy of its provenance: who took which step stays with the office. */
function brief(path: string): string {
  const { aloud, wordings } = read(path)
  const standing = Object.entries(wordings).map(([kind, { version, state }]) => [kind, { version, state }])
  return `export default ${JSON.stringify({ aloud, wordings: Object.fromEntries(standing) })}`
}

/** Lets a pack hold what a screen tells of its provenance, and no more. */
export const provenance: Plugin = {
  name: 'provenance',
  enforce: 'pre',
  resolveId: (id, from) =>
    id === './wording.json' && from?.endsWith('/pack.ts')
      ? from.replace(/pack\.ts$/, 'wording.json?pack')
      : undefined,
  load: id =>
    id.endsWith('wording.json?pack')
      ? { code: brief(id.slice(0, -'?pack'.length)), moduleType: 'js' }
      : undefined,
}

/** Leaves every wording out that is neither the original nor approved, and with it its faces and its clips. */
export function approvedOnly(root: string): Plugin {
  const approved = approvedIn(join(root, 'locales'))
  const tags = [...new Set(approved.map(id => id.split('/')[0] ?? ''))]
  const isHere = (tag: string, kind: string) =>
    approved.includes(`${tag}/${kind}`) || (kind === 'standard' && approved.includes(`${tag}/original`))
  const isSpoken = (tag: string) => isHere(tag, 'standard') && isHere(tag, 'easy')
  const instead: readonly [RegExp, (tag: string, kind: string) => string | undefined][] = [
    [
      /\/src\/wording\/packs\.ts$/,
      () =>
        `export const packs = {${tags.map(tag => `${tag}: () => import('../../locales/${tag}/pack.ts')`)}}`,
    ],
    [
      /\/src\/wording\/approved\.ts$/,
      () => `export const inBuild = id => ${JSON.stringify(approved)}.includes(id)`,
    ],
    [
      // Whoever asks for it meets the original.
      /\/locales\/(\w+)\/(standard|easy)\.json$/,
      (tag, kind) =>
        isHere(tag, kind) ? undefined : `export { original as default } from '${root}/src/wording/words.ts'`,
    ],
    [
      // A voice reads the plainer words too: it is here only where they are, and names only where there is a choice.
      /\/src\/wording\/books\.ts$/,
      () =>
        `export const books = {${tags.filter(isSpoken).map(tag => `${tag}: () => import('../../locales/${tag}/clips.ts')`)}}
         export const names = ${tags.length > 1 ? `() => import('../../locales/names.ts')` : 'async () => undefined'}`,
    ],
  ]
  return {
    name: 'approved-only',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      for (const [file, by] of instead) {
        const [found, tag = '', kind = ''] = file.exec(id) ?? []
        const code = found && by(tag, kind)
        if (code) return { code, moduleType: 'js' }
      }
      return undefined
    },
    transform: (code, id) =>
      id.includes('/src/ui/faces.css')
        ? code.replace(/@font-face \{[^}]*?\}\n?/g, face =>
            faceTags(face).some(tag => tags.includes(tag)) ? face : '',
          )
        : undefined,
  }
}

/** The languages that a face in the stylesheet is for. */
const faceTags = (face: string): string[] =>
  Object.keys(faces).filter(tag => face.includes(`/${faces[tag] ?? ' '}`))
