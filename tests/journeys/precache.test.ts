// What the service worker keeps: everything that a ward without Wi-Fi needs, nothing of the office, and no other place.

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { languages } from '../../src/wording/provenance.ts'
import { languagesPage } from '../run/languages.ts'
import { KEPT_ALOUD_BUDGET, KEPT_BUDGET, packsOf, parts } from '../run/weight.ts'

const read = (file: string): string => readFileSync(join('dist', file), 'utf8')

/** The face of each language that the usual one has no letters for. */
const face: Readonly<Record<string, string>> = {
  ar: 'noto-sans-arabic-',
  bn: 'noto-sans-bengali-',
  gu: 'noto-sans-gujarati-',
  pa: 'noto-sans-gurmukhi-',
  uk: 'noto-sans-cyrillic-',
  ur: 'noto-nastaliq-urdu-',
}

/** What the built service worker fetches when it is installed: each file, and whether with its hash. */
function precached(): { file: string; hashed: boolean }[] {
  const entries = read('service-worker.js').match(/\{[^{}]*"?url"?:"[^"]+"[^{}]*\}/g) ?? []
  return entries.map(entry => ({
    file: /url"?:"([^"]+)"/.exec(entry)?.[1] ?? '',
    hashed: entry.includes('integrity":"sha384-') || entry.includes('integrity:"sha384-'),
  }))
}

/** Every built file that is sent as it is, by its path from dist. */
const built = readdirSync('dist/assets')
  .filter(name => !/\.(br|gz)$/.test(name))
  .map(name => `assets/${name}`)
const packs = packsOf('dist')
const packed = Object.values(packs).flatMap(({ files }) => files)
const further = /^assets\/(?:(?:lang|clips)-(?!en-)[a-z]{2}-|noto-)/

describe('a ward without Wi-Fi', () => {
  it('has every part of the tablet in its service worker and nothing else, so that no screen and no seal is missing', () => {
    const base = built.filter(file => !further.test(file) && !file.startsWith('assets/office-'))
    const icons: string[] = JSON.parse(read('manifest.webmanifest')).icons.map(({ src }: { src: string }) =>
      src.slice(1),
    )
    const needed = ['index.html', 'manifest.webmanifest', 'packs.json', ...icons, ...base]
    expect([...new Set(precached().map(({ file }) => file))].sort()).toEqual(needed.sort())
    expect(needed).toEqual(expect.arrayContaining(parts('dist').tablet.filter(file => !further.test(file))))
    expect(base.filter(file => file.endsWith('.woff2'))).toHaveLength(2)
  })

  it('has all of that in few bytes, so that a tablet is ready within a visit to where there is signal', () => {
    const kept = [...new Set(precached().map(({ file }) => file))]
    const sent = (file: string) =>
      statSync(join('dist', existsSync(join('dist', `${file}.br`)) ? `${file}.br` : file)).size
    const bytes = (files: string[]) => files.reduce((sum, file) => sum + sent(file), 0)
    expect(bytes(kept.filter(file => !file.endsWith('.mp3')))).toBeLessThanOrEqual(KEPT_BUDGET)
    expect(bytes(kept)).toBeLessThanOrEqual(KEPT_ALOUD_BUDGET)
  })

  it('has each further language in a pack of its own: its words, its face, its recordings, each with its hash', () => {
    const spoken = built.filter(file => /\/lang-(?!en-)/.test(file))
    expect(spoken.length).toBeGreaterThan(0)
    expect(Object.keys(packs).sort()).toEqual(spoken.map(file => file.slice(12, 14)).sort())
    for (const { url, integrity, bytes } of packed) {
      const content = readFileSync(join('dist', url))
      expect(integrity).toBe(`sha384-${createHash('sha384').update(content).digest('base64')}`)
      expect(bytes).toBe(content.length)
    }
    for (const [tag, { bytes, files }] of Object.entries(packs)) {
      const own = built.filter(
        file => file.startsWith(`assets/lang-${tag}-`) || file.startsWith(`assets/clips-${tag}-`),
      )
      const faces = built.filter(file => face[tag] !== undefined && file.startsWith(`assets/${face[tag]}`))
      expect(files.map(({ url }) => url).sort()).toEqual([...own, ...faces].map(file => `/${file}`).sort())
      expect(faces).toHaveLength(face[tag] === undefined ? 0 : 1)
      expect(bytes).toBe(files.reduce((sum, file) => sum + file.bytes, 0))
    }
  })

  it('is told in docs/languages.md what each language costs', () => {
    const page = readFileSync('docs/languages.md', 'utf8')
    const row = (text: string, english: string) =>
      text.split('\n').find(line => line.startsWith(`| ${english} |`))
    const size = (line: string | undefined) => Number(/(\d+) kB \|$/.exec(line ?? '')?.[1])
    const now = languagesPage('dist')
    for (const { language, english } of languages) {
      if (language !== 'en' && !packs[language]) continue
      expect(row(page, english), `run node tests/size.ts --docs for ${english}`).toBeDefined()
      // A word more or less is no news.
      const [told, is] = [size(row(page, english)), size(row(now, english))]
      expect(Math.abs(told - is), english).toBeLessThanOrEqual(10 + is / 10)
    }
  })

  it('has all that runs with its hash, so that a sign-in page never takes the place of it', () => {
    const runs = precached().filter(({ file }) => /\.(html|js|css|woff2)$/.test(file))
    expect(runs.filter(({ hashed }) => !hashed)).toEqual([])
  })

  it('keeps nothing of the office, which is for a desk with a network', () => {
    const office = parts('dist').office.filter(file => /\.(js|css)$/.test(file))
    expect(office.length).toBeGreaterThan(0)
    expect(precached().filter(({ file }) => office.includes(file))).toEqual([])
  })

  it('asks no other place for anything, so that nobody else learns that it is used', () => {
    const { tablet } = parts('dist')
    const page = read('index.html')
    expect([...page.matchAll(/(?:src|href)="(https?:)?\/\/[^"]*"/g)].map(([all]) => all)).toEqual([])
    for (const file of tablet) {
      const asks = /(?:fetch|import|importScripts|sendBeacon|WebSocket|url)\(\s*["'`]?(?:https?:|wss?:)?\/\//
      expect(asks.exec(read(file))?.[0], file).toBeUndefined()
    }
  })
})
