// Whose words a person reads is said wherever statements stand, and the RRN's own are one tap away and back.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cleanup, render, screen, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { type Manner, plainManner } from '../../../src/form/form.ts'
import { evaluation } from '../../../src/instrument/evaluation.ts'
import { source } from '../../../src/instrument/source.ts'
import type { FormScene } from '../../../src/tablet/tablet.ts'
import { App } from '../../../src/ui/app.tsx'
import { load, say, t } from '../../../src/wording/words.ts'
import { fakeTablet, formScene, newForm, ward } from '../../fakes/tablet.ts'
import { wordings } from '../../playground/voice.ts'

afterEach(() => {
  cleanup()
  say('en', 'standard')
})

type Sheet = FormScene['form']['sheet']

async function at(place: FormScene['form']['place'], more: Partial<Sheet>) {
  const form = newForm()
  await load(more.language ?? 'en')
  const scene = formScene({ ...form, place, sheet: { ...form.sheet, ...more } })
  const { container } = render(<App tablet={fakeTablet(scene, ward({ wordings }))} />)
  await screen.findAllByRole('heading', { level: 1 })
  await screen.findAllByRole('main')
  return { amina: userEvent.setup(), container }
}

const easy: Manner = { ...plainManner, words: 'easy' }
const calm: Manner = { ...plainManner, calm: true }
const polish = { language: 'pl' }
const voices: [string, Partial<Sheet>][] = [
  ['plainer words', { manner: easy }],
  ['Polish', polish],
  ['Polish, calm', { ...polish, manner: calm }],
  ['plainer Arabic', { language: 'ar', manner: easy }],
]

describe.each(['topics', 'review'] as const)('on the page of all statements “%s”', page => {
  it.each(voices)(
    'whose words they are is said in %s, and the original is a tap away and back',
    async (_, voice) => {
      const { amina, container } = await at({ at: page }, voice)
      const original = await screen.findByRole('button', { name: t('statement.original') })
      expect(container.querySelector('.credit')?.textContent).toContain(source.attribution)
      await amina.click(original)
      const over = container.querySelector('.over') as HTMLElement
      const text = (await within(over).findByText(evaluation.stem)).closest('blockquote')
      expect([text?.lang, text?.dir]).toEqual(['en', 'ltr'])
      for (const { label } of [...evaluation.groups, ...evaluation.choices])
        expect(text?.textContent).toContain(label)
      const said = [...(text?.querySelectorAll('section li') ?? [])].map(line => line.textContent)
      const ordered = evaluation.groups.flatMap(({ items }) => items)
      expect(said).toEqual(ordered.map(id => evaluation.items.find(item => item.id === id)?.text))
      await amina.click(within(over).getByRole('button', { name: t('close') }))
      expect(await screen.findByRole('heading', { name: t(`${page}.title`) })).toBeTruthy()
    },
  )

  it('the original’s own citation stands where the words are the original', async () => {
    const { container } = await at({ at: page }, {})
    await screen.findByRole('heading', { name: t(`${page}.title`) })
    expect(container.querySelector('.credit')?.textContent).toBe(source.attribution)
    expect(screen.queryByRole('button', { name: t('statement.original') })).toBeNull()
  })
})

it('says whose words they are beside a helper too, where it is asked what to talk about', async () => {
  const { container } = await at({ at: 'topics' }, { ...polish, helper: 'family' })
  expect(await screen.findByRole('button', { name: t('statement.original') })).toBeTruthy()
  expect(container.querySelector('.credit')?.textContent).toContain(source.attribution)
})

it('names the RRN in calm too: quiet is not silent', () => {
  const css = readFileSync(join(import.meta.dirname, '../../../src/ui/bar.css'), 'utf8')
  expect(css).not.toMatch(/\.cited|\.credit/)
})

it('has the citation in English, left to right, on a page of Arabic', async () => {
  await load('ar')
  const card = { at: 'card', language: 'ar', manner: plainManner, helper: 'nobody' } as const
  render(<App tablet={fakeTablet(card, ward({ wordings }))} />)
  await userEvent.setup().click(await screen.findByRole('button', { name: t('card.more') }))
  for (const words of [source.citation, source.licence])
    expect((await screen.findByText(words)).closest('[lang="en"][dir="ltr"]')).toBeTruthy()
})

describe('what a hard word means', () => {
  const meaningsOf = async (voice: Partial<Sheet>) => {
    const { amina, container } = await at({ at: 'statement', n: 2, changing: false }, voice)
    await amina.click(await screen.findByRole('button', { name: t('statement.meaning') }))
    await screen.findByRole('heading', { name: t('meaning.title') })
    return [...container.querySelectorAll('.over dt')].map(term => term.textContent).slice(1)
  }

  it('is told of every one beside the original', async () => {
    expect(await meaningsOf({})).toEqual(['supported', 'participate', 'comfortable'])
  })

  it('is not told of words that the plainer ones do without', async () => {
    expect(await meaningsOf({ manner: easy })).toEqual([])
  })
})
