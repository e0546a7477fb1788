// A hand for any engine: finds what is on the screen by the words on it, waits for it, and taps it.

import type { Driven } from './drive.ts'

const LONGEST = 60_000
/** Milliseconds between two taps on one spot: sooner, the app takes them for one. */
const PACE = 420

export interface Hand {
  /** Waits until such a thing is there: one of `css` whose words begin so, or so where they stand behind a `|`. */
  see(css: string, words?: string): Promise<void>
  tap(css: string, words?: string): Promise<void>
  /** Whether such a thing is there now. */
  sees(css: string, words?: string): Promise<boolean>
}

export function hand({ ask, tap }: Driven): Hand {
  let before = { at: 0, x: -1000, y: -1000 }

  const find = (css: string, words: string): string =>
    `[...document.querySelectorAll(${JSON.stringify(css)})].find(one => one.checkVisibility() &&` +
    ` ${JSON.stringify(words.split('|'))}.some(words => one.textContent.trim().startsWith(words)))`

  const sees = async (css: string, words = '') => (await ask(`${find(css, words)} !== undefined`)) === true

  async function see(css: string, words = ''): Promise<void> {
    const until = Date.now() + LONGEST
    while (!(await sees(css, words).catch(() => false))) {
      if (Date.now() > until) {
        const shown = await ask('document.body.innerText').catch(String)
        throw new Error(`no ${css} ${words} on the screen, which says: ${shown}`)
      }
      await new Promise(later => setTimeout(later, 50))
    }
  }

  return {
    see,
    sees,
    async tap(css, words = '') {
      await see(css, words)
      const middle =
        `(one => { one.scrollIntoView({ block: 'center' }); const box = one.getBoundingClientRect();` +
        ` return [box.x + box.width / 2, box.y + box.height / 2].join() })(${find(css, words)})`
      const [x = 0, y = 0] = String(await ask(middle))
        .split(',')
        .map(Number)
      if (Math.hypot(x - before.x, y - before.y) < 80)
        await new Promise(later => setTimeout(later, Math.max(0, before.at + PACE - Date.now())))
      await tap(x, y)
      before = { at: Date.now(), x, y }
    },
  }
}
