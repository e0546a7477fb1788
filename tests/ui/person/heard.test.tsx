// What has changed, on the tablet: said in words, in the person's own manner, with nothing that may not be seen; and it is
// never said that nobody has answered where somebody has.

import { cleanup, render, screen, waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { plainManner } from '../../../src/form/form.ts'
import type { Settings } from '../../../src/protocol/tablet.ts'
import { App } from '../../../src/ui/app.tsx'
import { load, say } from '../../../src/wording/words.ts'
import { fakeTablet, ward } from '../../fakes/tablet.ts'
import { answered, emptied, news, shut } from '../../fixtures/heard.ts'
import { wordings } from '../../playground/voice.ts'

afterEach(() => {
  cleanup()
  say('en', 'standard')
})

const NOT_YET = /not answered yet/

async function welcome(more: Partial<Settings>, language = 'en', words: 'standard' | 'easy' = 'standard') {
  await load(language)
  const opening = { language, ...plainManner, words }
  const tablet = fakeTablet({ at: 'welcome', drafts: [] }, ward({ wordings, opening, ...more }))
  const { container } = render(<App tablet={tablet} />)
  await screen.findByRole('heading', { level: 1 })
  const over = () => container.querySelector<HTMLElement>('.over')
  return { amina: userEvent.setup(), container, tablet, over }
}

async function opened(...given: Parameters<typeof welcome>) {
  const at = await welcome(...given)
  await at.amina.click(await screen.findByRole('button', { name: 'What has changed' }))
  await screen.findByRole('heading', { level: 1, name: 'What has changed' })
  return at
}

const all = (of: HTMLElement | null) => of?.textContent?.replace(/\s+/g, ' ') ?? ''

describe('what has changed', () => {
  it('is no button where there is nothing to tell, nor from a server that knows of none', async () => {
    await welcome({})
    expect(screen.queryByRole('button', { name: 'What has changed' })).toBeNull()
  })

  it('says of a release that nobody has answered that it is so, and on which day people told it', async () => {
    const { over } = await opened({ heard: news })
    const first = over()?.querySelector<HTMLElement>('.told-on') ?? null
    expect(all(first)).toBe('You told us on 1 November. We have not answered yet.'.replace('. We', '.We'))
  })

  it('says nothing of the kind once somebody has answered, here or on Welcome', async () => {
    const { over, container } = await opened({ heard: answered, told: null })
    expect(all(over())).toContain('You told us on 1 November.')
    expect(all(over())).toContain('We did')
    expect(container.textContent).not.toMatch(NOT_YET)
  })

  it('tells what was answered with its state and its day, and a refusal with its reason', async () => {
    const { over } = await opened({ heard: news })
    const said = [...(over()?.querySelectorAll<HTMLElement>('.answered') ?? [])].map(all)
    expect(said[0]).toContain('We did')
    expect(said[0]).toContain('People on the ward said on 9 March 2026 that it is done.')
    expect(said[1]).toContain('We will do')
    expect(said[1]).toContain('agreed to this on 2 February 2026. It is to be done by 1 June 2026.')
    expect(said[2]).toContain('We are doing')
    expect(said[3]).toContain('We said no on 20 January 2026. This is why:')
    expect(said[3]).toContain('The kitchen is used by two wards')
  })

  it("shows the leader's easier words with pictures, to whoever chose pictures and plainer words", async () => {
    const { over } = await opened({ heard: news }, 'en', 'easy')
    await screen.findByText('Your nurse now asks you first.')
    expect(all(over())).not.toContain('The named nurse')
    await waitFor(() => expect(over()?.querySelectorAll('.pair .picture')).toHaveLength(8))
  })

  it('says that a box stays closed, that nobody has read it, and who can help; and that forms were erased', async () => {
    const { amina, over, container } = await welcome({ told: null, closed: { ...shut, ...emptied } })
    expect(container.textContent).toContain('Your answers have not been read.')
    await amina.click(screen.getByRole('button', { name: 'What has changed' }))
    await screen.findByRole('heading', { level: 1, name: 'What has changed' })
    expect(all(over())).toContain('Your advocate can take your views another way.')
    expect(all(over())).toContain('the oldest forms are erased unread on 1 March 2027.')
    expect(all(over())).toContain('were erased on 7 March 2027')
    expect(screen.queryByRole('button', { name: 'What people said' })).toBeNull()
  })

  it('shows nothing of what a newer server says in a way that this version does not know', async () => {
    const { over } = await opened({ heard: { release: { ...news.release, base: 'many' }, told: [] } })
    expect(over()?.querySelector('.told-on')).toBeNull()
  })

  it('is closed by Escape and by Go back, and is gone when the curtain falls', async () => {
    const { amina, over, tablet } = await opened({ heard: news })
    await amina.keyboard('{Escape}')
    expect(over()).toBeNull()
    await amina.click(screen.getByRole('button', { name: 'What has changed' }))
    await amina.click(await screen.findByRole('button', { name: 'Go back' }))
    expect(over()).toBeNull()
    await amina.click(screen.getByRole('button', { name: 'What has changed' }))
    await screen.findByRole('heading', { level: 1, name: 'What has changed' })
    tablet.scene.set({ at: 'curtain', drafts: [] })
    await screen.findByRole('heading', { level: 1, name: 'Taking a break' })
    expect(over()).toBeNull()
  })
})

describe('what people said', () => {
  async function figures(language = 'en', words: 'standard' | 'easy' = 'standard') {
    const at = await opened({ heard: news }, language, words)
    await at.amina.click(screen.getByRole('button', { name: 'What people said' }))
    await screen.findByRole('heading', { level: 1, name: 'What people said' })
    const lines = () => [...(at.over()?.querySelectorAll<HTMLElement>('.figures li') ?? [])].map(all)
    return { ...at, lines }
  }

  it('stands in words: figures, and bands as bands', async () => {
    const { lines, over } = await figures()
    expect(all(over())).toContain('14 forms were counted on 1 November 2026.')
    expect(lines()[0]).toContain('7 of 14 forms said “Sometimes”.')
    expect(lines()[1]).toContain('None or nearly none of 14 forms said “Not at all”.')
    expect(lines()[1]).toContain('All or nearly all of 14 forms said “Sometimes”.')
  })

  it('has nothing in the place of what is not shown, and says that something is left out', async () => {
    const { lines, over } = await figures()
    const third = lines()[2] ?? ''
    expect(third).toContain('5 of 14 forms said “All the time”.')
    expect(third).not.toMatch(/Not at all|Sometimes|null|0 of/)
    expect(all(over())).toContain('Some numbers are left out.')
  })

  it('has every statement once, group by group, and at the end what people want talked about', async () => {
    const { amina, lines, over } = await figures()
    const seen: string[] = []
    for (;;) {
      seen.push(...lines())
      const onward = within(over() ?? document.body).queryByRole('button', { name: 'Continue' })
      if (!onward) break
      await amina.click(onward)
    }
    expect(seen).toHaveLength(23 + 3)
    expect(lines()).toEqual([
      expect.stringContaining('3 of 14 forms chose this.'),
      expect.stringContaining('All or nearly all of 14 forms chose this.'),
      expect.stringContaining('6 of 14 forms chose this.'),
    ])
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('What people want talked about')
    await amina.click(screen.getByRole('button', { name: 'Back' }))
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('What people said')
  })

  it("says whose the statements' words are, and has the original a tap away and back", async () => {
    const { amina, over } = await figures('en', 'easy')
    await amina.click(await screen.findByRole('button', { name: 'The booklet’s own words' }))
    expect(over()?.querySelector('blockquote')?.lang).toBe('en')
    await amina.click(screen.getByRole('button', { name: 'Go back' }))
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('What people said')
  })

  it('never ranks: statements stand in the order of the booklet, whatever was said', async () => {
    const { lines } = await figures()
    expect(lines()[0]).toContain('Staff have asked me how I would like to take part')
    expect(lines()[1]).toContain('I am supported to participate')
  })
})
