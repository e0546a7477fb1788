// The model in the office: the booklet's own words on every page, with whose they are, for whoever may sign in.

import { cleanup, screen, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chapters, leaderActions, publisher, tips } from '../../../src/instrument/model.ts'
import { source } from '../../../src/instrument/source.ts'
import { roles } from '../../../src/protocol/accounts.ts'
import { modelWords as words } from '../../../src/wording/office.ts'
import { wordsOf } from '../../fixtures/booklet.ts'
import { fakeOffice, heading, open } from './fake.tsx'
import { overview } from './fixtures.ts'
import { done } from './outcome.ts'

afterEach(cleanup)
beforeEach(() => {
  window.scrollTo = () => undefined
})

/** Whose words they are, the licence to follow, no endorsement, no warranty. */
function imprinted() {
  const footer = document.querySelector('footer.imprint') as HTMLElement
  for (const said of [source.citation, source.licence, publisher, words.apart, words.asis])
    expect(footer.textContent).toContain(said)
  expect(within(footer).getByRole('link').getAttribute('href')).toBe(source.licenceUrl)
}

describe('the model', () => {
  it.each(chapters.map(chapter => [chapter.title, chapter] as const))(
    'shows “%s” word for word, and whose words they are',
    async (_, { id, over = '', title, parts }) => {
      open(`/office/model/${id}`)
      await heading(`${over} ${title}`.trim())
      const own = document.querySelector('.model')?.cloneNode(true) as HTMLElement
      // Ways on are links, and are ours; nothing else is.
      for (const way of own.querySelectorAll('p:has(> a)')) way.remove()
      const plain = (text: string | null) => text?.replace(/[\s“”*]/g, '')
      expect(plain(own.textContent)).toBe(plain(parts.flatMap(wordsOf).join('')))
      imprinted()
    },
  )

  it('leads Grace from the nav to the tips, and from page to page', async () => {
    const grace = userEvent.setup()
    open('/office')
    await heading('Wards')
    await grace.click(await screen.findByRole('link', { name: words.nav }))
    await heading(words.title)
    imprinted()
    const staff = screen.getByRole('region', { name: words.groups.staff })
    await grace.click(within(staff).getByRole('link', { name: tips.title }))
    await heading(new RegExp(tips.title))
    await grace.click(screen.getByRole('link', { name: new RegExp(leaderActions.title) }))
    await heading(new RegExp(leaderActions.title))
    await grace.click(screen.getByRole('link', { name: words.all }))
    await heading(words.title)
  })

  it('lists every page once, those for staff and for leaders under their names', async () => {
    open('/office/model')
    await heading(words.title)
    const main = screen.getByRole('main')
    const links = [...main.querySelectorAll('.office-chapters a')].map(link => link.textContent)
    expect(links).toEqual(chapters.map(({ title }) => title))
    const leaders = screen.getByRole('region', { name: words.groups.leaders })
    expect(within(leaders).getAllByRole('link')).toHaveLength(1)
  })

  it.each(roles)('is there for a %s: nobody needs leave to read it', async role => {
    open('/office/model/power', fakeOffice({ look: { overview: () => done(overview({ role })) } }))
    await heading('Why might a new model be needed?')
  })

  it('says so where there is no such page', async () => {
    open('/office/model/ladder/top')
    await heading(/no such page|not here|nothing/i)
  })
})

describe('doing something with the booklet’s ideas', () => {
  const ideas = [...tips.ideas, ...leaderActions.ideas]

  it.each([
    ['staff', tips],
    ['leaders', leaderActions],
  ] as const)(
    'leads from every idea for %s to its own page, and says aloud which it is',
    async (id, { ideas }) => {
      open(`/office/model/${id}`)
      await heading(/./)
      const links = await screen.findAllByRole('link', { name: new RegExp(words.act.link) })
      expect(links.map(link => link.getAttribute('href'))).toEqual(
        ideas.map(one => `/office/model/act/${one.id}`),
      )
      expect(links.map(link => link.textContent)).toEqual(
        ideas.map(({ text }) => `${words.act.link}: ${text}`),
      )
    },
  )

  it('asks Grace which release it is to answer, since what changes begins with what people said', async () => {
    const [tip] = tips.ideas
    open(`/office/model/act/${tip.id}`)
    await heading(words.act.title)
    expect(screen.getByText(new RegExp(tip.text))).toBeTruthy()
    imprinted()
    const link = screen.getByRole('link', { name: 'Maple ward, counted on 1 February 2026' })
    expect(link.getAttribute('href')).toBe(`/office/releases/big/act/${tip.id}`)
    // Oak has none yet; the older one of Maple is not what people wait for now.
    expect(screen.queryAllByRole('link', { name: /counted on/ })).toHaveLength(1)
    await userEvent.click(screen.getByRole('link', { name: words.act.back }))
    await heading(new RegExp(tips.title))
  })

  it('names wards that were counted together once', async () => {
    const look = {
      overview: async () => {
        const all = overview()
        const shared = [{ id: 'both', due: '2026-02-01', base: 24 }]
        const services = all.services.map(service => ({
          ...service,
          wards: service.wards.map(ward => ({ ...ward, releases: shared })),
        }))
        return done({ ...all, services })
      },
    }
    open('/office/model/act/leader-1', fakeOffice({ look }))
    await heading(words.act.title)
    expect(screen.getAllByRole('link', { name: /counted on/ }).map(one => one.textContent)).toEqual([
      'Maple ward and Oak ward, counted on 1 February 2026',
    ])
  })

  it('says so plainly where nothing has been counted yet', async () => {
    const look = { overview: () => done({ ...overview(), services: [] }) }
    open('/office/model/act/tip-2', fakeOffice({ look }))
    await heading(words.act.title)
    expect(screen.getByText(words.act.none)).toBeTruthy()
  })

  it('offers a reader nothing that would be refused', async () => {
    const look = { overview: () => done(overview({ role: 'reader' })) }
    const { unmount } = open('/office/model/staff', fakeOffice({ look }))
    await heading(new RegExp(tips.title))
    expect(screen.queryByRole('link', { name: new RegExp(words.act.link) })).toBeNull()
    unmount()
    open('/office/model/act/tip-1', fakeOffice({ look }))
    await heading(/nothing here/)
  })

  it('knows every idea of the booklet, and no other', async () => {
    for (const { id } of ideas) {
      const { unmount } = open(`/office/model/act/${id}`)
      await heading(words.act.title)
      unmount()
    }
    open('/office/model/act/eval-01')
    await heading(/nothing here/)
  })
})
