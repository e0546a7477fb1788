// Where reading aloud is offered, and its row of buttons.

import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Book } from '../../../src/speech/clips.ts'
import { keyOf } from '../../../src/speech/sentences.ts'
import { speaks } from '../../../src/speech/speaks.ts'
import { App } from '../../../src/ui/app.tsx'
import { Aloud } from '../../../src/ui/person/aloud.tsx'
import { HearNames } from '../../../src/ui/person/aloudname.tsx'
import { books } from '../../../src/wording/books.ts'
import { languages } from '../../../src/wording/languages.ts'
import { load, say, t } from '../../../src/wording/words.ts'
import { sentencesFor } from '../../clips/collect.ts'
import { fakeTablet, ward } from '../../fakes/tablet.ts'
import { words } from '../../fixtures/words.ts'
import { wordings } from '../../playground/voice.ts'
import { voice } from '../../speech/fakes.ts'

afterEach(() => {
  cleanup()
  document.body.innerHTML = ''
})

describe('“Read it to me” is offered', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    say('en', 'standard')
  })

  it('where the language has clips or this tablet a voice of its own for it, and nowhere else', () => {
    for (const { tag } of languages) expect([tag, speaks(tag)]).toEqual([tag, tag in books])
    vi.stubGlobal('speechSynthesis', { getVoices: () => [voice('so-SO', { localService: false })] })
    expect(speaks('so')).toBe(false)
    vi.stubGlobal('speechSynthesis', { getVoices: () => [voice('so-SO')] })
    expect(speaks('so')).toBe(true)
  })

  it('not on Welcome nor among more ways in a language that nothing here can say', async () => {
    render(<App tablet={fakeTablet({ at: 'welcome', drafts: [] }, ward({ wordings }))} />)
    expect(await screen.findByRole('checkbox', { name: words.welcome.aloud })).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: 'Soomaali' }))
    await waitFor(() => expect(document.documentElement.lang).toBe('so'))
    const offered = () => screen.queryByRole('checkbox', { name: t('welcome.aloud') })
    expect(offered()).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: t('welcome.ways') }))
    await screen.findByRole('heading', { name: t('look.title') })
    expect(offered()).toBeNull()
  })
})

