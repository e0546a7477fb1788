// The booklet's ideas on a tablet: in its own words and no others, whose they are said on every page, in English's own direction.

import { cleanup, render, screen, waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plainManner } from '../../../src/form/form.ts'
import { chapters, publisher } from '../../../src/instrument/model.ts'
import { source } from '../../../src/instrument/source.ts'
import type { Scene } from '../../../src/tablet/tablet.ts'
import { App } from '../../../src/ui/app.tsx'
import { learnWords } from '../../../src/wording/learn.ts'
import { language, load, say, t } from '../../../src/wording/words.ts'
import { fakeTablet, ward } from '../../fakes/tablet.ts'
import { wordsOf } from '../../fixtures/booklet.ts'
import { wordings } from '../../playground/voice.ts'

beforeEach(() => say('en', 'standard'))
afterEach(() => {
  cleanup()
  say('en', 'standard')
})

const frame = () => learnWords().words
const title = (id: string) => chapters.find(one => one.id === id)?.title ?? ''
const button = (name: string) => screen.findByRole('button', { name })
const heading = (name: string) => screen.findByRole('heading', { level: 1, name })

const card = (tag: string): Scene => ({ at: 'card', language: tag, manner: plainManner, helper: 'nobody' })

/** Opens the list of the pages as Amina does: the card, More, and the door in it. */
async function opened(tag = 'en') {
  await load(tag)
  const amina = userEvent.setup()
  const { container } = render(<App tablet={fakeTablet(card(tag), ward({ wordings }))} />)
  await amina.click(await button(t('card.more')))
  await heading(t('more.title'))
  await amina.click(await button(frame().title))
  await heading(frame().title)
  const page = () => container.querySelector('.page:not([hidden])') as HTMLElement
  return { amina, page }
}

describe('the ideas behind the statements', () => {
  it('are every page of the booklet, word for word and with nothing of ours among them', async () => {
    const { amina, page } = await opened()
    for (const chapter of chapters) {
      await amina.click(await button(chapter.title))
      await heading(chapter.title)
      const own = page().querySelector('.model') as HTMLElement
      const plain = (text: string | null | undefined) => text?.replace(/[\s“”*]/g, '')
      const printed = [chapter.over ?? '', chapter.title, ...chapter.parts.flatMap(wordsOf)]
      expect(plain(own.textContent)).toBe(plain(printed.join('')))
      await amina.click(await button(frame().contents))
    }
  })

  it('say on every page whose words they are, on what licence, and that nobody vouches for us', async () => {
    const { amina, page } = await opened()
    const says = () => {
      const footer = page().querySelector('footer.imprint')?.textContent ?? ''
      for (const words of [source.citation, source.licence, publisher, t('more.alone'), frame().asis])
        expect(footer).toContain(words)
    }
    says()
    await amina.click(await button(title('introduction')))
    for (const chapter of chapters) {
      await heading(chapter.title)
      says()
      const next = screen.queryByRole('button', { name: frame().next })
      if (next) await amina.click(next)
    }
    // The last page leads nowhere but to the list.
    await amina.click(await button(frame().contents))
    await heading(frame().title)
  })

  it('draw nothing that the text does not carry, and say that drawings are left out', async () => {
    const { amina, page } = await opened()
    expect(page().textContent).toContain(frame().pictures)
    await amina.click(await button(title('ladder')))
    await heading(title('ladder'))
    expect(page().querySelectorAll('.model :is(svg, img)')).toHaveLength(0)
  })

  it('set seven activities and three levels in no order of worth', async () => {
    const { amina, page } = await opened()
    for (const [id, count] of [
      ['model', 7],
      ['coproduction', 3],
    ] as const) {
      await amina.click(await button(title(id)))
      await heading(title(id))
      const things = page().querySelectorAll('.equal li')
      expect(things).toHaveLength(count)
      // No numbers, and nothing that one has and another has not.
      expect(page().querySelector('ol')).toBeNull()
      expect(new Set([...things].map(one => one.className)).size).toBe(1)
      await amina.click(await button(frame().contents))
    }
  })

  it('lead nowhere outside the tablet', async () => {
    const { amina, page } = await opened()
    await amina.click(await button(title('references')))
    await heading(title('references'))
    expect(page().querySelectorAll('a')).toHaveLength(0)
  })

  it.each(['ar', 'ur', 'pl'])(
    'are English in their own direction on a page in %s, and so is what has no words there yet',
    async tag => {
      const { amina, page } = await opened(tag)
      expect(document.documentElement.dir).toBe(tag === 'pl' ? 'ltr' : 'rtl')
      await amina.click(await button(title('control')))
      const own = (await heading(title('control'))).closest('.model') as HTMLElement
      expect([own.lang, own.dir]).toEqual(['en', 'ltr'])
      const around = await button(frame().contents)
      if (learnWords().lang !== language())
        expect(around.querySelector('[lang="en"][dir="ltr"]')?.textContent).toBe(frame().contents)
      else expect(around.querySelector('[lang]')).toBeNull()
      expect(within(page()).getByText(t('more.alone')).closest('[lang="en"]')).toBeNull()
    },
  )

  it('give Amina back to where she came from, with the focus on its heading', async () => {
    const { amina } = await opened()
    await amina.click(await button(t('close')))
    const more = await heading(t('more.title'))
    await waitFor(() => expect(document.activeElement).toBe(more))
  })

  it('say when a page is turned, so that nothing is read aloud of one that has gone', async () => {
    let turned = 0
    const count = () => {
      turned += 1
    }
    document.addEventListener('turned', count)
    const { amina } = await opened()
    const before = turned
    await amina.click(await button(title('staff')))
    await heading(title('staff'))
    document.removeEventListener('turned', count)
    expect(turned).toBe(before + 1)
  })
})

describe('staff at the end of a shift', () => {
  it('find the tips two taps away, and sending as they left it', async () => {
    const staff = userEvent.setup()
    render(<App tablet={fakeTablet({ at: 'shift' }, ward())} />)
    await heading(t('shift.title'))
    await staff.click(await button(frame().title))
    await staff.click(await button(title('staff')))
    await heading(title('staff'))
    expect(screen.getAllByRole('listitem')).toHaveLength(6)
    await staff.click(await button(frame().contents))
    await staff.click(await button(t('close')))
    await heading(t('shift.title'))
    expect(await button(t('shift.send'))).toBeTruthy()
  })
})
