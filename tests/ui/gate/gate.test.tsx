// Two pictures before a form that waits: chosen when it is put away, asked for when it is carried on.

import { cleanup, render, screen, waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { board, GATE_OF } from '../../../src/form/board.ts'
import { plainManner } from '../../../src/form/form.ts'
import type { Scene } from '../../../src/tablet/tablet.ts'
import { App } from '../../../src/ui/app.tsx'
import { linesOf } from '../../../src/ui/person/lines.ts'
import { groupsOf } from '../../../src/ui/switches/groups.ts'
import { fakeTablet, formScene, newForm } from '../../fakes/tablet.ts'
import { words } from '../../fixtures/words.ts'

afterEach(cleanup)

const { gate, pictures } = words
const draft = { id: 'b', shape: 'star', colour: 'orange', gated: true } as const
const asking = { at: 'gate', draft, left: 5, wrong: false } as const
const pausing = { at: 'pausing', language: 'en', manner: plainManner } as const

async function at(first: Scene) {
  const tablet = fakeTablet(first)
  const { container } = render(<App tablet={tablet} />)
  const person = userEvent.setup()
  const asks = first.at === 'gate' && first.left > 0
  const title = first.at === 'pausing' ? gate.title : asks ? gate.ask : ''
  if (title) await screen.findByRole('heading', { name: title })
  return {
    tablet,
    container,
    person,
    press: async (name: string) => person.click(await screen.findByRole('button', { name })),
    tap: async (...names: readonly (keyof typeof pictures)[]) => {
      for (const name of names) await person.click(screen.getByRole('checkbox', { name: pictures[name] }))
    },
  }
}

const chosen = () =>
  screen.getAllByRole('checkbox').flatMap(box => ((box as HTMLInputElement).checked ? box : []))

describe('somebody who pauses', () => {
  it('is asked at once whether they want pictures, and nothing of their form stands there', async () => {
    const { container, press } = await at(formScene(newForm()))
    await press(words.bar.pause)
    await screen.findByRole('heading', { name: gate.title })
    expect(container.textContent).not.toContain('Staff have asked me')
    expect(screen.queryAllByRole('radio')).toEqual([])
  })

  it('chooses two of twelve by their names, sees which by a word, and can let one go again', async () => {
    const { tablet, tap, press } = await at(pausing)
    expect(screen.getAllByRole('checkbox')).toHaveLength(GATE_OF)
    await tap('house', 'fish', 'house', 'boat')
    expect(chosen().map(box => box.parentElement?.textContent)).toEqual([
      `${pictures.boat}${words.chosen}`,
      `${pictures.fish}${words.chosen}`,
    ])
    await press(gate.go)
    expect(tablet.pictures).toEqual([[10, 3]])
  })

  it('can’t choose a third by a slip of the hand', async () => {
    const { tap } = await at(pausing)
    await tap('sun', 'tree', 'cup')
    expect(chosen()).toHaveLength(2)
    expect(screen.getByRole('checkbox', { name: pictures.cup }).getAttribute('aria-disabled')).toBe('true')
  })

  it('is told what to do when there are not two yet, and nothing is put before the form', async () => {
    const { tablet, tap, press } = await at(pausing)
    await tap('sun')
    await press(gate.go)
    expect(screen.getByText(gate.choose)).toBeTruthy()
    expect(tablet.pictures).toEqual([])
  })

  it('can go on without, in one press', async () => {
    const { tablet, press } = await at(pausing)
    await press(gate.none)
    expect(tablet.pictures).toEqual([undefined])
    await screen.findByRole('heading', { name: words.curtain.title })
  })

  it('leaves by Escape as by No pictures: the curtain falls', async () => {
    const { tablet, person } = await at(pausing)
    await person.keyboard('{Escape}')
    expect(tablet.scene.get().at).toBe('curtain')
    expect(tablet.pictures).toEqual([])
  })

  it('is told that pictures are no lock, since a gate that is called a key would be a lie', async () => {
    const { container } = await at(pausing)
    expect(container.textContent).toContain('They are not a lock.')
  })

  it('is told how long the form is kept, as whoever presses Stop is, since nobody asks them again', async () => {
    await at(pausing)
    await screen.findByText(words.stop.keephours)
  })

  it('keeps their language and manner until the curtain falls, which is the ward’s', async () => {
    const { press } = await at({ ...pausing, manner: { ...plainManner, size: 'largest' } })
    expect(document.documentElement.dataset.size).toBe('largest')
    await press(gate.none)
    await waitFor(() => expect(document.documentElement.dataset.size).toBe('normal'))
  })

  it('hears every picture named, in their order', async () => {
    const { container } = await at(pausing)
    const page = container.querySelector('.page') as Element
    const read = linesOf(page, 'en').map(({ text }) => text.trim())
    const names = board.slice(0, GATE_OF).map(name => pictures[name])
    expect(read.filter(line => names.includes(line))).toEqual(names)
  })

  it('reaches each picture by a switch: a row, then the picture', async () => {
    const { container } = await at(pausing)
    const rows = groupsOf(container).filter(({ frame }) => frame.matches('.things .row'))
    expect(rows.map(({ items }) => items.length)).toEqual([4, 4, 4])
  })
})

describe('a form with pictures that waits', () => {
  it('has no Not me behind the curtain, so that nobody erases it from there', async () => {
    const plain = { id: 'a', shape: 'circle', colour: 'blue' } as const
    const { container } = await at({ at: 'curtain', drafts: [plain, draft] })
    await screen.findByRole('heading', { name: words.curtain.title })
    const cards = await waitFor(() => {
      const found = [...container.querySelectorAll<HTMLElement>('.drafts li')]
      expect(found).toHaveLength(2)
      return found
    })
    expect(
      cards.map(card => within(card).queryAllByRole('button', { name: words.curtain.notme }).length),
    ).toEqual([1, 0])
  })

  it('asks for its two, says how many tries are left, and shows nothing of itself', async () => {
    const { tablet, tap, press } = await at({ ...asking, left: 1, wrong: true })
    expect(screen.getByRole('alert').textContent).toBe(`${gate.wrong} ${gate.left_one}`)
    await tap('leaf', 'sun')
    await press(gate.go)
    expect(tablet.pictures).toEqual([[7, 0]])
  })

  it('can be finished without them', async () => {
    const { tablet, press } = await at(asking)
    await press(gate.without)
    expect(tablet.pictures).toEqual([undefined])
  })

  it('asks nobody any more after five wrong tries, and can still be finished', async () => {
    const { tablet, press } = await at({ ...asking, left: 0, wrong: true })
    await screen.findByRole('heading', { name: 'orange star' })
    expect(screen.getByRole('alert').textContent).toBe(gate.shut)
    expect(screen.queryAllByRole('checkbox')).toEqual([])
    await press(gate.without)
    expect(tablet.pictures).toEqual([undefined])
  })

  it('lets whoever tapped the wrong card go back to the curtain', async () => {
    const { tablet, press } = await at(asking)
    await press(words.close)
    expect(tablet.scene.get().at).toBe('curtain')
  })
})
