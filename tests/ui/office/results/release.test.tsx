// One release as it is read: each figure with how far it can be trusted, and nothing where it is hidden.

import { cleanup, screen, waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { source } from '../../../../src/instrument/source.ts'
import type { ReleaseReply } from '../../../../src/protocol/office.ts'
import type { Release } from '../../../../src/results/release.ts'
import type { Cell } from '../../../../src/results/suppress.ts'
import { drawRelease } from '../../../../src/ui/office/results/figure.tsx'
import { textOf } from '../../../../src/ui/office/results/save.tsx'
import { fakeOutlets } from '../exports/fake.ts'
import { fakeOffice, heading, open } from '../fake.tsx'
import { madeUpForms, nearlyAlike, releaseReply } from '../fixtures.ts'
import { done, refused } from '../outcome.ts'

afterEach(cleanup)

/** A reply whose first statement has these cells, of that many forms. */
function withFirst(base: number, answers: readonly [Cell, Cell, Cell]): ReleaseReply {
  const reply = releaseReply(madeUpForms(24))
  const [not, some, all] = answers
  const cells = { 'not-at-all': not, sometimes: some, 'all-the-time': all, 'no-answer': hidden } as const
  const [first, ...rest] = reply.release.items
  const items = [{ id: first?.id ?? '', cells }, ...rest]
  const columns = ['not-at-all', 'sometimes', 'all-the-time', 'no-answer'] as const
  return { ...reply, release: { ...reply.release, base, columns, items } }
}

const shown = (forms: number): Cell => ({ kind: 'shown', forms })
const hidden: Cell = { kind: 'suppressed' }
const few: Cell = { kind: 'banded', band: 'none or nearly none' }
const most: Cell = { kind: 'banded', band: 'all or nearly all' }

async function read(reply: ReleaseReply) {
  open('/office/releases/one', fakeOffice({ look: { release: () => done(reply) } }))
  await heading(/Release/)
  // Only then has the page taken the focus.
  await waitFor(() => expect(document.title).toMatch(/^Release/))
}

/** The row of the first statement. */
const firstRow = (): HTMLElement => {
  const row = screen.getByRole('rowheader', { name: /^1 / }).closest('tr')
  if (!row) throw new Error('no row')
  return row
}

const under = (row: HTMLElement) => [...row.querySelectorAll('.office-range')].map(one => one.textContent)

describe('a figure of a release', () => {
  it.each([
    [7, 10, '39.7–89.2'],
    [0, 12, '0–24.3'],
    [12, 12, '75.8–100'],
  ])('has Wilson’s known range under it: %i of %i is %s', async (forms, base, range) => {
    await read(withFirst(base, [shown(forms), hidden, hidden]))
    expect(under(firstRow())).toEqual([range])
  })

  it.each([
    ['none or nearly none', few],
    ['all or nearly all', most],
    ['not shown', hidden],
  ])(
    'that is told as “%s” has no range, no figure and no length of its own anywhere',
    async (words, cell) => {
      await read(withFirst(12, [cell, cell, cell]))
      const row = firstRow()
      expect([...row.querySelectorAll('.office-figure')].slice(0, 3).map(one => one.textContent)).toEqual(
        Array(3).fill(words),
      )
      expect(under(row)).toEqual([])
      expect([...row.querySelectorAll('svg g')].map(part => part.getAttribute('class'))).toEqual([
        'office-part-together',
      ])
      expect(row.querySelector('details')?.textContent).not.toMatch(/\d/)
    },
  )

  it('is read in sentences: how many said so, and how far that may be from many', async () => {
    await read(withFirst(20, [shown(14), hidden, hidden]))
    const words =
      '14 of 20 forms said Not at all. Small numbers: if these forms stood for many more, the figure could be anywhere from 48 to 85 in 100.'
    expect(within(firstRow()).getByText(words)).toBeTruthy()
    expect(screen.getByRole('img', { name: new RegExp(words) })).toBeTruthy()
    expect(screen.getByText(/^These are people who chose to answer, not a sample/)).toBeTruthy()
  })

  it('no longer warns of small numbers from a hundred forms on', async () => {
    await read(withFirst(120, [shown(60), hidden, hidden]))
    expect(
      within(firstRow()).getByText(/^60 of 120 forms said Not at all\. If these forms stood/),
    ).toBeTruthy()
  })
})

describe('the bars of a release', () => {
  it('share one scale, which stands above them', async () => {
    await read(releaseReply(madeUpForms(24)))
    const scales = screen
      .getAllByRole('table')
      .map(table => table.querySelector('.office-scale')?.textContent)
    expect(new Set(scales)).toEqual(new Set(['0510152024']))
  })

  it('are reached by keyboard: Tab comes to a table once, the arrows go from bar to bar and stop at its ends', async () => {
    await read(releaseReply(madeUpForms(24)))
    const [table] = screen.getAllByRole('table')
    const bars = [...(table?.querySelectorAll<SVGElement>('.office-bar') ?? [])]
    expect(bars.map(bar => bar.getAttribute('tabindex'))).toEqual(['0', '-1', '-1'])
    bars[0]?.focus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}')
    expect(document.activeElement).toBe(bars[2])
    expect(bars.map(bar => bar.getAttribute('tabindex'))).toEqual(['-1', '-1', '0'])
    await userEvent.keyboard('{Home}')
    expect(document.activeElement).toBe(bars[0])
  })
})