describe('the row of buttons', () => {
  const played: string[] = []
  let end: (() => void) | null = null
  const whole: Book = {
    clips: Object.fromEntries([...sentencesFor('en').keys()].map((key, n) => [key, [n, 1]])),
    sound: new Blob(['x'.repeat(2000)]),
  }
  const sounding = new Set<object>()
  const playing = () => sounding.size
  class FakeAudio {
    src = ''
    playbackRate = 1
    preservesPitch = false
    onended: (() => void) | null = null
    onerror: (() => void) | null = null
    async play() {
      sounding.add(this)
      played.push(`${this.playbackRate}`)
      end = () => this.onended?.()
    }
    pause() {
      sounding.delete(this)
      end = null
    }
  }
  beforeEach(async () => {
    await load('en')
    played.length = 0
    sounding.clear()
    vi.stubGlobal('Audio', FakeAudio)
  })
  afterEach(() => void vi.unstubAllGlobals())

  const button = (name: string) => screen.findByRole('button', { name })
  const shown = (place: string, clips: () => Promise<Book | undefined>, answers = false) => (
    <>
      <Aloud language="en" place={place} answers={answers} clips={clips} />
      <div class="page">
        <p>{words.card.free}</p>
        <p data-quiet="answer">Sometimes</p>
      </div>
    </>
  )
  const have = async () => whole
  const none = async () => undefined

  it('reads the page, marks what it reads, and is still at the end', async () => {
    render(shown('a', have))
    fireEvent.click(await button(words.aloud.read))
    expect(played).toEqual(['1'])
    expect(screen.getByText(words.card.free).className).toBe('spoken')
    await button(words.aloud.stop)
    end?.()
    await button(words.aloud.read)
    expect(screen.getByText(words.card.free).className).toBe('')
    expect(played).toHaveLength(1)
  })

  it('reads the answers only when they are asked for', async () => {
    render(shown('a', have, true))
    fireEvent.click(await button(words.aloud.answers))
    end?.()
    await waitFor(() => expect(played).toHaveLength(2))
  })

  it('stops at once when the screen changes, a page of it is turned, or nobody sees it', async () => {
    const { rerender } = render(shown('a', have))
    fireEvent.click(await button(words.aloud.read))
    rerender(shown('b', have))
    await button(words.aloud.read)
    expect(end).toBeNull()
    fireEvent.click(await button(words.aloud.read))
    fireEvent(document, new Event('turned'))
    await button(words.aloud.read)
    expect(end).toBeNull()
    fireEvent.click(await button(words.aloud.read))
    Object.defineProperty(document, 'hidden', { value: true, configurable: true })
    fireEvent(document, new Event('visibilitychange'))
    Object.defineProperty(document, 'hidden', { value: false, configurable: true })
    await button(words.aloud.read)
    expect(end).toBeNull()
  })

  it('stops at once when it is switched off', async () => {
    const { unmount } = render(shown('a', have))
    fireEvent.click(await button(words.aloud.read))
    unmount()
    expect(end).toBeNull()
  })

  it('keeps the speed that was chosen, on the next screen too', async () => {
    const { rerender } = render(shown('a', have))
    fireEvent.click(await button(words.aloud.slower))
    rerender(shown('b', have))
    fireEvent.click(await button(words.aloud.again))
    expect(played).toEqual(['0.85'])
    fireEvent.click(await button(words.aloud.slower))
    expect((await button(words.aloud.slower)).getAttribute('aria-disabled')).toBe('true')
  })

  it('offers earphones on its first screen, and says that a computer speaks', async () => {
    const { rerender } = render(shown('a', have))
    await screen.findByText(words.aloud.earphones)
    await screen.findByText(words.aloud.computer)
    rerender(shown('b', have))
    expect(screen.queryByText(words.aloud.earphones)).toBeNull()
  })

  it('does not say “reading only” of clips that did not come, and has them at the next try', async () => {
    let tries = 0
    const late = async () => {
      tries += 1
      if (tries === 1) throw new Error('no signal')
      return whole
    }
    render(shown('a', late))
    await screen.findByText(words.later.text)
    expect(screen.queryByText(words.aloud.only)).toBeNull()
    fireEvent.click(await button(words.later.again))
    await button(words.aloud.read)
  })

  it('has one voice at a time: a language’s name is not heard over the page, nor the page over a name', async () => {
    const names = async () => ({ clips: { [keyOf('Cymraeg')]: [0, 1] as const }, sound: new Blob(['x']) })
    render(
      <>
        {shown('a', have)}
        <HearNames languages={[{ tag: 'cy', name: 'Cymraeg' }]} clips={names} />
      </>,
    )
    fireEvent.click(await button(words.aloud.read))
    await button(words.aloud.stop)
    fireEvent.click(await button('Hear: Cymraeg'))
    await button(words.aloud.read)
    expect(playing()).toBe(1)
    fireEvent.click(await button(words.aloud.read))
    expect(playing()).toBe(1)
  })

  it('is not there where nothing can be read: it says “reading only”', async () => {
    render(shown('a', none))
    await screen.findByText(words.aloud.only)
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('says the name of each language that can be heard, and offers no other', async () => {
    const languages = [
      { tag: 'cy', name: 'Cymraeg' },
      { tag: 'so', name: 'Soomaali' },
    ]
    const names = async () => ({ clips: { [keyOf('Cymraeg')]: [0, 1] as const }, sound: new Blob(['x']) })
    render(<HearNames languages={languages} clips={names} />)
    fireEvent.click(await button('Hear: Cymraeg'))
    expect(played).toEqual(['1'])
    expect(screen.getAllByRole('button')).toHaveLength(1)
  })
})
