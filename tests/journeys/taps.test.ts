// Taps go to the disk past Dexie, so what Dexie knows of engines does not help them: they are tried in three.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, launch } from '../engines/engines.ts'
import { buildPage } from '../engines/page.ts'
import { relay } from '../engines/relay.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taps-page-'))
  const ours = JSON.stringify(resolve(import.meta.dirname, '../bench/tap/ours.ts'))
  await buildPage(folder, `import { ours } from ${ours}\nwindow.ours = ours`)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe.each(engines)('in $name', engine => {
  it('keeps every tap, one row each, so that nothing that Amina said is lost', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'taps-profile-'))
    const page = await relay(join(folder, 'dist'))
    const browser = launch(engine, profile, page.url)
    try {
      const taps = 'for (let n = 1; n <= 40; n++) await draft.save(n)'
      expect(
        await page.run(`const draft = await ours(); ${taps}; await draft.prove(40); return 'kept'`),
      ).toBe('kept')
    } finally {
      await browser.kill()
      await page.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    }
  })
})
