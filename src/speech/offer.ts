// What can be read aloud here, found out before anything is promised.

import { type Book, clipsEngine, type Player } from './clips.ts'
import type { Engine } from './reader.ts'
import { findVoice, type Synthesis, voiceEngine } from './voices.ts'

/** By what a language is read on this tablet, best first. */
export interface Offer {
  readonly by: 'clips' | 'voice'
  readonly engines: readonly Engine[]
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
 * nothing. `clips` brings the language's clips; undefined where it has none.
 */
export async function offer(
  tag: string,
  clips: () => Promise<Book | undefined>,
  { synthesis, player } = thisDevice(),
): Promise<Offer | undefined> {
  const [book, voice] = await Promise.all([clips().catch(() => undefined), findVoice(synthesis, tag)])
  const spoken = synthesis && voice ? [voiceEngine(synthesis, voice)] : []
  if (book) return { by: 'clips', engines: [clipsEngine(book, player()), ...spoken] }
  return spoken.length > 0 ? { by: 'voice', engines: spoken } : undefined
}

/** What says the names of the languages: their clips, or nothing. */
export const namesEngine = (names: Book): Engine => clipsEngine(names, thisDevice().player())
