// Grace decides in whose words her wards speak, and says on what ground.

import { cleanup, screen, waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Opening } from '../../../src/protocol/tablet.ts'
import type { Ground } from '../../../src/protocol/wordings.ts'
import { megabytes, officeWords, whenWords } from '../../../src/wording/office.ts'
import { languages, states, stepKinds, wordings } from '../../../src/wording/provenance.ts'
import { fakeOffice, heading, open } from './fake.tsx'
import { maple, overview, serviceWordings } from './fixtures.ts'
import { done, refused } from './outcome.ts'

afterEach(cleanup)
beforeEach(() => {
  window.scrollTo = () => undefined
})

const page = '/office/services/adult/words'
const row = (name: RegExp) => {
  const found = screen.getByRole('button', { name }).closest('tr')
  if (!found) throw new Error('no row')
  return within(found)
}

/** An office that remembers what was switched. */
function remembering() {
  const asked: [string, string, Ground | null][] = []
  const office = fakeOffice({
    look: {
      wordings: () =>
        done({
          wordings: serviceWordings(
            Object.fromEntries(
              asked.map(([, id, ground]) => [id, ground && { ground, since: '2026-02-11' }] as const),
            ),
          ),
        }),
      packs: () => done({ pl: { bytes: 2_345_678 }, ur: { bytes: 4_000_000 } }),
    },
    wordings: {
      set(...one) {
        asked.push(one)
        return done(undefined)
      },
    },
  })
  return { office, asked }
}

describe('the words and languages of a service', () => {
  it('names every language in its own name, each wording, and how far each has been checked', async () => {
    open(page)
    await heading('Words and languages of Adult mental health')
    const table = await screen.findByRole('table')
    expect(within(table).getAllByRole('row')).toHaveLength(1 + wordings.length)
    for (const { name, language } of languages.filter(one => one.language !== 'en'))
      expect(within(table).getByText(name).getAttribute('lang')).toBe(language)
    expect(screen.getAllByText(/^Draft: nobody has checked it/).length).toBeGreaterThan(20)
    expect(screen.getByText('اردو').getAttribute('dir')).toBe('rtl')
  })

  it('keeps the original always on, so that nobody can take the RRN’s own words away', async () => {
    open(page)
    expect(await screen.findByText('Always on')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /own words/ })).toBeNull()
  })

  it('says who took each step, in what capacity and on what permission', async () => {
    open(page)
    await screen.findByRole('table')
    const [first] = screen.getAllByText(/^Written by Alexis Quinn/)
    expect(first?.textContent).toContain('Permission: CC BY-NC-ND 4.0')
    expect(screen.getAllByText(/by a language model, November 2026\./).length).toBeGreaterThan(20)
  })

  it('shows since when a wording is on and where its permission can be found', async () => {
    open(page)
    await screen.findByRole('table')
    const polish = row(/^Switch off Polish, pictures/)
    expect(polish.getByText(/On since 2 February 2026/)).toBeTruthy()
    expect(polish.getByText('Letter from the RRN, 3 January')).toBeTruthy()
  })

  it('says what a language weighs when the build wrote it down, and which it was built without', async () => {
    open(page, remembering().office)
    expect(await screen.findByText('about 2.3 MB on each tablet')).toBeTruthy()
    expect(screen.getByText('about 4 MB on each tablet')).toBeTruthy()
    expect(screen.getByText('comes with the app')).toBeTruthy()
    expect(screen.getAllByText(/built without it/)).toHaveLength(languages.length - 3)
    cleanup()
    open(page, fakeOffice({ look: { packs: () => refused('no-signal') } }))
    await screen.findByRole('table')
    expect(screen.queryByText(/MB|built without/)).toBeNull()
  })

  it('switches nothing on before Grace has chosen a ground: none is chosen for her', async () => {
    const { office, asked } = remembering()
    open(page, office)
    await userEvent.click(await screen.findByRole('button', { name: 'Switch on Welsh, a translation' }))
    const question = screen.getByRole('heading', { name: /On what ground/ })
    await waitFor(() => expect(document.activeElement === question).toBe(true))
    for (const radio of screen.getAllByRole('radio')) expect((radio as HTMLInputElement).checked).toBe(false)
    await userEvent.click(screen.getByRole('button', { name: 'Switch it on' }))
    expect(screen.getByRole('alert').textContent).toMatch(/Choose a ground/)
    expect(asked).toEqual([])
    await userEvent.click(screen.getByRole('radio', { name: 'A local trial' }))
    await userEvent.click(screen.getByRole('button', { name: 'Switch it on' }))
    expect(await screen.findByText(/^Welsh, a translation: on\./)).toBeTruthy()
    expect(asked).toEqual([['adult', 'cy/standard', { is: 'local-trial' }]])
    expect(row(/^Switch off Welsh, a translation/).getByText('Ground: A local trial')).toBeTruthy()
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Switch off Welsh, a translation')
  })

  it('asks where a permission can be found, since one that nobody can find is none', async () => {
    const { office, asked } = remembering()
    open(page, office)
    await userEvent.click(await screen.findByRole('button', { name: /^Switch on Urdu, pictures/ }))
    await userEvent.click(screen.getByRole('radio', { name: 'The RRN’s permission' }))
    await userEvent.click(screen.getByRole('button', { name: 'Switch it on' }))
    expect(asked).toEqual([])
    const where = screen.getByLabelText('Where the permission can be found')
    expect(document.activeElement === where).toBe(true)
    await userEvent.type(where, 'Letter 9')
    await userEvent.click(screen.getByRole('button', { name: 'Switch it on' }))
    await waitFor(() =>
      expect(asked).toEqual([['adult', 'ur/easy', { is: 'permission', reference: 'Letter 9' }]]),
    )
  })

  it('offers the exception for accessible copies for plainer words alone', async () => {
    open(page)
    await userEvent.click(await screen.findByRole('button', { name: 'Switch on Welsh, a translation' }))
    expect(screen.queryByRole('radio', { name: /accessible copies/ })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Leave it as it is' }))
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Switch on Welsh, a translation')
    await userEvent.click(screen.getByRole('button', { name: /^Switch on Welsh, pictures/ }))
    expect(screen.getByRole('radio', { name: /accessible copies/ })).toBeTruthy()
  })

  it('switches a wording off and says what its wards open in now', async () => {
    const { office, asked } = remembering()
    open(page, office)
    await userEvent.click(await screen.findByRole('button', { name: /^Switch off English, pictures/ }))
    expect(await screen.findByText(/now opens in the RRN’s own/)).toBeTruthy()
    expect(asked).toEqual([['adult', 'en/easy', null]])
  })

  it('says so when the server refuses, and can be tried again when there was no signal', async () => {
    let tries = 0
    const look = {
      wordings: () => {
        tries += 1
        return tries === 1 ? refused('no-signal') : done({ wordings: serviceWordings() })
      },
    }
    open(page, fakeOffice({ look, wordings: { set: () => refused('no-signal') } }))
    expect((await screen.findByRole('alert')).textContent).toMatch(/can’t be reached/)
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await userEvent.click(await screen.findByRole('button', { name: /^Switch off English, pictures/ }))
    expect((await screen.findByRole('alert')).textContent).toMatch(/can’t be reached/)
  })

  it('is reached from the wards, and is no page for a service that there is not', async () => {
    open('/office')
    await userEvent.click(
      await screen.findByRole('link', { name: 'Words and languages of Adult mental health' }),
    )
    await heading('Words and languages of Adult mental health')
    cleanup()
    open('/office/services/nowhere/words')
    await heading('There is nothing here')
  })

  it('has plain words for every state and every step that a wording may take', () => {
    expect(Object.keys(officeWords.wordings.states)).toEqual([...states])
    expect(Object.keys(officeWords.wordings.steps)).toEqual([...stepKinds])
    expect(['2022', '2026-11', '2026-11-01'].map(whenWords)).toEqual([
      '2022',
      'November 2026',
      '1 November 2026',
    ])
    expect([10, 2_345_678].map(megabytes)).toEqual(['0.1', '2.3'])
  })
})

