// A person on a real tablet, until its power goes: taps what a generator says, and tells the oracle what the screen said.

import type { Locator, Page } from 'playwright-core'
import { MOST_MISSES } from '../../../src/form/board.ts'
import { type Pair, plainManner } from '../../../src/form/form.ts'
import { type Event, start, step } from '../../../src/form/step.ts'
import { evaluation } from '../../../src/instrument/evaluation.ts'
import { outline } from '../../fixtures/people.ts'
import { answer, asked, button, heading, words } from '../../journeys/harness/person.ts'
import { english } from '../../journeys/harness/tongue.ts'
import type { Chance } from '../chance.ts'
import { anyTwo, chosenIn, isKept, itemOf, others, pictureOn, saidOf } from './about.ts'
import { finger } from './finger.ts'
import { draftIds } from './lying.ts'
import { type Kind, type Open, options, passing, putting, toward, weighed } from './options.ts'
import type { Oracle } from './oracle.ts'

type Held = ReturnType<Oracle['held']>

/** What was done last before the power went, and whether the screen had said that it was kept. */
export interface Last {
  kind: Kind
  said: boolean
}

export interface Walk {
  readonly page: Page
  readonly oracle: Oracle
  readonly chance: Chance
  /** What the kill waits for. */
  readonly aim: Kind
  /** Called as a finger comes down on what the kill waits for. */
  strike(): void
  /** Changed with every tap. */
  readonly last: Last
}

const codes = evaluation.choices.map(({ code }) => code)

