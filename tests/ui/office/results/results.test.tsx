// Releases together and over time, as Grace, a leader, reads them: honest about what is usual, silent about good and bad.

import { cleanup, screen, waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { evaluation } from '../../../../src/instrument/evaluation.ts'
import type { ResultsReply } from '../../../../src/protocol/results.ts'
import { release } from '../../../../src/results/release.ts'
import { tabulate } from '../../../../src/results/tabulate.ts'
import { textOf } from '../../../../src/ui/office/results/save.tsx'
import { fakeOffice, heading, open } from '../fake.tsx'
import { done } from '../outcome.ts'
import { fakeResults, monthly, releaseOf, resultsReply, saying } from './fake.ts'

afterEach(cleanup)

/** Opens a ward's results. */
async function read(reply: ResultsReply, path = '/office/results/wards/maple') {
  open(path, fakeOffice({ results: fakeResults(reply) }))
  await heading(/Results/)
  // Only then has the page taken the focus.
  await waitFor(() => expect(document.title).toMatch(/^Results/))
}

/** The points of the chart, by what they are called. */
const points = () =>
  within(screen.getByRole('group', { name: /over time/ }))
    .getAllByRole('img')
    .map(one => one.getAttribute('aria-label') ?? '')

const steady = [6, 7, 6, 8, 7, 6, 7, 8, 6, 7, 8, 7]

describe('results over time', () => {
  it('have a point for each release, and a gap with its reason for each day without a figure', async () => {
    const banded = release(
      evaluation,
      tabulate(evaluation, Array(10).fill({ given: evaluation.items.map(() => 'sometimes'), topics: [] })),
      monthly(2),
      8,
    )
    if (!banded) throw new Error('no release')
    await read(
      resultsReply(
        [saying(monthly(0), 6), banded, saying(monthly(4), 12)],
        [
          { day: monthly(1), is: 'not enough' },
          { day: monthly(3), is: 'held' },
        ],
      ),
    )
    expect(points()).toEqual([
      '1 July 2025: 6 of 24 forms said Not at all, 25 in 100.',
      '1 August 2025: no figure. There were not enough forms for a count.',
      '1 September 2025: no figure. With so few forms, an exact figure could show what one person said.',
      '1 October 2025: no figure. An independent advocate is looking at this release first.',
      '1 November 2025: 12 of 24 forms said Not at all, 50 in 100.',
    ])
    // What has no figure has no place on the scale, and no line goes over it.
    expect(document.querySelectorAll('.office-time-dot').length).toBe(2)
    expect(document.querySelector('.office-time > .office-time-line')?.getAttribute('d')).not.toContain('L')
    expect(
      screen.getByText('Where a release has no figure, the line stops, and no rule looks across.'),
    ).toBeTruthy()
  })

  it('begin as a run chart while there are few, whose limits would be trial limits, and it says so', async () => {
    await read(resultsReply(steady.slice(0, 8).map((forms, n) => saying(monthly(n), forms))))
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Run chart/ }).checked).toBe(true)
    expect(document.querySelectorAll('[stroke-dasharray]').length).toBe(0)
    await userEvent.click(screen.getByRole('radio', { name: /^Control chart/ }))
    expect(screen.getByText(/^These are trial limits/)).toBeTruthy()
    expect(screen.getByText(/^trial upper limit/)).toBeTruthy()
  })

  it('are a control chart from twelve on, with limits that end at 0 and 100', async () => {
    await read(
      resultsReply([0, 24, 0, 24, 0, 24, 0, 24, 0, 24, 0, 24].map((forms, n) => saying(monthly(n), forms))),
    )
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Control chart/ }).checked).toBe(true)
    expect(screen.queryByText(/trial/)).toBeNull()
    expect(screen.getByText('upper limit 100')).toBeTruthy()
    expect(screen.getByText('lower limit 0')).toBeTruthy()
  })

  it('say in words what a rule found, at each of its points and in a sentence, and never whether it is good', async () => {
    const shift = [6, 7, 6, 7, 6, 7, 6, 14, 15, 14, 15, 14, 15, 14]
    await read(resultsReply(shift.map((forms, n) => saying(monthly(n), forms))))
    expect(screen.getByText('1 July 2025 to 1 January 2026: 7 in a row below the middle line.')).toBeTruthy()
    expect(points()[0]).toContain('In a row below the middle line.')
    const row = screen.getByRole('rowheader', { name: '1 July 2025' }).closest('tr')
    expect(row?.textContent).toContain('In a row below the middle line.')
    expect(document.querySelectorAll('.office-time-marked').length).toBe(14)
    const drawn = document.querySelector('.office-time')?.outerHTML ?? ''
    expect(drawn).not.toMatch(/red|green|#[0-9a-f]*(?:0f0|f00)\b/)
    expect(document.querySelector('main')?.textContent).not.toMatch(/improve|better|worse|good news|concern/i)
  })

  it('leave a jump out of the limits and say so, by its days', async () => {
    const jump = [6, 7, 6, 7, 6, 7, 6, 7, 6, 7, 20, 20, 19, 20]
    await read(resultsReply(jump.map((forms, n) => saying(monthly(n), forms))))
    expect(screen.getByText(/limits do not count it: from 1 April 2026 to 1 May 2026\./)).toBeTruthy()
  })

  it('show one statement and one answer at a time, as chosen', async () => {
    await read(resultsReply([releaseOf(monthly(0)), releaseOf(monthly(1))]))
    await userEvent.selectOptions(screen.getByLabelText('Statement'), 'eval-05')
    await userEvent.click(screen.getByRole('radio', { name: 'Sometimes' }))
    expect(screen.getByRole('group', { name: /^“I feel valued” Sometimes, over time/ })).toBeTruthy()
    expect(points()[0]).toMatch(/forms said Sometimes/)
  })

  it('can be gone through by the arrow keys, and leave the page as a drawing with its words', async () => {
    await read(resultsReply(steady.map((forms, n) => saying(monthly(n), forms))))
    const chart = screen.getByRole('group', { name: /over time/ })
    const [first, second] = within(chart).getAllByRole('img')
    first?.focus()
    await userEvent.keyboard('{ArrowRight}')
    expect(document.activeElement).toBe(second)
    const text = textOf(chart as unknown as SVGSVGElement)
    expect(text).toContain('12 releases from 1 July 2025 to 1 June 2026')
    expect(text).not.toMatch(/class=|style|tabindex/)
  })

  it('have their figures in a table too, each with its range and a link to its release', async () => {
    await read(resultsReply([saying(monthly(0), 6)]))
    const table = screen.getByRole('table', { name: '' })
    const row = within(table).getByRole('row', { name: /1 July 2025/ })
    expect([...row.querySelectorAll('td')].map(one => one.textContent)).toEqual([
      '24',
      '6',
      '25',
      '12–44.9',
      '',
    ])
    expect(within(row).getByRole('link').getAttribute('href')).toBe('/office/releases/r-2025-07-01')
  })
})

