// Voices of the device: only those that speak on the tablet itself, and only in the language of the words.

import type { Engine } from './reader.ts'
import { base, isLocal } from './speaks.ts'

/** What a browser has for speaking; undefined in Android's WebView. */
export type Synthesis = Pick<
  SpeechSynthesis,
  'getVoices' | 'speak' | 'cancel' | 'addEventListener' | 'removeEventListener'
>

/** Milliseconds in which a browser's list of voices, which comes late, must be here. */
const LATE = 1500

/** The voice for a language: local, or none; of Britain before others, since that is where our wards are. */
export function pick(voices: readonly SpeechSynthesisVoice[], tag: string): SpeechSynthesisVoice | undefined {
  const fit = voices.filter(voice => isLocal(voice, tag))
  const exact = (voice: SpeechSynthesisVoice) => [`${base(tag)}-gb`, tag.toLowerCase()].includes(lower(voice))
  return fit.find(exact) ?? fit[0]
}
const lower = (voice: SpeechSynthesisVoice): string => voice.lang.toLowerCase().replace('_', '-')

/** The voice for a language once the browser has said which there are; undefined when it has none in time. */
export function findVoice(
  synthesis: Synthesis | undefined,
  tag: string,
): Promise<SpeechSynthesisVoice | undefined> {
  if (!synthesis) return Promise.resolve(undefined)
  return new Promise(found => {
    const look = () => {
      const voice = pick(synthesis.getVoices(), tag)
      if (voice) end(voice)
    }
    const end = (voice: SpeechSynthesisVoice | undefined) => {
      clearTimeout(limit)
      synthesis.removeEventListener('voiceschanged', look)
      found(voice)
    }
    const limit = setTimeout(end, LATE, undefined)
    synthesis.addEventListener('voiceschanged', look)
    look()
  })
}

/** Speaks with one voice. Rejects as soon as that voice is gone: another might send the words out. */
export function voiceEngine(
  synthesis: Synthesis,
  voice: SpeechSynthesisVoice,
  utter: (words: string) => SpeechSynthesisUtterance = words => new SpeechSynthesisUtterance(words),
): Engine {
  const here = () =>
    synthesis.getVoices().find(one => one.voiceURI === voice.voiceURI && one.localService === true)
  return {
    language: base(voice.lang),
    can: () => here() !== undefined,
    say: (sentence, speed, word) =>
      new Promise((done, fail) => {
        const still = here()
        if (!still) return fail(new Error('the voice is gone'))
        const utterance = utter(sentence)
        utterance.voice = still
        utterance.lang = still.lang
        utterance.rate = speed
        utterance.onend = () => done()
        utterance.onerror = () => fail(new Error('the voice could not say it'))
        utterance.onboundary = ({ name, charIndex: start }) => {
          const length = /^\S+/u.exec(sentence.slice(start))?.[0].length ?? 0
          if (name === 'word' && length > 0) word({ start, end: start + length })
        }
        synthesis.speak(utterance)
      }),
    // A voice can't be told under way; the next sentence is said at the new speed.
    pace: () => undefined,
    hush: () => synthesis.cancel(),
  }
}