/** A release of a hundred forms of which half were helped: the real engine tells the halves apart. */
function halves(): Release {
  const forms = madeUpForms(100).map((form, n) => ({
    ...form,
    helper: n % 2 === 0 ? ('advocate' as const) : ('nobody' as const),
    manner: { words: 'standard' as const, aloud: n % 4 < 2 },
    wording: { id: 'original' },
  }))
  return releaseReply(forms).release
}

describe('how the forms were filled in', () => {
  it('is told apart where the release tells it, each part with its own figures and ranges', async () => {
    const release = halves()
    expect(release.breakdowns?.map(({ by }) => by)).toEqual(['supporter', 'aloud'])
    await read({ ...releaseReply(madeUpForms(24)), release })
    const part = screen.getByText('By who helped').closest('details')
    expect(part?.textContent).toContain('Somebody helped, 50 forms')
    // Who helped with a form on paper nobody knows: it never says that nobody did.
    expect(part?.textContent).toContain('Nobody helped, or it is not known, 50 forms')
    const unread = screen.getByText('By reading aloud').closest('details')?.textContent
    expect(unread).toContain('Not read aloud by the tablet, or it is not known, 50 forms')
    expect(screen.getByText(/Forms on paper do not say who helped/)).toBeTruthy()
    const [row] = [...(part?.querySelectorAll('tbody tr:nth-child(2)') ?? [])]
    const cells = release.breakdowns?.[0]?.parts[0]?.items[0]?.cells
    expect([...(row?.querySelectorAll('.office-figure') ?? [])].map(one => Number(one.textContent))).toEqual(
      (['not-at-all', 'sometimes', 'all-the-time'] as const).map(answer => {
        const cell = cells?.[answer]
        return cell?.kind === 'shown' ? cell.forms : -1
      }),
    )
    expect(row?.querySelectorAll('.office-range').length).toBe(3)
    expect(screen.getByText(/^It is not broken down by wording, because/)).toBeTruthy()
  })

  it('says in one sentence that it is not told apart, and not whether nobody or nineteen were helped', async () => {
    await read(releaseReply(madeUpForms(24)))
    expect(
      screen.getByText(/^This release is not broken down by who helped, by wording or by reading/),
    ).toBeTruthy()
  })
})

describe('a release that an advocate is looking at', () => {
  it('says so to a leader who comes by its address, and offers nothing to try again', async () => {
    const look = { release: async () => ({ done: false, refusal: '403.3' }) as const }
    open('/office/releases/held', fakeOffice({ look }))
    await heading('An independent advocate is looking at this release')
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
    expect(screen.getByRole('link', { name: 'All wards' })).toBeTruthy()
  })
})

