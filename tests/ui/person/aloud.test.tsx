// Reading aloud on the real screens: which lines are read, and what the row of buttons does.

import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { step } from '../../../src/form/step.ts'
import type { Book } from '../../../src/speech/clips.ts'
import { keyOf, sentencesOf } from '../../../src/speech/sentences.ts'
import { speaks } from '../../../src/speech/speaks.ts'
import { App } from '../../../src/ui/app.tsx'
import { Aloud } from '../../../src/ui/person/aloud.tsx'
import { HearNames } from '../../../src/ui/person/aloudname.tsx'
import { linesOf, rangeOf } from '../../../src/ui/person/lines.ts'
import { books } from '../../../src/wording/books.ts'
import { languages } from '../../../src/wording/languages.ts'
import { load, say, t } from '../../../src/wording/words.ts'
import { sentencesFor } from '../../clips/collect.ts'
import { fakeTablet, formScene, newForm, ward } from '../../fakes/tablet.ts'
import { words } from '../../fixtures/words.ts'
import { examples, press } from '../../playground/examples.ts'
import { wordings } from '../../playground/voice.ts'
import { voice } from '../../speech/fakes.ts'

afterEach(() => {
  cleanup()
  document.body.innerHTML = ''
})

async function pageOf(name: string): Promise<Element> {
  const { container } = render(<App tablet={(examples[name] ?? (() => never(name)))()} />)
  await press(name, container)
  await waitFor(() => expect(container.querySelectorAll('.page:not([hidden]) h1')).toHaveLength(1))
  return container.querySelector('.page:not([hidden])') ?? never(name)
}
function never(name: string): never {
  throw new Error(`no screen ${name}`)
}
const spoken = async (name: string, answers = false) =>
  linesOf(await pageOf(name), 'en', answers).map(({ text }) => text.trim())

describe('what is read of a statement', () => {
  it('is its stem, itself and the three answers in their order, and nothing else', async () => {
    expect(await spoken('statement')).toEqual([
      'When I am working with staff on a task or project:',
      'Staff have asked me how I would like to take part',
      'Not at all',
      'Sometimes',
      'All the time',
    ])
  })

  it.each(['answered', 'veiled', 'refused'])(
    'is the same when it is %s: whoever listens learns nothing',
    async name => {
      const plain = await spoken('statement')
      cleanup()
      expect(await spoken(name)).toEqual(plain)
    },
  )
})

describe('what is read of the page to look back on', () => {
  it('is never an answer, nor what is to be talked about', async () => {
    const lines = await spoken('review')
    expect(lines).toContain('Staff keep their promises')
    for (const told of [words.review.skipped, words.review.veiled, words.review.change])
      expect(lines).not.toContain(told)
    expect(
      lines.filter(line => line === 'I believe staff want to listen to different points of view'),
    ).toHaveLength(1)
  })

  it('is the answers too, when the person asks for them', async () => {
    const lines = await spoken('review', true)
    expect(lines).toContain(words.review.veiled)
    expect(lines.filter(line => line === words.review.skipped)).toHaveLength(22)
    expect(
      lines.filter(line => line === 'I believe staff want to listen to different points of view'),
    ).toHaveLength(2)
  })
})

describe('what is read of any screen', () => {
  it('of the card includes the four that stand below it, since it speaks of them', async () => {
    const lines = await spoken('card')
    expect(lines[0]).toBe(words.card.title)
    expect(lines.slice(-4)).toEqual([words.bar.skip, words.bar.stop, words.bar.help, words.bar.pause])
  })

  it('leaves out what is said in another language, which its voice can’t say', () => {
    document.body.innerHTML = '<div><p>English</p><p lang="pl">Polski</p><p lang="en-GB">Words</p></div>'
    const page = document.body.firstElementChild ?? never('body')
    expect(linesOf(page, 'en').map(({ text }) => text)).toEqual(['English', 'Words'])
  })

  it('has the RRN’s own English in it as English, on a page of another language', () => {
    document.body.innerHTML =
      '<div><p>Polskie <span lang="en">own words</span> słowa</p><blockquote lang="en"><p>Staff</p></blockquote></div>'
    const page = document.body.firstElementChild ?? never('body')
    expect(linesOf(page, 'pl').map(({ text, language }) => [language, text.trim()])).toEqual([
      ['pl', 'Polskie'],
      ['en', 'own words'],
      ['pl', 'słowa'],
      ['en', 'Staff'],
    ])
  })

  it('of Stop includes what Send does, as it includes what Keep and Erase do', async () => {
    expect(await spoken('stop')).toEqual(
      expect.arrayContaining([words.stop.sendnote, words.stop.keepnote, words.stop.erasenote]),
    )
  })

  it('of the page to look back on includes that nobody on the ward can open what is sealed', async () => {
    expect(await spoken('review')).toContain(words.review.after)
  })

  it('of what to talk about includes how many are chosen, so that nobody chooses in the dark', async () => {
    expect(await spoken('topics')).toContain(words.topics.full)
  })

  it('of words said in another way tells that they mean the same', async () => {
    expect(await spoken('supported in other words')).toContain(words.supporter.other)
  })

  it('is not that a tap is being kept: it is over before it is said', async () => {
    const stopping = step(step(newForm(), { type: 'choose', item: 'eval-01', choice: 'sometimes' }), {
      type: 'stop',
    })
    if (stopping.state !== 'stopping') throw new Error('not stopping')
    const { container } = render(<App tablet={fakeTablet(formScene(stopping, { saved: false }))} />)
    await screen.findByText(words.statement.saving)
    const page = container.querySelector('.page') ?? never('stop')
    const lines = linesOf(page, 'en').map(({ text }) => text.trim())
    expect(lines).toContain(words.stop.keepnote)
    expect(lines).not.toContain(words.statement.saving)
  })

  it('finds its words again on the page, so that they can be marked', () => {
    document.body.innerHTML = '<p><strong>It is up to you.</strong> Saying no changes nothing.</p>'
    const [line] = linesOf(document.body, 'en')
    if (!line) throw new Error('no line')
    const marked = sentencesOf(line.text).map(({ start, end }) => rangeOf(line, start, end).toString())
    expect(marked).toEqual(['It is up to you.', 'Saying no changes nothing.'])
    expect(rangeOf(line, 9, 21).toString()).toBe('to you. Sayi')
  })

  // What a ward or a day fills in has no clip: names, dates, and the telephone's own punctuation.
  const open = /Maple|Oak|Your Say|Trust|Patient advice|Police|Care Quality|December|March/
  const read = Object.keys(examples).filter(name => !/^(shift|unenrolled|wrong code|set up)/.test(name))
  const clips = sentencesFor('en')
  it.each(read)('has a clip for every sentence of "%s"', async name => {
    const lines = await spoken(name, true)
    const sentences = lines.flatMap(line => sentencesOf(line).map(({ start, end }) => line.slice(start, end)))
    expect(sentences.filter(one => !clips.has(keyOf(one)) && !open.test(one))).toEqual([])
    expect(sentences.length).toBeGreaterThan(0)
  })
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

  it('stops at once when the screen changes, or nobody sees it', async () => {
    const { rerender } = render(shown('a', have))
    fireEvent.click(await button(words.aloud.read))
    rerender(shown('b', have))
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
