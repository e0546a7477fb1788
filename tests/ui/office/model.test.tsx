// The model in the office: the booklet's own words on every page, with whose they are, for whoever may sign in.

import { cleanup, screen, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chapters, leaderActions, publisher, tips } from '../../../src/instrument/model.ts'
import { source } from '../../../src/instrument/source.ts'
import { roles } from '../../../src/protocol/accounts.ts'
import { modelWords as words } from '../../../src/wording/office.ts'
import { wordsOf } from '../../fixtures/booklet.ts'
import { done, fakeOffice, heading, open } from './fake.tsx'
import { overview } from './fixtures.ts'

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
      const own = document.querySelector('.model') as HTMLElement
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
