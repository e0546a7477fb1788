// Handover: whatever one person chose, the next one's Welcome is the ward's own again.

import { cleanup, render, screen, waitFor } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { evaluation } from '../../../src/instrument/evaluation.ts'
import { App } from '../../../src/ui/app.tsx'
import { languages } from '../../../src/wording/languages.ts'
import { packs } from '../../../src/wording/packs.ts'
import { load, t } from '../../../src/wording/words.ts'
import { fakeTablet, formScene, newForm, ward } from '../../fakes/tablet.ts'
import { words } from '../../fixtures/words.ts'
import { wordings } from '../../playground/voice.ts'

afterEach(cleanup)
// Only those whose words are written.
const here = languages.filter(({ tag }) => packs[tag])
beforeAll(() => Promise.all(here.map(({ tag }) => load(tag))))

const root = document.documentElement
const worn = () => ({
  lang: root.lang,
  dir: root.dir,
  size: root.dataset.size,
  words: root.dataset.words,
  theme: root.dataset.theme,
  calm: root.classList.contains('calm'),
  aloud: document.querySelector('.aloud') !== null,
  title: screen.queryByRole('heading', { level: 1 })?.textContent,
})
const plain = {
  lang: 'en-GB',
  dir: 'ltr',
  size: 'normal',
  words: 'standard',
  theme: '',
  calm: false,
  aloud: false,
}
const calmPolish = { language: 'pl', words: 'easy', size: 'large', aloud: false, calm: true } as const

/** What Joe chooses on Welcome or under More ways, by the words that he taps. */
const chosen = [
  ['plainer words', words.welcome.easy],
  ['bigger words', words.welcome.bigger],
  ['reading aloud', words.welcome.aloud],
  ['calm', words.welcome.calm],
  ['the largest words', words.look.largest],
  ['dark colours', words.look.dark],
  ['strong contrast', words.look.contrast],
  ...here.slice(1).map(({ name }) => [name, name] as const),
] as const

describe.each(chosen)('after Joe chose %s', (_, name) => {
  async function choose() {
    render(<App tablet={fakeTablet({ at: 'welcome', drafts: [] }, ward({ wordings }))} />)
    const joe = userEvent.setup()
    const before = worn()
    expect(before).toMatchObject({ ...plain, title: words.welcome.title })
    const on = () => screen.queryByRole('checkbox', { name }) ?? screen.queryByRole('radio', { name })
    if (!on()) await joe.click(screen.getByRole('button', { name: words.welcome.ways }))
    await waitFor(() => expect(on()).toBeTruthy())
    await joe.click(on() ?? document.body)
    const close = screen.queryByRole('button', { name: t('close') })
    if (close) await joe.click(close)
    await waitFor(() => expect(worn(), 'what he chose is worn').not.toEqual(before))
    return { joe, before }
  }
  const press = async (joe: ReturnType<typeof userEvent.setup>, name: string) =>
    joe.click(await screen.findByRole('button', { name }))

  it('gives the next person the ward’s Welcome once he has gone behind the curtain', async () => {
    const { joe, before } = await choose()
    await press(joe, t('welcome.start'))
    await press(joe, t('card.begin'))
    await press(joe, t('bar.pause'))
    await press(joe, t('gate.none'))
    await press(joe, words.curtain.new)
    await waitFor(() => expect(worn()).toEqual(before))
  })

  it('gives the next person the ward’s Welcome when he stops before he begins', async () => {
    const { joe, before } = await choose()
    await press(joe, t('welcome.start'))
    await press(joe, t('bar.stop'))
    await waitFor(() => expect(worn()).toEqual(before))
  })
})

describe('Welcome', () => {
  it('opens as the ward has settled it, and so again after somebody chose otherwise', async () => {
    const settings = ward({ wordings, opening: calmPolish })
    const tablet = fakeTablet({ at: 'welcome', drafts: [] }, settings)
    render(<App tablet={tablet} />)
    const theirs = { ...plain, words: 'easy', lang: 'pl', size: 'large', calm: true }
    await waitFor(() => expect(worn()).toMatchObject(theirs))
    const joe = userEvent.setup()
    await joe.click(screen.getByRole('radio', { name: 'English' }))
    await waitFor(() => expect(worn().lang).toBe('en-GB'))
    tablet.scene.set({ at: 'curtain', drafts: [] })
    await waitFor(() => expect(worn()).toMatchObject(theirs))
  })

  it('opens in English when the ward’s language is not whole on this tablet, so that it is never empty', async () => {
    const tablet = fakeTablet({ at: 'welcome', drafts: [] }, ward({ wordings, opening: calmPolish }))
    tablet.packs.set({ whole: [], coming: [] })
    render(<App tablet={tablet} />)
    await waitFor(() => expect(worn()).toMatchObject({ lang: 'en-GB', calm: true }))
  })
})

it('tells Joe in his own words that his form is erased, and the next person nothing of them', async () => {
  const form = newForm()
  const tablet = fakeTablet(
    formScene({ ...form, sheet: { ...form.sheet, language: 'pl' } }),
    ward({ wordings }),
  )
  render(<App tablet={tablet} />)
  await waitFor(() => expect(worn().lang).toBe('pl'))
  tablet.scene.set({ at: 'curtain', drafts: [] })
  await waitFor(() => expect(worn().lang).toBe('en-GB'))
  tablet.scene.set({ at: 'erased' })
  await waitFor(() => expect(worn().lang).toBe('pl'))
  tablet.scene.set({ at: 'welcome', drafts: [] })
  await waitFor(() => expect(worn()).toMatchObject(plain))
})

describe('a scale', () => {
  it('is announced once, by its stem and statement, so that Amina knows what she answers', async () => {
    render(<App tablet={fakeTablet(formScene(newForm()))} />)
    const [item] = evaluation.items
    const name = `${evaluation.stem} ${item?.text}`
    expect(await screen.findAllByRole('radiogroup', { name })).toHaveLength(1)
    expect(screen.getAllByRole('radio')).toHaveLength(3)
  })
})
