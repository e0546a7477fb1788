// What each language costs a tablet, as docs/languages.md tells it.

import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { languages } from '../../src/wording/provenance.ts'
import { packsOf, weigh } from './weight.ts'

const kilobytes = (bytes: number): string => (bytes === 0 ? '–' : `${(bytes / 1000).toFixed(0)} kB`)

/** The files of a language, each without its folder. English has its own among the files that every tablet has. */
function filesOf(dist: string, tag: string): string[] {
  if (tag !== 'en') return (packsOf(dist)[tag]?.files ?? []).map(({ url }) => url.slice('/assets/'.length))
  const names = readdirSync(join(dist, 'assets')).filter(name => /^(?:lang|clips)-en-/.test(name))
  return names.filter(name => !/\.(?:br|gz)$/.test(name))
}

function row(dist: string, tag: string, name: string): string | undefined {
  const files = filesOf(dist, tag)
  if (files.length === 0) return undefined
  const sum = (test: RegExp, size: (file: string) => number) =>
    files.filter(file => test.test(file)).reduce((total, file) => total + size(`assets/${file}`), 0)
  const lies = (file: string) => statSync(join(dist, file)).size
  const cells = [
    name,
    kilobytes(sum(/\.js$/, file => weigh(dist, file))),
    kilobytes(sum(/\.woff2$/, lies)),
    kilobytes(sum(/\.mp3$/, lies)),
    kilobytes(sum(/./, lies)),
  ]
  return `| ${cells.join(' | ')} |`
}

/** The page, from a build. */
export function languagesPage(dist: string): string {
  const rows = languages.map(({ language, english }) => row(dist, language, english))
  return `# What a language costs

Every tablet has English. A further language that a service switches on is a *pack*: its words, its face where the usual
one lacks its script, and its recordings. A tablet fetches the packs of its ward while it is being set up, and again when
one is switched on later. A pack counts as here only when every file of it has arrived with the right hash; until then the
language is not offered, and the shift screen shows how far it is. A new version of the app comes with all packs that the
tablet has, or not at all.

Words as they are sent (after Brotli); faces and recordings as they are; the last column is what lies on the tablet.
Written by \`npm run build\` and \`node tests/size.ts --docs\`.

| Language | Words | Face | Recordings | On the tablet |
|---|---|---|---|---|
${rows.filter(line => line !== undefined).join('\n')}
`
}
