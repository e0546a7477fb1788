// What has changed, in other languages: in their words where they have them, in English that says so where they have none,
// and with the leader's own words always as the English that they are.

import { cleanup, render, screen } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import english from '../../../locales/en/heard.json' with { type: 'json' }
import { plainManner } from '../../../src/form/form.ts'
import { App } from '../../../src/ui/app.tsx'
import { packs } from '../../../src/wording/packs.ts'
import { load, say } from '../../../src/wording/words.ts'
import { fakeTablet, ward } from '../../fakes/tablet.ts'
import { news } from '../../fixtures/heard.ts'
import { wordings } from '../../playground/voice.ts'

const mark = (words: object) =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [key, `ar: ${text}`]))
const [arabic, polish] = [packs.ar, packs.pl]

// Arabic with words of its own, each marked, whatever has been translated by now; Polish without any.
beforeAll(() => {
  const heard = { heard: mark(english.heard), easy: mark(english.easy) }
  Object.assign(packs, {
    ar: async () => ({ ...(await arabic?.()), heard }),
    pl: async () => ({ ...(await polish?.()), heard: undefined }),
  })
})
afterEach(() => {
  cleanup()
  say('en', 'standard')
})

async function opened(language: string) {
  await load(language)
  const opening = { language, ...plainManner, words: 'standard' as const }
  const tablet = fakeTablet({ at: 'welcome', drafts: [] }, ward({ wordings, opening, heard: news }))
  const { container } = render(<App tablet={tablet} />)
  const amina = userEvent.setup()
  await amina.click(await screen.findByRole('button', { name: /What has changed$/ }))
  await screen.findByRole('heading', { level: 1, name: /What has changed$/ })
  const over = container.querySelector<HTMLElement>('.over')
  if (!over) throw new Error('nothing lies over Welcome')
  const spoken = (text: string) =>
    [...over.querySelectorAll('*')]
      .filter(one => one.textContent?.includes(text))
      .at(-1)
      ?.closest('[lang]')
      ?.getAttribute('lang')
  return { amina, over, spoken }
}

it('says it in the words of the language, and of the leader that theirs are English', async () => {
  const { over, spoken } = await opened('ar')
  expect(document.documentElement.dir).toBe('rtl')
  expect(over.textContent).toContain('ar: We did')
  expect(spoken('ar: We did')).toBe('ar')
  expect(spoken('The named nurse')).toBe('en')
  expect(over.textContent).toContain(`ar: ${english.heard.english}`)
})

it('says it in English, marked as English and read from the left, where the language has no words for it yet', async () => {
  const { amina, over, spoken } = await opened('pl')
  expect(spoken('What has changed')).toBe('en')
  expect(spoken('We have not answered yet.')).toBe('en')
  expect(spoken('on 9 March 2026')).toBe('en')
  // What the language has words for stays in it.
  expect(over.textContent).toContain('Wróć')
  await amina.click(screen.getByRole('button', { name: 'What people said' }))
  expect(spoken('of 14 forms said “Sometimes”.')).toBe('en')
  expect(spoken('Personel pytał mnie')).toBe('pl')
})
