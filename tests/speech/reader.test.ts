import { describe, expect, it } from 'vitest'
import { createReader, type Reading } from '../../src/speech/reader.ts'
import { fakeEngine } from './fakes.ts'

const inEnglish = (...lines: string[]) => lines.map(text => ({ text, language: 'en' }))
const page = inEnglish('One moment.', 'First. Second.')

function reading(...engines: ReturnType<typeof fakeEngine>[]) {
  const told: Reading[] = []
  const reader = createReader(
    () => engines.map(({ engine }) => engine),
    now => void told.push(now),
  )
  return { reader, told, last: () => told.at(-1) }
}

describe('a page is read', () => {
  it('line by line and sentence by sentence, and says where it is', async () => {
    const voice = fakeEngine()
    const { reader, last } = reading(voice)
    reader.read(page)
    expect(last()).toEqual({ is: 'reading', line: 0, sentence: { start: 0, end: 11 } })
    await voice.end()
    await voice.end()
    expect(last()).toEqual({ is: 'reading', line: 1, sentence: { start: 7, end: 14 } })
    voice.word(0, 6)
    expect(last()).toMatchObject({ line: 1, word: { start: 7, end: 13 } })
    await voice.end()
    expect(last()).toEqual({ is: 'still', unread: 0 })
    expect(voice.words()).toEqual(['One moment.', 'First.', 'Second.'])
  })

  it('again whole and in the same words, since that is what “again” means', async () => {
    const voice = fakeEngine()
    const { reader } = reading(voice)
    reader.pace(0.7)
    reader.read(page)
    await voice.end()
    reader.read(page)
    for (const _ of page) await voice.end()
    expect(voice.words()).toEqual(['One moment.', 'First.', 'One moment.', 'First.', 'Second.'])
    expect(voice.said.every(({ speed }) => speed === 0.7)).toBe(true)
  })

  it('slower from the next sentence on, when Amina asks', async () => {
    const voice = fakeEngine()
    const { reader } = reading(voice)
    reader.read(page)
    reader.pace(0.85)
    await voice.end()
    expect(voice.said.map(({ speed }) => speed)).toEqual([1, 0.85])
  })

  it('no further once it is told to stop: what was under way ends nothing and begins nothing', async () => {
    const voice = fakeEngine()
    const { reader, last } = reading(voice)
    reader.read(page)
    const ended = voice.end()
    reader.stop()
    await ended
    expect(voice.speaking()).toBe(false)
    expect(voice.words()).toEqual(['One moment.'])
    expect(last()).toEqual({ is: 'still', unread: 0 })
  })

  it('by clips first, and by a voice what has no clip', async () => {
    const clips = fakeEngine(sentence => sentence !== 'Maple ward')
    const voice = fakeEngine()
    const { reader } = reading(clips, voice)
    reader.read(inEnglish('Welcome.', 'Maple ward'))
    await clips.end()
    expect(clips.words()).toEqual(['Welcome.'])
    expect(voice.words()).toEqual(['Maple ward'])
  })

  it('by the next that can, when a clip does not play', async () => {
    const clips = fakeEngine()
    const voice = fakeEngine()
    const { reader } = reading(clips, voice)
    reader.read(inEnglish('Welcome.'))
    await clips.fail()
    expect(voice.words()).toEqual(['Welcome.'])
  })

  it('honestly: what nothing could say is counted, and never shown as being read', async () => {
    const clips = fakeEngine(sentence => sentence !== 'Maple ward')
    const { reader, told } = reading(clips)
    reader.read(inEnglish('Maple ward', 'Welcome.'))
    await new Promise(later => setTimeout(later))
    await clips.end()
    expect(told).toEqual([
      { is: 'reading', line: 1, sentence: { start: 0, end: 8 } },
      { is: 'still', unread: 1 },
    ])
  })

  it('in English where the RRN’s own English stands on a page of Amina’s language, and by nobody else’s voice', async () => {
    const arabic = fakeEngine(() => true, 'ar')
    const english = fakeEngine()
    const { reader } = reading(arabic, english)
    reader.read([{ text: 'الكلمات.', language: 'ar' }, ...inEnglish('Staff keep their promises')])
    await arabic.end()
    expect(arabic.words()).toEqual(['الكلمات.'])
    expect(english.words()).toEqual(['Staff keep their promises'])
    const alone = fakeEngine(() => true, 'ar')
    const { reader: without, last } = reading(alone)
    without.read(inEnglish('Staff keep their promises'))
    await new Promise(later => setTimeout(later))
    expect(alone.words()).toEqual([])
    expect(last()).toEqual({ is: 'still', unread: 1 })
  })

  it('by one voice at a time: another page is silent when this one begins', async () => {
    const [before, now] = [fakeEngine(), fakeEngine()]
    const first = reading(before)
    first.reader.read(page)
    reading(now).reader.read(page)
    expect(before.speaking()).toBe(false)
    expect(first.last()).toEqual({ is: 'still', unread: 0 })
    expect(now.speaking()).toBe(true)
  })
})
