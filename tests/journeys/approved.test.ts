// `npm run build -- --approved-only`: a build for services that may show the RRN's own words and nothing unapproved.

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { languages } from '../../src/wording/languages.ts'
import { wordings } from '../../src/wording/provenance.ts'
import { freePort } from '../fixtures/port.ts'
import { ran } from '../run/stage.ts'
import { openBrowser } from './harness/browser.ts'
import { begin, button, byTouch, heading, words } from './harness/person.ts'
import { startServer } from './harness/serve.ts'

let folder: string
let files: { name: string; text: string }[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equal-voice-approved-'))
  const { code, printed } = await ran(
    'vite',
    'build',
    '--outDir',
    folder,
    '--emptyOutDir',
    '--',
    '--approved-only',
  )
  if (code !== 0) throw new Error(printed)
  const names = (await readdir(folder, { recursive: true })).filter(name =>
    /\.(js|css|html|json)$/.test(name),
  )
  files = await Promise.all(
    names.map(async name => ({ name, text: await readFile(join(folder, name), 'utf8') })),
  )
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The files that hold a text. */
const holding = (text: string): string[] =>
  files.filter(file => file.text.includes(text)).map(({ name }) => name)

/** Every sentence of some files of a language that no minifier writes otherwise; none of a file that is not there. */
async function sentences(tag: string, ...kinds: string[]): Promise<string[]> {
  const found: string[] = []
  for (const kind of kinds) {
    const text = await readFile(`locales/${tag}/${kind}.json`, 'utf8').catch(() => '{}')
    JSON.parse(text, (_, value) => {
      if (typeof value === 'string' && /^[^"'`$\\]{20,}$/.test(value)) found.push(value)
    })
  }
  return found
}

const approved = (id: string) =>
  wordings.some(({ wording }) => wording.id === id && ['original', 'approved'].includes(wording.state))

describe('a build without drafts', () => {
  it('has the original, whole', () => {
    for (const { text } of evaluation.items) expect(holding(text).length, text).toBeGreaterThan(0)
  })

  it('has no sentence of any wording that is not approved', async () => {
    const kept = new Set(await sentences('en', 'first', 'screens', 'modes', 'meanings'))
    for (const { text } of evaluation.items) kept.add(text)
    let looked = 0
    for (const { language, kind, wording } of wordings) {
      if (approved(wording.id)) continue
      const { language: tag } = language
      const screens = tag !== 'en' && kind === 'standard' ? ['first', 'screens', 'modes', 'meanings'] : []
      for (const text of await sentences(tag, kind, ...screens)) {
        if (kept.has(text)) continue
        looked += 1
        expect(holding(text), `${wording.id}: ${text}`).toEqual([])
      }
    }
    expect(looked).toBeGreaterThan(100)
  })

  it('has no pack, no words, no face and no recording of a language without an approved wording', async () => {
    const tags = new Set(
      wordings.filter(({ wording }) => approved(wording.id)).map(one => one.language.language),
    )
    const names = await readdir(join(folder, 'assets'))
    const tagged = names
      .map(name => /^(?:lang|clips)-([a-z]{2})-/.exec(name)?.[1])
      .filter(tag => tag !== undefined)
    expect(tagged.filter(tag => !tags.has(tag))).toEqual([])
    expect(
      Object.keys(JSON.parse(await readFile(join(folder, 'packs.json'), 'utf8'))).filter(
        tag => !tags.has(tag),
      ),
    ).toEqual([])
    if (tags.size === 1) expect(names.filter(name => /^noto-|\.mp3$/.test(name))).toEqual([])
  })

  it('offers nothing that it has not, on a ward that has every draft switched on', async () => {
    const data = await mkdtemp(join(tmpdir(), 'equal-voice-approved-'))
    const server = await startServer({
      at: '2026-03-10T10:00:00Z',
      data,
      port: await freePort(),
      dist: folder,
    })
    const browser = await openBrowser(join(data, 'profile'))
    try {
      const { page } = browser
      await page.goto(server.tabletLink)
      await heading(page, words.welcome.title).waitFor()
      const offered = languages.filter(({ tag }) => approved(`${tag}/standard`) || approved(`${tag}/easy`))
      expect(await page.locator('input[name="language"]').count()).toBe(
        offered.length === 0 ? 0 : offered.length + 1,
      )
      expect(await page.getByText(words.welcome.easy, { exact: true }).count()).toBe(
        approved('en/easy') ? 1 : 0,
      )
      await begin(page, byTouch)
      await button(page, words.bar.help).tap()
      await heading(page, words.help.title).waitFor()
    } finally {
      await browser.close()
      await server.stop()
      await rm(data, { recursive: true, force: true })
    }
  })
})