/** From whatever screen a start shows, on and on; ends only by the browser's end, or when the screen is not as it should. */
export async function walk({ page, oracle, chance, aim, strike, last }: Walk): Promise<never> {
  const { tap } = finger(page)
  const shown = (name: string) => heading(page, name).waitFor()
  const able = (name: string) => button(page, name).and(page.locator(':not([aria-disabled])')).waitFor()
  /** Whatever is common is struck now and then, so that kills fall all along a form. */
  const common: readonly Kind[] = ['answer', 'continue', 'skip', 'back']

  const press = (kind: Kind, target: Locator, before = () => {}) =>
    tap(target, () => {
      before()
      Object.assign(last, { kind, said: false })
      if (kind === aim && (!common.includes(kind) || chance.often(0.25))) strike()
    })

  /** Once the screen says that all is kept. */
  function says(held: Held): void {
    oracle.says(held)
    last.said = true
  }

  async function begin(): Promise<Held> {
    const start_ = button(page, words.welcome.start)
    if (!(await start_.isVisible())) await tap(button(page, words.curtain.new))
    await tap(start_)
    const known = oracle.ids()
    let held: Held | undefined
    await press('begin', button(page, words.card.begin), () => {
      const form = start(outline, 'en', plainManner, 'nobody')
      if ('place' in form && form.state !== 'kept') held = oracle.begins(form)
    })
    await shown(asked(english, 1))
    if (!held) throw new Error('nothing was begun')
    held.id = (await draftIds(page)).find(id => !known.includes(id))
    if (held.id === undefined) throw new Error('the first statement is shown, and no draft is on the disk')
    says(held)
    return held
  }

  /** Resolves to whether what was chosen to talk about is veiled. */
  async function carryOn(id: string): Promise<boolean> {
    const card = page.locator(`[aria-describedby="draft-${id}"]`, { hasText: words.curtain.carry })
    await press('carry on', card)
    const held = oracle.held(id)
    const gated = form(held).sheet.pictures
    const passed = gated ? await pass(held, gated) : 'without'
    oracle.taps(held, { ...form(held), state: 'answering' })
    await there(held)
    return passed === 'without' || held.hides
  }

  async function choose(pictures: Pair): Promise<void> {
    for (const n of pictures) await tap(pictureOn(page, n))
  }

  /** Through the gate before a form. */
  async function pass(held: Held, gated: Pair): Promise<'with' | 'without'> {
    for (;;) {
      await button(page, words.gate.without).waitFor()
      const kind = weighed(toward(aim, passing(held.misses >= MOST_MISSES)), chance)
      if (kind === 'without pictures') {
        await press(kind, button(page, words.gate.without))
        return 'without'
      }
      await choose(kind === 'right pictures' ? gated : others(gated))
      await press(kind, button(page, words.gate.go))
      if (kind === 'right pictures') return 'with'
      const left = MOST_MISSES - held.misses - 1
      await page.getByText(saidOf(left)).waitFor()
      held.misses += 1
      last.said = true
    }
  }

  /** A form was put away: with two pictures, or without, unless it has them already. Pictures never show what is veiled now. */
  async function put(held: Held, veiled: boolean): Promise<void> {
    if (form(held).sheet.pictures === undefined) {
      await shown(words.gate.title)
      const kind = weighed(toward(aim, putting), chance)
      if (kind === 'two pictures') {
        const pictures = anyTwo(chance)
        await choose(pictures)
        const now = form(held)
        const add = () => {
          oracle.taps(held, { ...now, sheet: { ...now.sheet, pictures } })
          held.hides = veiled
        }
        await press(kind, button(page, words.gate.go), add)
      } else await press(kind, button(page, words.gate.none))
    }
    await shown(words.curtain.title)
    await page.locator(`[aria-describedby="draft-${held.id}"]`).first().waitFor()
    says(held)
  }

  const form = (held: Held): Open => {
    const now = held.window.at(-1)
    if (!now) throw new Error('no form')
    return now
  }

  /** Waits for the screen of the place, and for its word that all is kept where it gives one. */
  async function there(held: Held): Promise<void> {
    const { place, sheet, state } = form(held)
    if (state === 'stopping') {
      await shown(words.stop.title)
      if (!options(form(held)).has('send what I have')) return
      await page
        .getByRole('button', { name: words.stop.send })
        .and(page.locator(':not([aria-disabled])'))
        .waitFor()
      return says(held)
    }
    if (place.at === 'topics') await shown(words.topics.title).then(() => able(words.statement.continue))
    else if (place.at === 'review') await shown(words.review.title).then(() => able(words.review.finish))
    else {
      await shown(asked(english, place.n))
      if (sheet.answers[outline.items[place.n - 1] ?? ''] === undefined) return
      await able(words.statement.continue)
    }
    says(held)
  }

  async function tapped(held: Held, kind: Kind, target: Locator, ...events: Event[]): Promise<void> {
    await press(kind, target, () => {
      const after = events.reduce(step, form(held))
      if (!('place' in after) || after.state === 'kept') throw new Error(`${kind} ended the form`)
      oracle.taps(held, after)
    })
    if (kind === 'answer' || kind === 'answer again') await page.waitForFunction(isKept, chosenIn(events))
    await there(held)
  }

  /** One tap in a form; resolves to whether the form is still in hand. */
  async function onward(held: Held, veiled: { topics: boolean }): Promise<boolean> {
    const now = form(held)
    const { sheet, place } = now
    const from = toward(aim, options(now))
    const kind = weighed(from, chance)
    const bar = (name: string) => page.locator('nav').getByRole('button', { name, exact: true })
    switch (kind) {
      case 'answer':
      case 'answer again': {
        const item = itemOf(now)
        const choice = chance.one(codes.filter(code => code !== sheet.answers[item]))
        await tapped(held, kind, answer(page, choice), { type: 'choose', item, choice })
        return true
      }
      case 'skip':
        await tapped(held, kind, bar(words.bar.skip), { type: 'skip' })
        return true
      case 'continue':
      case 'back': {
        const name = words.statement[kind]
        await tapped(held, kind, button(page, name), { type: kind })
        return true
      }
      case 'talk': {
        const item = chance.one(outline.items)
        const tick = page.getByRole('checkbox', { name: english.items[outline.items.indexOf(item)] ?? '' })
        const first = veiled.topics ? sheet.topics.map(topic => ({ type: 'talk', item: topic }) as const) : []
        await tapped(held, kind, tick, ...first, { type: 'talk', item })
        veiled.topics = false
        return true
      }
      case 'change': {
        const n = chance.below(outline.items.length)
        const name = words.review.changethis.replace('{{statement}}', english.items[n] ?? '')
        await tapped(held, kind, button(page, name), { type: 'change', item: outline.items[n] ?? '' })
        return true
      }
      case 'stop':
        await tapped(held, kind, bar(words.bar.stop), { type: 'stop' })
        return true
      case 'go back':
        await tapped(held, kind, button(page, words.stop.back), { type: 'go-back' })
        return true
      case 'pause':
      case 'keep': {
        await press(kind, kind === 'pause' ? bar(words.bar.pause) : button(page, words.stop.keep))
        await put(held, veiled.topics)
        return false
      }
      case 'erase': {
        await press(kind, button(page, words.stop.erase), () => void oracle.leaves(held, 'erasing'))
        await shown(words.erased.title)
        if (held.leaving) held.leaving.said = true
        last.said = true
        await tap(button(page, words.erased.done))
        return false
      }
      case 'send what I have':
      case 'finish': {
        const stopped = kind !== 'finish'
        const target = stopped
          ? page.getByRole('button', { name: words.stop.send })
          : button(page, words.review.finish)
        await press(kind, target, () => void oracle.leaves(held, 'sealing', stopped ? 'stopped' : 'finished'))
        await shown(words.thanks.title)
        if (held.leaving) held.leaving.said = true
        last.said = true
        if (aim === 'take back') await takeBack(held)
        else await tap(button(page, words.thanks.done))
        await shown(words.welcome.title)
        return false
      }
      default:
        throw new Error(`${kind} at ${place.at}`)
    }
  }

  /** Looks at the slip, and takes the form back with it: at once, or after it has left. */
  async function takeBack(held: Held): Promise<void> {
    await tap(button(page, words.thanks.slipgo))
    await shown(words.slip.title)
    const slip = await page.locator('.sequence li > span:last-child').allTextContents()
    await tap(button(page, words.slip.done))
    await tap(button(page, words.thanks.done))
    await shown(words.welcome.title)
    if (chance.often(0.5)) await send()
    await tap(button(page, words.welcome.takeback))
    for (const name of slip) await tap(page.locator('.things button', { hasText: name }))
    await press('take back', button(page, words.takeback.go), () => {
      if (held.leaving) held.leaving.back = { said: false }
    })
    await page.getByText(words.takeback.taken).or(page.getByText(words.takeback.asked)).waitFor()
    if (held.leaving?.back) held.leaving.back.said = true
    last.said = true
    await tap(button(page, words.takeback.done))
  }

  /** Staff send what waits, unless it has gone by itself. */
  async function send(): Promise<void> {
    const staff = button(page, words.welcome.staff)
    if (!(await staff.isVisible())) await tap(button(page, words.curtain.new))
    await tap(staff)
    await shown(words.shift.title)
    const can = button(page, words.shift.send).and(page.locator(':not([aria-disabled])'))
    if (await can.isVisible()) await press('send', button(page, words.shift.send))
    await page.getByText(words.shift.none, { exact: true }).waitFor()
    last.said = true
    await tap(button(page, words.shift.back))
    await shown(words.welcome.title)
  }

  let sealedOne = false
  for (;;) {
    await heading(page, words.curtain.title).or(heading(page, words.welcome.title)).waitFor()
    const ids = oracle.ids()
    if (aim === 'send' && (sealedOne || chance.often(0.3))) await send()
    const fresh = ids.length === 0 || aim === 'begin' || (ids.length < 4 && chance.often(0.25))
    const id = fresh ? undefined : chance.one(ids)
    const before = id !== undefined && (await carryOn(id))
    const held = id === undefined ? await begin() : oracle.held(id)
    const veiled = { topics: before && form(held).sheet.topics.length > 0 }
    while (await onward(held, veiled));
    sealedOne ||= held.leaving?.by === 'sealing'
  }
}
