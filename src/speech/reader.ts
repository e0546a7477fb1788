// Reads lines one after the other, sentence by sentence, and says at every moment what it is reading.
//
//   still ──read──▶ reading ──the last sentence is said, or stop──▶ still
//                     └──read: all of it again, from the first word
//
// Always whole and always the same words: it never goes on from the middle, and it never says anything by itself.

import { type Span, sentencesOf } from './sentences.ts'
import { takeTurn } from './turn.ts'

/** What can say a sentence: recorded clips, or a voice of the device. */
export interface Engine {
  /** The language that it speaks, without a region: it says nothing in another. */
  readonly language: string
  can(sentence: string): boolean
  /**
   * Says it and resolves when it is said; rejects when it can't be said. `word` is told each word, where the engine
   * knows. A sentence that is hushed may never resolve.
   */
  say(sentence: string, speed: number, word: (at: Span) => void): Promise<void>
  /** Speed of what is being said now, where the engine can change it under way. */
  pace(speed: number): void
  /** Silence, at once. */
  hush(): void
}

/** What is said in one go, and in which language. */
export interface Said {
  readonly text: string
  readonly language: string
}

/** `unread`: sentences that no engine could say, so that the screen can be honest about it. */
export type Reading =
  | { readonly is: 'still'; readonly unread: number }
  | { readonly is: 'reading'; readonly line: number; readonly sentence: Span; readonly word?: Span }

/** Speeds as parts of the usual one: two slower, the usual, one faster. */
export const speeds = [0.7, 0.85, 1, 1.15] as const

export interface Reader {
  read(lines: readonly Said[]): void
  stop(): void
  /** From this moment, as far as the engine can; always from the next sentence. */
  pace(speed: number): void
}

/**
 * A reader that tells every change. Its engines are asked in their order: the first of a language that can, says it.
 * They may come later than the reader.
 */
export function createReader(engines: () => readonly Engine[], tell: (now: Reading) => void): Reader {
  let turn = 0
  let speed = 1

  /** Whether it was said; false as well when the turn ended meanwhile. */
  async function say(
    { text: sentence, language }: Said,
    now: Reading & { is: 'reading' },
    lasts: () => boolean,
  ): Promise<boolean> {
    for (const engine of engines()) {
      if (!lasts()) return false
      if (engine.language !== language || !engine.can(sentence)) continue
      tell(now)
      const word = ({ start, end }: Span) => {
        const from = now.sentence.start
        if (lasts()) tell({ ...now, word: { start: from + start, end: from + end } })
      }
      try {
        await engine.say(sentence, speed, word)
        return true
      } catch {
        // The next engine may be able to.
      }
    }
    return false
  }

  async function run(lines: readonly Said[], lasts: () => boolean): Promise<void> {
    let unread = 0
    for (const [line, { text, language }] of lines.entries()) {
      for (const sentence of sentencesOf(text)) {
        const words = text.slice(sentence.start, sentence.end)
        if (!(await say({ text: words, language }, { is: 'reading', line, sentence }, lasts))) unread += 1
        if (!lasts()) return
      }
    }
    tell({ is: 'still', unread })
  }

  function hush(): number {
    turn += 1
    for (const engine of engines()) engine.hush()
    return turn
  }

  function stop(): void {
    hush()
    tell({ is: 'still', unread: 0 })
  }

  return {
    read(lines) {
      takeTurn(stop)
      const mine = hush()
      void run(lines, () => turn === mine)
    },
    stop,
    pace(next) {
      speed = next
      for (const engine of engines()) engine.pace(next)
    },
  }
}
