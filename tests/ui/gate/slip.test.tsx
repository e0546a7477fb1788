import { cleanup, render, screen, waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { board } from '../../../src/form/board.ts'
import { plainManner } from '../../../src/form/form.ts'
import type { TakingBack } from '../../../src/tablet/tablet.ts'
import { App } from '../../../src/ui/app.tsx'
import { type FakeTablet, fakeTablet, ward } from '../../fakes/tablet.ts'
import { words } from '../../fixtures/words.ts'

afterEach(cleanup)

const taps = [0, 14, 6, 6, 11, 3]
const names = taps.map(tap => words.pictures[board[tap] ?? 'sun'])

function at(tablet: FakeTablet) {
  render(<App tablet={tablet} />)
  return userEvent.setup()
}
const find = (name: string) => screen.findByRole('button', { name })
const scene = (is: TakingBack) => ({ at: 'takeback', language: 'en', manner: plainManner, is }) as const
const shown = async () =>
  within(await screen.findByRole('list'))
    .getAllByRole('listitem')
    .map(one => one.textContent?.replace(/^\d/, ''))

describe('the slip', () => {
  it('is shown to whoever asks for it, in its order, and to nobody who does not', async () => {
    const amina = at(fakeTablet({ at: 'thanks', slip: taps }))
    const show = await find(words.thanks.slipgo)
    for (const name of names) expect(screen.queryByText(name)).toBeNull()
    await amina.click(show)
    await screen.findByRole('heading', { name: words.slip.title })
    await waitFor(async () => expect(await shown()).toEqual(names))
    await amina.click(await find(words.slip.done))
    await screen.findByRole('heading', { name: words.thanks.title })
    for (const name of names) expect(screen.queryByText(name)).toBeNull()
  })

  it.each([
    ['the curtain falls', { at: 'curtain', drafts: [] }],
    ['the next person comes', { at: 'welcome', drafts: [] }],
  ] as const)('is nowhere on the page once %s', async (_, next) => {
    const tablet = fakeTablet({ at: 'thanks', slip: taps })
    const amina = at(tablet)
    await amina.click(await find(words.thanks.slipgo))
    await waitFor(async () => expect(await shown()).toEqual(names))
    tablet.scene.set(next)
    await waitFor(() => expect(screen.queryByRole('heading', { name: words.slip.title })).toBeNull())
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toBeTruthy())
    for (const name of names) expect(document.body.innerHTML).not.toContain(`>${name}<`)
  })

  it('is not offered where there is none', async () => {
    at(fakeTablet({ at: 'thanks' }))
    await screen.findByRole('heading', { name: words.thanks.title })
    expect(screen.queryByRole('button', { name: words.thanks.slipgo })).toBeNull()
  })
})

describe('taking a form back', () => {
  it('begins at Welcome, and is not offered where the server knows of no slips', async () => {
    const tablet = fakeTablet({ at: 'welcome', drafts: [] })
    const amina = at(tablet)
    await amina.click(await find(words.welcome.takeback))
    expect(tablet.scene.get()).toEqual(scene('tapping'))
    cleanup()
    const { envelopes: _, ...stored } = ward()
    at(fakeTablet({ at: 'welcome', drafts: [] }, stored as ReturnType<typeof ward>))
    await screen.findByRole('heading', { name: words.welcome.title })
    expect(screen.queryByRole('button', { name: words.welcome.takeback })).toBeNull()
  })

  it('asks with the six in their order, once there are six: a wrong one is deleted, and one may come twice', async () => {
    const asked: (readonly number[])[] = []
    const tablet = fakeTablet(scene('tapping'))
    const takeBack = { ...tablet.takeBack, ask: async (taps: readonly number[]) => void asked.push(taps) }
    const amina = at({ ...tablet, takeBack })
    const tap = async (n: number) => amina.click(await find(words.pictures[board[n] ?? 'sun']))
    await tap(5)
    const places = screen.getByRole('list')
    const after = places.compareDocumentPosition(await find(words.pictures.sun))
    expect(after, 'what a tap does is seen above the board').toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    await amina.click(await find(words.takeback.delete))
    for (const n of taps.slice(0, 5)) await tap(n)
    await amina.click(await find(words.takeback.go))
    expect(asked).toEqual([])
    expect(screen.getByText(new RegExp(words.takeback.short))).toBeTruthy()
    for (const n of [taps[5] ?? 0, 9]) await tap(n)
    await amina.click(await find(words.takeback.go))
    expect(asked).toEqual([taps])
  })

  it.each(['taken', 'asked', 'opened', 'unknown', 'tries'] as const)(
    'says in plain words when it is %s',
    async is => {
      at(fakeTablet(scene(is)))
      const outcome = await screen.findByText(words.takeback[is])
      expect(outcome.closest('h1'), 'it is what is read first').toBe(document.activeElement)
      const again = screen.queryByRole('button', { name: words.takeback.again })
      expect(again !== null, 'only a form that goes can be answered again').toBe(
        is === 'taken' || is === 'asked',
      )
    },
  )

  it('leads in one press to answering again, in the same voice', async () => {
    const manner = { ...plainManner, calm: true, size: 'larger' as const }
    const tablet = fakeTablet({ ...scene('taken'), manner })
    const amina = at(tablet)
    await amina.click(await find(words.takeback.again))
    await screen.findByRole('heading', { name: words.welcome.title })
    expect(document.documentElement.dataset.size).toBe('larger')
    expect(document.documentElement.classList.contains('calm')).toBe(true)
    tablet.scene.set({ at: 'curtain', drafts: [] })
    await screen.findByRole('heading', { name: words.curtain.title })
    tablet.scene.set({ at: 'welcome', drafts: [] })
    await waitFor(() => expect(document.documentElement.dataset.size).toBe('normal'))
  })

  it('keeps what was tapped when the disk refused, so that it is pressed once more and not tapped anew', async () => {
    const tablet = fakeTablet(scene('tapping'))
    const amina = at(tablet)
    for (const n of taps) await amina.click(await find(words.pictures[board[n] ?? 'sun']))
    tablet.scene.set(scene('asking'))
    tablet.scene.set(scene('unasked'))
    await screen.findByText(words.takeback.unasked)
    await waitFor(async () => expect(await shown()).toEqual(names))
  })

  it('leads from pictures that nobody knows back to the board, since one may have been wrong', async () => {
    const tablet = fakeTablet(scene('unknown'))
    const amina = at(tablet)
    await amina.click(await find(words.later.again))
    expect(tablet.scene.get()).toEqual(scene('tapping'))
  })
})
