// All by which one person could tell that another was here: what a page shows, keeps and can get at.

import type { Page } from 'playwright-core'

/** What somebody can find who looks at a page, its markup and every store that it may read. */
export interface Seen {
  /** The screen: its scene, and all markup but the cards of waiting forms, a tag or a text a line. */
  readonly scene: string
  readonly markup: readonly string[]
  /** What the document wears: its language, direction, size, theme and title. */
  readonly worn: string
  /** What stands in fields, and which are chosen. */
  readonly fields: readonly string[]
  readonly address: string
  /** What lies in the stores that a page can read, but for the app's own files. */
  readonly kept: readonly string[]
  /** Pages in front of this one that say something, as a browser's history would. */
  readonly state: string
}

/** Looks at everything. */
export const look = (page: Page): Promise<Seen> => page.evaluate(all)

/** Runs in the page. */
async function all(): Promise<Seen> {
  const copy = document.body.cloneNode(true) as HTMLElement
  for (const waiting of copy.querySelectorAll('.drafts, [aria-labelledby=waiting]')) waiting.remove()
  for (const script of copy.querySelectorAll('script, noscript')) script.remove()
  const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')].map(
    ({ name, type, value, checked }) => `${name} ${type} ${value}${checked ? ' chosen' : ''}`,
  )
  const attributes = (element: Element) =>
    [...element.attributes]
      .filter(({ value }) => value !== '')
      .map(({ name, value }) => `${name}=${value}`)
      .sort()
      .join(' ')
  const head = [...document.querySelectorAll('meta, title')].map(one => one.outerHTML).join('')
  const stores = (store: Storage) => Object.entries(store).map(([name, value]) => `${name}: ${value}`)
  const opening = indexedDB.open('equal-voice')
  const base = await new Promise<IDBDatabase>((done, fail) => {
    opening.onsuccess = () => done(opening.result)
    opening.onerror = () => fail(opening.error)
  })
  const rows: string[] = []
  for (const name of base.objectStoreNames) {
    const asked = base.transaction(name).objectStore(name).getAll()
    const found = await new Promise<unknown[]>(done => {
      asked.onsuccess = () => done(asked.result)
    })
    // Bytes are for the scan of the disk; here whatever is in words.
    const words = (_: string, value: unknown) => (value instanceof Uint8Array ? 'bytes' : value)
    rows.push(...found.map(row => `${name}: ${JSON.stringify(row, words)}`))
  }
  base.close()
  return {
    scene: document.querySelector('.page')?.className ?? '',
    // A frame that went by leaves an attribute without a word in it.
    markup: copy.innerHTML
      .replaceAll(' class=""', '')
      .split(/(?=<)|(?<=>)/)
      .filter(one => one.trim() !== ''),
    worn: `${attributes(document.documentElement)} | ${attributes(document.body)} | ${head}`,
    fields,
    address: location.href,
    kept: [...stores(localStorage), ...stores(sessionStorage), document.cookie, window.name, ...rows],
    state: JSON.stringify(history.state),
  }
}