describe('how Welcome opens on a ward', () => {
  it('says it on the ward’s page', async () => {
    open('/office/wards/maple')
    await heading('Maple ward')
    const part = screen.getByRole('region', { name: 'How Welcome opens' })
    expect(part.querySelector('dl')?.textContent).toBe(
      'WordsEnglish, the RRN’s own wordsSize of the wordsNormalRead aloudwhen somebody asks for itCalmwhen somebody asks for it',
    )
  })

  it('offers only words that are switched on, and saves what Grace chose', async () => {
    const saved: [string, Opening][] = []
    const setOpening = (ward: string, opening: Opening) => {
      saved.push([ward, opening])
      return done(undefined)
    }
    open(`/office/wards/${maple.id}/opening`, fakeOffice({ wordings: { setOpening } }))
    await heading('How Welcome opens on Maple ward')
    const select = screen.getByLabelText('Words')
    expect(
      within(select)
        .getAllByRole('option')
        .map(option => option.textContent),
    ).toEqual([
      'English, the RRN’s own words',
      'English, pictures and plainer words',
      'Polish, pictures and plainer words',
    ])
    await userEvent.selectOptions(select, 'Polish, pictures and plainer words')
    await userEvent.selectOptions(screen.getByLabelText('Size of the words'), 'Larger')
    await userEvent.click(screen.getByLabelText(/^Begin calm/))
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    await heading('Maple ward')
    expect(saved).toEqual([
      ['maple', { language: 'pl', words: 'easy', size: 'larger', aloud: false, calm: true }],
    ])
  })

  it('says why it was refused when the words were switched off meanwhile', async () => {
    const wordings = { setOpening: () => Promise.resolve({ done: false, refusal: '409.6' } as const) }
    const look = { overview: () => done(overview()) }
    open('/office/wards/maple/opening', fakeOffice({ look, wordings }))
    await userEvent.click(await screen.findByRole('button', { name: 'Save' }))
    expect((await screen.findByRole('alert')).textContent).toMatch(/not switched on for this service/)
  })
})
