// Recorded clips: one file of sound a language, cut at the borders of its frames, so that each slice plays by itself.

import type { Engine } from './reader.ts'
import { keyOf } from './sentences.ts'

/** A language's clips: where each begins in the sound and how long it is, in bytes, by the key of its sentence. */
export interface Book {
  readonly clips: Readonly<Record<string, readonly number[]>>
  readonly sound: Blob
}

/** What plays a slice. An <audio> element: it keeps the pitch when it is slower or faster. */
export type Player = Pick<
  HTMLAudioElement,
  'src' | 'playbackRate' | 'preservesPitch' | 'play' | 'pause' | 'onended' | 'onerror'
>

/** Reads a language from its book. One player throughout: a browser that was allowed to play it once by a tap goes on doing so. */
export function clipsEngine(book: Book, player: Player, language: string): Engine {
  let address: string | undefined

  const close = () => {
    player.onended = null
    player.onerror = null
    if (address) URL.revokeObjectURL(address)
    address = undefined
  }
  return {
    language,
    can: sentence => keyOf(sentence) in book.clips,
    say: (sentence, speed) =>
      new Promise((done, fail) => {
        close()
        const [start = 0, length = 0] = book.clips[keyOf(sentence)] ?? []
        address = URL.createObjectURL(book.sound.slice(start, start + length, 'audio/mpeg'))
        player.onended = () => done()
        player.onerror = () => fail(new Error('a clip did not play'))
        player.src = address
        player.preservesPitch = true
        player.playbackRate = speed
        player.play().catch(fail)
      }),
    pace(speed) {
      player.playbackRate = speed
    },
    hush() {
      player.pause()
      close()
    },
  }
}
