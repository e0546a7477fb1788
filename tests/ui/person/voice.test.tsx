// Whose voice the screens have, and what becomes of a wish for another one when its words are slow or do not come.

import { act, cleanup, fireEvent, render, renderHook, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { plainManner } from '../../../src/form/form.ts'
import type { FormScene } from '../../../src/tablet/tablet.ts'
import { App } from '../../../src/ui/app.tsx'
import { useWishes } from '../../../src/ui/person/voice.ts'
import { packs } from '../../../src/wording/packs.ts'
import { load, t } from '../../../src/wording/words.ts'
import { type FakeTablet, fakeTablet, formScene, newForm, ward } from '../../fakes/tablet.ts'
import { words } from '../../fixtures/words.ts'
import { wordings } from '../../playground/voice.ts'

beforeAll(() => load('pl'))
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const root = document.documentElement
const settled = () => act(() => new Promise<void>(resolve => setTimeout(resolve, 30)))
const welcome = { at: 'welcome', drafts: [] } as const
const card = { at: 'card', language: 'pl', manner: plainManner, helper: 'nobody' } as const
const button = (name: string) => screen.findByRole('button', { name })

/** A language whose words come when `come` is called, or fail when `fail` is. Each test takes one of its own. */
function slow(tag: string) {
  const bring = packs[tag]
  let gate = Promise.withResolvers<void>()
  vi.spyOn(packs, tag).mockImplementation(async () => {
    await gate.promise
    const pack = await bring?.()
    if (!pack) throw new Error('no such language')
    return pack
  })
  return {
    async come() {
      gate.resolve()
      await load(tag)
      await settled()
    },
    fail() {
      gate.reject(new Error('no network'))
      gate = Promise.withResolvers()
    },
  }
}

/** The wishes of whoever is at a tablet, without its screens. */
function wishes(tablet: FakeTablet) {
  const told: boolean[] = []
  const look = () => [tablet.scene.get(), tablet.settings.get(), tablet.packs.get()] as const
  const { result, rerender } = renderHook(() => useWishes(tablet, look(), failed => told.push(failed)))
  return { now: () => result.current, rerender, told }
}

/** A form that was begun in a language. */
function formIn(language: string): FormScene {
  const form = newForm()
  return formScene({ ...form, sheet: { ...form.sheet, language } })
}

describe('a wish whose words come late', () => {
  it.each(['the next person is at Welcome', 'the next person has begun a form'])(
    'is nobody’s any more when %s, so that they meet nothing of the last',
    async how => {
      const tag = how.includes('form') ? 'so' : 'cy'
      const gate = slow(tag)
      const tablet = fakeTablet(card, ward({ wordings }))
      const joe = wishes(tablet)
      joe.now().speak({ language: tag, manner: plainManner })
      tablet.go.welcome()
      joe.rerender()
      if (how.includes('form')) {
        tablet.go.card('en', plainManner, 'nobody')
        joe.rerender()
        await tablet.go.begin()
      }
      const before = tablet.scene.get()
      await gate.come()
      expect(tablet.scene.get()).toBe(before)
      expect(tablet.made).toEqual([])
    },
  )

  it('gives way to a newer one: who taps Română and then English has English', async () => {
    const gate = slow('ro')
    render(<App tablet={fakeTablet(welcome, ward({ wordings }))} />)
    fireEvent.click(screen.getByRole('radio', { name: 'Română' }))
    fireEvent.click(screen.getByRole('radio', { name: 'English' }))
    await gate.come()
    expect(root.lang).toBe('en-GB')
    expect(screen.getByRole('heading', { name: words.welcome.title })).toBeTruthy()
  })
})

describe('a wish whose words do not come', () => {
  it('leaves Welcome as it was and says so, so that there is always a way on', async () => {
    const gate = slow('uk')
    render(<App tablet={fakeTablet(welcome, ward({ wordings }))} />)
    fireEvent.click(screen.getByRole('radio', { name: 'Українська' }))
    gate.fail()
    await screen.findByText(`${words.later.title}. ${words.later.text}`)
    expect(root.lang).toBe('en-GB')
    expect(screen.getByRole('radio', { name: 'English' })).toHaveProperty('checked', true)
    expect(screen.getByRole('button', { name: words.welcome.start })).toBeTruthy()
  })

  it('changes nothing of a form, which would be sealed as if it had been read in them', async () => {
    const gate = slow('uk')
    const tablet = fakeTablet(formIn('pl'), ward({ wordings }))
    const amina = wishes(tablet)
    amina.now().speak({ language: 'uk', manner: plainManner })
    gate.fail()
    await settled()
    expect(tablet.made).toEqual([])
    expect(amina.told.at(-1)).toBe(true)
  })
})

describe('a form whose words can’t be brought', () => {
  it('goes on in the original’s words with all four in their place, and is in its own when they come', async () => {
    const gate = slow('gu')
    const tablet = fakeTablet(formIn('gu'), ward({ wordings }))
    render(<App tablet={tablet} />)
    await screen.findByRole('button', { name: words.bar.pause })
    gate.fail()
    await screen.findByText(`${words.later.title}. ${words.later.text}`)
    expect([root.lang, root.dir]).toEqual(['en-GB', 'ltr'])
    for (const name of [words.bar.skip, words.bar.stop, words.bar.help, words.bar.pause])
      expect(screen.getByRole('button', { name })).toBeTruthy()
    expect(screen.getAllByRole('radio')).toHaveLength(3)
    expect(tablet.made).toEqual([])

    fireEvent.click(await button(words.later.again))
    await gate.come()
    await waitFor(() => expect(root.lang).toBe('gu'))
    expect(screen.queryByText(`${words.later.title}. ${words.later.text}`)).toBeNull()
  })

  it('can be made bigger all the same, since no word changes', async () => {
    slow('bn')
    const tablet = fakeTablet(formIn('bn'), ward({ wordings }))
    const manner = { ...plainManner, size: 'largest' } as const
    wishes(tablet).now().speak({ language: 'bn', manner })
    expect(tablet.made).toEqual([{ type: 'present', language: 'bn', manner }])
  })
})

describe('the moment before the first statement', () => {
  const dark = { ...plainManner, theme: 'dark', size: 'largest' } as const
  const worn = () => [root.lang, root.dataset.theme, root.dataset.size]

  it('is in the person’s own voice after the card, so that nothing flashes', async () => {
    const tablet = fakeTablet({ ...card, manner: dark }, ward({ wordings }))
    render(<App tablet={tablet} />)
    await waitFor(() => expect(worn()).toEqual(['pl', 'dark', 'largest']))
    tablet.scene.set({ at: 'starting' })
    await settled()
    expect(worn()).toEqual(['pl', 'dark', 'largest'])
  })

  it('is in the ward’s when a form is carried on, whoever was here last', async () => {
    const tablet = fakeTablet({ ...card, manner: dark }, ward({ wordings }))
    render(<App tablet={tablet} />)
    await settled()
    tablet.scene.set({ at: 'curtain', drafts: [] })
    await settled()
    tablet.scene.set({ at: 'starting' })
    await settled()
    expect(worn()).toEqual(['en-GB', '', 'normal'])
  })
})

describe('another person’s voice', () => {
  it('is worn before the screen is painted, so that nobody sees it turned round or too bright', async () => {
    await load('ar')
    const tablet = fakeTablet(welcome, ward({ wordings }))
    render(<App tablet={tablet} />)
    const form = formIn('ar')
    tablet.scene.set(form)
    // Drawn, and not painted yet: what waits for a frame has not happened.
    for (let n = 0; n < 5; n++) await Promise.resolve()
    expect(screen.getAllByRole('radio')).toHaveLength(3)
    expect([root.lang, root.dir]).toEqual(['ar', 'rtl'])
  })
})

describe('Back from the card', () => {
  async function atCard() {
    const tablet = fakeTablet(welcome, ward({ wordings }))
    render(<App tablet={tablet} />)
    fireEvent.click(screen.getByRole('radio', { name: 'Polski' }))
    await waitFor(() => expect(root.lang).toBe('pl'))
    tablet.go.card('pl', { ...plainManner, calm: true }, 'nobody')
    await settled()
    return tablet
  }

  it('keeps Joe’s language and manner, since he is still here', async () => {
    await atCard()
    fireEvent.click(await button(t('statement.back')))
    await waitFor(() => expect(screen.getByRole('radio', { name: 'Polski' })).toHaveProperty('checked', true))
    expect([root.lang, root.classList.contains('calm')]).toEqual(['pl', true])
  })

  it.each(['curtain', 'shift'] as const)('keeps them no longer than that: not over the %s', async at => {
    const tablet = await atCard()
    fireEvent.click(await button(t('statement.back')))
    await settled()
    tablet.scene.set(at === 'curtain' ? { at, drafts: [] } : { at })
    await settled()
    tablet.go.welcome()
    await settled()
    expect([root.lang, root.classList.contains('calm')]).toEqual(['en-GB', false])
  })
})
