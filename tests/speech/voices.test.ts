import { globSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Book, Player } from '../../src/speech/clips.ts'
import { offer } from '../../src/speech/offer.ts'
import { findVoice, pick, voiceEngine } from '../../src/speech/voices.ts'
import { fakeSynthesis, voice } from './fakes.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const remote = voice('pl-PL', { localService: false })

describe('speech synthesis', () => {
  it('has one door, behind which every voice is checked', () => {
    const files = globSync('src/**/*.{ts,tsx}').filter(file => !file.startsWith('src/speech/'))
    expect(files.length).toBeGreaterThan(30)
    for (const file of files)
      expect(readFileSync(file, 'utf8'), file).not.toMatch(/speechSynthesis|Utterance/i)
  })
})

describe('a voice of the device is promised only when', () => {
  it('it speaks on the tablet itself, because words must not leave it', () => {
    expect(pick([remote], 'pl')).toBeUndefined()
    expect(pick([remote, voice('pl_PL', { name: 'own' })], 'pl')?.name).toBe('own')
  })

  it('it speaks the language of the words, and is from Britain if one is', () => {
    expect(pick([voice('en-US'), voice('de-DE')], 'pl')).toBeUndefined()
    expect(pick([voice('en-US'), voice('en_GB')], 'en')?.lang).toBe('en_GB')
    expect(pick([voice('en-US')], 'en')?.lang).toBe('en-US')
    expect(pick([voice('pa-IN')], 'pa')?.lang).toBe('pa-IN')
  })

  it('there is speech at all, which Android’s WebView has not', async () => {
    expect(await findVoice(undefined, 'en')).toBeUndefined()
  })

  it('it has come, since browsers list their voices late', async () => {
    const synthesis = fakeSynthesis([])
    const found = findVoice(synthesis, 'cy')
    synthesis.come([voice('de-DE')])
    synthesis.come([voice('cy-GB')])
    expect((await found)?.lang).toBe('cy-GB')
  })

  it('it comes in time: nobody waits for a voice that is not there', async () => {
    const found = findVoice(fakeSynthesis([voice('de-DE')]), 'cy')
    await vi.advanceTimersByTimeAsync(2000)
    expect(await found).toBeUndefined()
  })
})

describe('a voice that was promised', () => {
  const utter = (words: string) => ({ text: words }) as SpeechSynthesisUtterance
  const local = voice('en-GB')

  it('says the words itself, at the speed that was asked for, and tells each word', async () => {
    const synthesis = fakeSynthesis([local])
    const words = vi.fn()
    const said = voiceEngine(synthesis, local, utter).say('Staff keep their promises', 0.7, words)
    const [utterance] = synthesis.spoken
    expect(utterance).toMatchObject({ voice: local, lang: 'en-GB', rate: 0.7 })
    const at = { name: 'word', charIndex: 6 } as SpeechSynthesisEvent
    utterance?.onboundary?.call(utterance, at)
    expect(words).toHaveBeenCalledWith({ start: 6, end: 10 })
    utterance?.onend?.call(utterance, at)
    await said
  })

  it('says nothing once it is gone: another might send the words out', async () => {
    const synthesis = fakeSynthesis([local])
    const engine = voiceEngine(synthesis, local, utter)
    synthesis.come([voice('en-GB', { localService: false })])
    expect(engine.can('Staff')).toBe(false)
    await expect(engine.say('Staff', 1, () => undefined)).rejects.toThrow('gone')
    expect(synthesis.spoken).toEqual([])
  })
})

describe('reading aloud is offered', () => {
  const book: Book = { clips: {}, sound: new Blob() }
  const player = () => ({}) as Player
  const offered = async (clips: Book | undefined, voices: SpeechSynthesisVoice[] | undefined) => {
    const synthesis = voices && fakeSynthesis(voices)
    const found = offer('pl', async () => clips, { synthesis, player })
    await vi.advanceTimersByTimeAsync(2000)
    return found
  }

  it('by recorded clips first, with speech synthesis removed', async () => {
    expect((await offered(book, undefined))?.by).toBe('clips')
    expect((await offered(book, [voice('pl-PL')]))?.by).toBe('clips')
  })

  it('by a voice of the device else', async () => {
    expect((await offered(undefined, [voice('pl-PL')]))?.by).toBe('voice')
  })

  it('not at all where nothing could keep the promise', async () => {
    expect(await offered(undefined, [remote])).toBeUndefined()
    expect(await offered(undefined, undefined)).toBeUndefined()
  })

  it('by a voice when clips can’t be brought, and else not called reading only: they may come at the next try', async () => {
    const gone = () => Promise.reject(new Error('no signal'))
    const device = { synthesis: fakeSynthesis([voice('pl-PL')]), player }
    expect((await offer('pl', gone, device))?.by).toBe('voice')
    await expect(offer('pl', gone, { synthesis: undefined, player })).rejects.toThrow('no signal')
  })

  it('at once where its clips are here, and by the voice for names too when that has come', async () => {
    const synthesis = fakeSynthesis([])
    const found = await offer('pl', async () => book, { synthesis, player })
    expect(found?.engines().map(({ language }) => language)).toEqual(['pl'])
    synthesis.come([voice('pl-PL')])
    await vi.advanceTimersByTimeAsync(0)
    expect(found?.engines()).toHaveLength(2)
  })
})
