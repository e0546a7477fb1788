// Reading aloud on the real screens: which lines are read, and what the row of buttons does.

import { cleanup, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { step } from '../../../src/form/step.ts'
import { keyOf, sentencesOf } from '../../../src/speech/sentences.ts'
import { App } from '../../../src/ui/app.tsx'
import { linesOf, rangeOf } from '../../../src/ui/person/lines.ts'
import { sentencesFor } from '../../clips/collect.ts'
import { fakeTablet, formScene, newForm } from '../../fakes/tablet.ts'
import { news } from '../../fixtures/heard.ts'
import { words } from '../../fixtures/words.ts'
import { examples, press } from '../../playground/examples.ts'

afterEach(() => {
  cleanup()
  document.body.innerHTML = ''
})

/** What Keep does, and for how long. */
const keepnote = `${words.stop.keepnote} ${words.stop.keephours}`

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
      expect.arrayContaining([words.stop.sendnote, keepnote, words.stop.erasenote]),
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
    expect(lines).toContain(keepnote)
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

  // What a ward or a day fills in has no clip: names, dates, the telephone's own punctuation, and the figures of a release.
  const open =
    /Maple|Oak|Your Say|Trust|Patient advice|Police|Care Quality|January|February|March|May|June|November|December|\d of \d|of 14 forms (said|gave)/
  // Nor has what a leader wrote.
  const theirs = JSON.stringify(news.told)
  const read = Object.keys(examples).filter(
    name => !/^(shift|unenrolled|wrong code|set up|cleaning|elsewhere)/.test(name),
  )
  const clips = sentencesFor('en')
  it.each(read)('has a clip for every sentence of "%s"', async name => {
    const lines = await spoken(name, true)
    const sentences = lines.flatMap(line => sentencesOf(line).map(({ start, end }) => line.slice(start, end)))
    expect(
      sentences.filter(one => !clips.has(keyOf(one)) && !open.test(one) && !theirs.includes(one)),
    ).toEqual([])
    expect(sentences.length).toBeGreaterThan(0)
  })
})
