// What can be read aloud here, found out before anything is promised.

import { type Book, clipsEngine, type Player } from './clips.ts'
import type { Engine } from './reader.ts'
import { base } from './speaks.ts'
import { takeTurn } from './turn.ts'
import { findVoice, type Synthesis, voiceEngine } from './voices.ts'

/** By what a language is read on this tablet, best first. */
export interface Offer {
  readonly by: 'clips' | 'voice'
  engines(): readonly Engine[]
}

/** What of the device speaks and plays; speech is undefined in Android's WebView. */
interface Device {
  readonly synthesis: Synthesis | undefined
  player(): Player
}

const thisDevice = (): Device => ({
  synthesis: 'speechSynthesis' in globalThis ? speechSynthesis : undefined,
  player: () => new Audio(),
})

/**
 * What reads a language: its clips, with a local voice for names and dates if there is one; else that voice; else
 * nothing. `clips` brings the language's clips; undefined where it has none. Rejects where they did not come and no
 * voice stands in for them.
 */
export async function offer(
  tag: string,
  clips: () => Promise<Book | undefined>,
  { synthesis, player } = thisDevice(),
): Promise<Offer | undefined> {
  const spoken: Engine[] = []
  const voiced = findVoice(synthesis, tag).then(voice => {
    if (synthesis && voice) spoken.push(voiceEngine(synthesis, voice))
  })
  try {
    const book = await clips()
    // What waits for a voice that comes late are names and dates, and not the page.
    const clip = book && clipsEngine(book, player(), base(tag))
    if (clip) return { by: 'clips', engines: () => [clip, ...spoken] }
  } catch (why) {
    await voiced
    if (spoken.length === 0) throw why
  }
  await voiced
  return spoken.length > 0 ? { by: 'voice', engines: () => spoken } : undefined
}

/** What says the names of the languages, each in its own: their clips, or nothing. */
export function namesEngine(names: Book): Pick<Engine, 'can' | 'hush'> & { say(name: string): void } {
  const { can, say, hush } = clipsEngine(names, thisDevice().player(), '')
  return {
    can,
    hush,
    /** Only the last one that was asked for, and nothing else meanwhile. */
    say(name) {
      takeTurn(hush)
      hush()
      say(name, 1, () => undefined).catch(() => undefined)
    },
  }
}
