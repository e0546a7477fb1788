// Whether a language can be read aloud here, known without bringing anything that reads.

import { isRecorded } from '../wording/recorded.ts'

/** A tag's language without its region. */
export const base = (tag: string): string => tag.toLowerCase().replace('_', '-').split('-')[0] ?? ''

/** Whether a voice speaks a language, and on the tablet itself: another one sends the words out. */
export const isLocal = (voice: SpeechSynthesisVoice, tag: string): boolean =>
  voice.localService === true && base(voice.lang) === base(tag)

/** The voices that are here by now. To ask is what makes a browser look for them. */
const here = () => (globalThis.speechSynthesis as SpeechSynthesis | undefined)?.getVoices() ?? []
here()

/** Whether reading aloud may be offered: by clips, or by a local voice. */
export const speaks = (tag: string): boolean => isRecorded(tag) || here().some(voice => isLocal(voice, tag))
