// Where the focus is, and who hears a key, as soon as a screen can be seen.

import { render } from 'preact'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { App } from '../../src/ui/app.tsx'
import { Heading } from '../../src/ui/components/heading.tsx'
import { Aside, Stop } from '../../src/ui/person/late.tsx'
import { type FakeTablet, fakeTablet, formScene, newForm } from '../fakes/tablet.ts'
import { words } from '../fixtures/words.ts'

// Not through the testing library, which would wait for what comes after painting.
let place: HTMLElement
beforeEach(() => {
  place = document.body.appendChild(document.createElement('main'))
})
afterEach(() => {
  render(null, place)
  place.remove()
})

const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)))
async function open(tablet: FakeTablet): Promise<void> {
  render(<App tablet={tablet} />, place)
  await painted()
}
/** Presses a button, and waits until what comes of it is drawn, but not until it is painted. */
async function press(name: string): Promise<void> {
  const button = [...place.querySelectorAll('button')].find(one => one.textContent?.trim() === name)
  button?.focus()
  button?.click()
  for (let n = 0; n < 5; n += 1) await Promise.resolve()
}
const focused = () => document.activeElement?.textContent

it('has the focus before it is painted, so that a quick second key does not press what has gone', () => {
  render(<Heading of="first">First</Heading>, place)
  expect(document.activeElement).toBe(place.querySelector('h1'))
})

it('keeps the focus on what Amina pressed next, quick as she was after closing Help', async () => {
  await Promise.all([Aside.come(), Stop.come()])
  await open(fakeTablet(formScene(newForm())))
  await press(words.bar.help)
  await press(words.close)
  expect(focused()).toBe(words.bar.help)
  await press(words.bar.stop)
  expect(focused()).toBe(words.stop.title)
  await painted()
  expect(focused()).toBe(words.stop.title)
})

it('hears Escape as soon as the question whether to stop is there', async () => {
  const tablet = fakeTablet(formScene(newForm()))
  await open(tablet)
  await press(words.bar.stop)
  dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
  expect(tablet.made.map(({ type }) => type)).toEqual(['stop', 'go-back'])
})

it('leaves Help where Carla asked for it before she could have seen the statement', async () => {
  await Aside.come()
  render(<App tablet={fakeTablet(formScene(newForm()))} />, place)
  await press(words.bar.help)
  await painted()
  expect(focused()).toBe(words.help.title)
})
