// Voices of a device as a test needs them, and an engine that says nothing aloud.

import type { Engine } from '../../src/speech/reader.ts'
import type { Span } from '../../src/speech/sentences.ts'

export const voice = (lang: string, more: Partial<SpeechSynthesisVoice> = {}): SpeechSynthesisVoice => ({
  lang,
  name: lang,
  voiceURI: lang,
  default: false,
  localService: true,
  ...more,
})

/** A browser's speech whose voices may come late. `spoken` keeps what was given to which voice. */
export function fakeSynthesis(voices: SpeechSynthesisVoice[]) {
  const events = new EventTarget()
  let here = voices
  return {
    spoken: [] as SpeechSynthesisUtterance[],
    cancelled: 0,
    getVoices: () => here,
    speak(utterance: SpeechSynthesisUtterance) {
      this.spoken.push(utterance)
    },
    cancel() {
      this.cancelled += 1
    },
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
    come(later: SpeechSynthesisVoice[]) {
      here = later
      events.dispatchEvent(new Event('voiceschanged'))
    },
  }
}

/** An engine that keeps what it was to say; `end` says that it has been said, `word` that a word begins. */
export function fakeEngine(can: (sentence: string) => boolean = () => true, language = 'en') {
  let finish: { done(): void; fail(why: Error): void; word(at: Span): void } | undefined
  const said: { sentence: string; speed: number }[] = []
  const engine: Engine = {
    language,
    can,
    say: (sentence, speed, word) =>
      new Promise((done, fail) => {
        said.push({ sentence, speed })
        finish = { done, fail, word }
      }),
    pace: () => undefined,
    hush: () => {
      finish = undefined
    },
  }
  /** Lets the reader go on to what comes next. */
  const next = () => new Promise(later => setTimeout(later))
  return {
    engine,
    said,
    words: () => said.map(({ sentence }) => sentence),
    speaking: () => finish !== undefined,
    word: (start: number, end: number) => finish?.word({ start, end }),
    async end() {
      finish?.done()
      await next()
    },
    async fail() {
      finish?.fail(new Error('broken'))
      await next()
    },
  }
}