describe('a release on one sheet', () => {
  it('has every statement, the first lines, and no figure that the page does not show', async () => {
    await read(releaseReply(nearlyAlike()))
    const sheet = document.querySelector('.office-onepage')
    expect(sheet?.querySelectorAll('th[scope="row"]').length).toBe(23)
    expect(sheet?.textContent).toContain('They need no bigger number to matter.')
    const rows = [...document.querySelectorAll('.office-figures tbody tr')]
    for (const [n, row] of [...(sheet?.querySelectorAll('tr:has(th[scope="row"])') ?? [])].entries()) {
      const told = [...row.querySelectorAll('.office-number')].map(one =>
        one.textContent?.replace(/ \(.*/, ''),
      )
      const page = [...(rows[n]?.querySelectorAll('.office-figure') ?? [])].map(one => one.textContent)
      expect(told).toEqual(page)
    }
  })

  it('says once whose words the statements are, as the booklet wants to be cited', async () => {
    await read(releaseReply(nearlyAlike()))
    const sheet = document.querySelector('.office-onepage')?.textContent ?? ''
    expect(sheet).toContain(source.citation)
    expect(sheet.split('Quinn, A. (2022)').length).toBe(2)
  })

  it('says on paper and in its drawing too that a demonstration is not real', async () => {
    const reply = releaseReply(madeUpForms(24), { demonstration: true })
    await read(reply)
    const words = 'Demonstration. Nothing here came from a real person.'
    expect(document.querySelector('.office-onepage')?.textContent).toContain(words)
    expect(drawRelease(reply)?.textContent).toContain(words)
    expect(drawRelease({ ...reply, demonstration: false })?.textContent).not.toContain(words)
  })

  it('is saved as a drawing that stands by itself: with its words and colours, without style or anything hidden', () => {
    const drawn = drawRelease(releaseReply(nearlyAlike()))
    const text = drawn ? textOf(drawn) : ''
    expect(text).toContain('Release of 1 February 2026: Maple ward')
    expect(text).toContain('They need no bigger number to matter.')
    expect(text).not.toMatch(/style|class=|tabindex|<image|href/)
    const valued = [...(drawn?.querySelectorAll('g') ?? [])].find(one =>
      /^5I feel valued/.test(one.textContent ?? ''),
    )
    expect([...(valued?.querySelectorAll('rect') ?? [])].map(part => part.getAttribute('fill'))).toEqual([
      'url(#drawn-together)',
    ])
  })
})

describe('a release that leaves its page', () => {
  afterEach(() => vi.restoreAllMocks())
  /** What leaves, and what is written down before it; the record takes an entry or does not. */
  async function leaving(isWritten: boolean) {
    const happened: unknown[] = []
    const click = function (this: HTMLAnchorElement) {
      happened.push(this.download)
    }
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(click)
    vi.stubGlobal('print', () => happened.push('printed'))
    const { files } = fakeOutlets()
    const note: typeof files.note = (...what) => {
      happened.push(what)
      return isWritten ? done(undefined) : refused('no-signal')
    }
    const look = { release: () => done(releaseReply(madeUpForms(24))) }
    open('/office/releases/one', fakeOffice({ look, outlets: { files: { ...files, note } } }))
    await heading(/Release/)
    await userEvent.click(screen.getByRole('button', { name: /SVG/ }))
    await userEvent.click(screen.getByRole('button', { name: 'Print on one page' }))
    vi.unstubAllGlobals()
    return happened
  }

  it('is written down first, and then saved or printed', async () => {
    expect(await leaving(true)).toEqual([
      [{ release: 'one' }, 'svg'],
      'Equal Voice release 2026-02-01.svg',
      [{ release: 'one' }, 'paper'],
      'printed',
    ])
  })

  it('stays where it is when that can’t be written down, and the page says so', async () => {
    expect(await leaving(false)).toEqual([
      [{ release: 'one' }, 'svg'],
      [{ release: 'one' }, 'paper'],
    ])
    expect(
      screen.getByText(/could not be written into the record of changes, so nothing was saved/),
    ).toBeTruthy()
    expect(screen.getByRole('alert')).toBeTruthy()
  })
})