describe('releases added up', () => {
  it('have no range and no length where one release has no exact figure', async () => {
    const small = releaseOf(monthly(0), 12)
    await read(resultsReply([small, releaseOf(monthly(1), 24)]))
    const hidden = small.items.findIndex(({ cells }) => cells['not-at-all'].kind !== 'shown')
    const row = document.querySelectorAll('.office-figures tbody tr')[hidden]
    const cell = row?.querySelector('.office-of-not-at-all')
    expect(cell?.textContent).toMatch(/^\d+ to \d+$/)
    expect(row?.querySelector('.office-part-not-at-all')).toBeNull()
    expect(screen.getByText(/^Where a release has no exact figure, a sum has none either/)).toBeTruthy()
  })

  it('are of all releases or of a year, as chosen', async () => {
    await read(resultsReply([releaseOf('2025-12-01'), releaseOf('2026-01-01'), releaseOf('2026-02-01')]))
    expect(screen.getByText(/^3 releases with 72 forms/)).toBeTruthy()
    await userEvent.selectOptions(screen.getByLabelText('Which releases'), '2026')
    expect(screen.getByText(/^2 releases with 48 forms/)).toBeTruthy()
  })
})

describe('where results can be read', () => {
  it('is a list by names without a figure of what people said, so that no ward is ranked', async () => {
    await read(resultsReply([releaseOf(monthly(0))], [], { of: 'organisation', name: '' }), '/office/results')
    const places = screen.getByRole('navigation', { name: 'Services and wards' })
    const names = within(places)
      .getAllByRole('link')
      .map(link => link.textContent)
    expect(names).toEqual([
      'Adult mental health',
      'Ash ward',
      'Maple ward',
      'Learning disability',
      'Oak ward',
    ])
    expect(places.textContent).not.toMatch(/in 100|%/)
    expect(within(places).getByRole('link', { name: 'Ash ward' }).getAttribute('href')).toBe(
      '/office/results/wards/ash',
    )
  })

  it('says before the first release that there is none, and shows no chart', async () => {
    await read(resultsReply([]))
    expect(screen.getByText(/^There is no release yet/)).toBeTruthy()
    expect(screen.queryByRole('heading', { name: 'Over time' })).toBeNull()
  })

  it('tells with whom a ward is counted together', async () => {
    await read(resultsReply([releaseOf(monthly(0))], [], { together: ['Elm ward', 'Oak ward'] }))
    expect(screen.getByText(/also count forms of Elm ward and Oak ward/)).toBeTruthy()
  })

  it('uses no inline style, which the security policy would refuse', async () => {
    await read(resultsReply(steady.map((forms, n) => saying(monthly(n), forms))))
    expect(document.querySelectorAll('[style], style').length).toBe(0)
  })

  it('can be tried again when the server could not be reached', async () => {
    let tries = 0
    const of = async () => {
      tries += 1
      return tries === 1
        ? ({ done: false, refusal: 'no-signal' } as const)
        : done(resultsReply([releaseOf(monthly(0))]))
    }
    open('/office/results', fakeOffice({ results: { of } }))
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('heading', { name: 'Over time' })).toBeTruthy()
  })
})
