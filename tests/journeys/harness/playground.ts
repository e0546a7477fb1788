// The playground, built and served: every screen by its address, in a real browser.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { build, preview } from 'vite'

export interface Playground {
  /** Opens a screen with these parameters, and waits until it is drawn and its heading has the focus. */
  show(page: Page, parameters: Readonly<Record<string, string>>): Promise<void>
  close(): Promise<void>
}

/** Builds first, since a build rewrites the styles. */
export async function openPlayground(): Promise<Playground> {
  const outDir = await mkdtemp(join(tmpdir(), 'equal-voice-screens-'))
  const how = { configFile: 'tests/playground/vite.config.ts', logLevel: 'error' } as const
  await build({ ...how, build: { outDir } })
  const vite = await preview({ ...how, build: { outDir }, preview: { port: 0 } })
  const at = `${vite.resolvedUrls?.local[0]}tests/playground/index.html`
  const mute = new WeakSet<Page>()
  return {
    async show(page, parameters) {
      // As in a web view of Android: what reads aloud are the recordings, and nothing waits for voices.
      if (!mute.has(page)) {
        await page.addInitScript(() => Object.defineProperty(window, 'speechSynthesis', { value: undefined }))
        mute.add(page)
      }
      await page.goto(`${at}?${new URLSearchParams(parameters)}`)
      await page.waitForSelector('html[data-shown]')
      const staffs = /^(shift|ideas for staff|unenrolled|set up|wrong code|cleaning|elsewhere)/.test(
        parameters.screen ?? '',
      )
      if ('aloud' in parameters && !staffs) await page.waitForSelector('.aloud button, p.aloud')
      await page.waitForFunction(() => {
        const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')]
        return document.activeElement?.tagName === 'H1' && sheets.every(({ sheet }) => sheet)
      })
    },
    async close() {
      await vite.close()
      await rm(outDir, { recursive: true, force: true })
    },
  }
}
