// What three real engines do with the half of a draft's key: docs/decisions/0004-draft-keys.md, made repeatable.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, launch } from '../engines/engines.ts'
import { buildPage } from '../engines/page.ts'
import { type Relay, relay } from '../engines/relay.ts'
import { scan } from '../engines/scan.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'halves-page-'))
  const places = JSON.stringify(resolve(import.meta.dirname, '../../src/store/places.ts'))
  await buildPage(folder, `import { tabletHalves } from ${places}\nwindow.halves = tabletHalves()`)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

const half = (bytes: Uint8Array) => JSON.stringify([...bytes])
const read = (form: string) => `const half = await halves.read('${form}'); return half ? [...half] : 'none'`

describe.each(engines)('in $name', engine => {
  let profile: string
  let page: Relay

  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'halves-profile-'))
    page = await relay(join(folder, 'dist'))
  })

  afterAll(async () => {
    await page.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  })

  it('keeps the half when the power goes, and leaves no byte of it when the form has ended', async () => {
    const [ended, waiting] = [
      crypto.getRandomValues(new Uint8Array(32)),
      crypto.getRandomValues(new Uint8Array(32)),
    ]
    let browser = launch(engine, profile, page.url)
    try {
      await page.run(`await halves.write('ended', new Uint8Array(${half(ended)}))`)
      await page.run(`await halves.write('waiting', new Uint8Array(${half(waiting)}))`)
      await browser.kill()
      expect(await scan(profile, ended), 'the scan can find a half that is there').not.toEqual([])

      browser = launch(engine, profile, page.url)
      expect(await page.run(read('ended'))).toEqual([...ended])
      expect(await page.run('return (await halves.list()).toSorted()')).toEqual(['ended', 'waiting'])
      await page.run("await halves.remove('ended'); await halves.remove('ended')")
      expect(await scan(profile, ended), 'at once').toEqual([])
      expect(await page.run(read('ended'))).toBe('none')
      await browser.kill()
      expect(await scan(profile, ended), 'after the power went').toEqual([])

      browser = launch(engine, profile, page.url)
      expect(await page.run(read('ended'))).toBe('none')
      expect(await page.run(read('waiting'))).toEqual([...waiting])
      await browser.kill()
      expect(await scan(profile, ended), 'after another start').toEqual([])
    } finally {
      await browser.kill()
    }
  })

  it('finishes at the next start a removal that the power cut short, so that no card stays which opens for nobody', async () => {
    const browser = launch(engine, profile, page.url)
    try {
      // A removal overwrites the half first; where there are no files, it is one step.
      const files = await page.run("return typeof navigator.storage?.getDirectory === 'function'")
      if (files) await page.run("await halves.write('cut', new Uint8Array(32))")
      expect(await page.run('return (await halves.list()).includes("cut")')).toBe(false)
      expect(await page.run(read('cut'))).toBe('none')
    } finally {
      await browser.kill()
    }
  })
})
