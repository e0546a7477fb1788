// Equal Voice itself: the product's own build, a real server process, and a tablet that is enrolled with it.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { freePort } from '../../fixtures/port.ts'
import { button, byTouch, heading, seal, welcome, words } from '../../journeys/harness/person.ts'
import { type Served, startServer } from '../../journeys/harness/serve.ts'
import { contenders } from './contenders.ts'
import { settled, switchOn } from './tablet.ts'

const product = join(import.meta.dirname, '../../..')

/** Serves the built app, which is built now where it is not there. */
export async function serve(data: string): Promise<Served> {
  if (!existsSync(join(product, 'dist/index.html'))) await build({ root: product, logLevel: 'silent' })
  return startServer({ at: new Date().toISOString(), data, port: await freePort() })
}

/** Makes the profile a tablet of the server's ward that has all it needs without a network. */
export async function enrol(profile: string, { tabletLink }: Served): Promise<void> {
  const tablet = await switchOn(profile, { ...contenders.ours.way, before: {} }, true)
  await welcome(tablet.page, tabletLink)
  await settled(tablet)
  await tablet.off()
}

/** How many rows stand in one of the tablet's stores. */
export const rows = (page: Page, store: 'rows' | 'drafts' | 'outbox'): Promise<number> =>
  page.evaluate(
    name =>
      new Promise<number>((done, fail) => {
        const opening = indexedDB.open('equal-voice')
        opening.onerror = () => fail(opening.error)
        opening.onsuccess = () => {
          const { result } = opening
          const counting = result.transaction(name).objectStore(name).count()
          counting.onsuccess = () => {
            done(counting.result)
            result.close()
          }
        }
      }),
    store,
  )

/** From the last statement to Welcome: the form is sealed and its draft is gone. Throws where it is not. */
export async function finish(page: Page): Promise<void> {
  const before = await rows(page, 'outbox')
  await byTouch(button(page, words.statement.continue))
  await seal(page, byTouch)
  const [after, left] = [await rows(page, 'outbox'), await rows(page, 'rows')]
  if (after !== before + 1 || left !== 0) throw new Error(`sealed ${after - before} forms, ${left} rows left`)
}

/** From the first statement to Welcome, with nothing kept: or the next start would find a form waiting. */
export async function erase(page: Page): Promise<void> {
  await byTouch(button(page, words.bar.stop))
  await byTouch(button(page, words.stop.erase))
  await heading(page, words.erased.title).waitFor()
  if ((await rows(page, 'drafts')) > 0) throw new Error('a draft is left')
}

/** Puts copies of an envelope of this tablet into its outbox until so many wait. */
export const fill = (page: Page, until: number): Promise<void> =>
  page.evaluate(
    many =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('equal-voice')
        opening.onerror = () => fail(opening.error)
        opening.onsuccess = () => {
          const { result } = opening
          const writing = result.transaction('outbox', 'readwrite')
          const outbox = writing.objectStore('outbox')
          const reading = outbox.getAll()
          reading.onsuccess = () => {
            const [one] = reading.result
            for (let n = reading.result.length; n < many; n++)
              outbox.add({ ...one, digest: `bench-${n}`, id: `bench-${n}` })
          }
          writing.onabort = () => fail(writing.error)
          writing.oncomplete = () => {
            result.close()
            done()
          }
        }
      }),
    until,
  )
