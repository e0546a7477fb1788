// What a tap is about: the statement, the two pictures, and whether the screen says that it is kept.

import type { Locator, Page } from 'playwright-core'
import { board, GATE_OF } from '../../../src/form/board.ts'
import type { Pair } from '../../../src/form/form.ts'
import type { Event } from '../../../src/form/step.ts'
import { words } from '../../journeys/harness/person.ts'
import type { Chance } from '../chance.ts'
import type { Open } from './options.ts'

/** The statement that is on the screen, or nothing. */
export const itemOf = ({ sheet, place }: Open): string =>
  (place.at === 'statement' ? sheet.outline.items[place.n - 1] : undefined) ?? ''

/** The nth picture, where two can be chosen. */
export const pictureOn = (page: Page, n: number): Locator =>
  page
    .locator('label', { hasText: words.pictures[board[n] ?? 'sun'] })
    .filter({ has: page.getByRole('checkbox') })

/** Two pictures by chance. */
export function anyTwo(chance: Chance): Pair {
  const first = chance.below(GATE_OF - 1)
  return [first, first + 1 + chance.below(GATE_OF - 1 - first)]
}

/** Two pictures that are not these two. */
export const others = ([one, other]: Pair): Pair => {
  const free = Array.from({ length: GATE_OF }, (_, n) => n).filter(n => n !== one && n !== other)
  return [one, free[0] ?? 0]
}

/** What the gate says of so many tries that are left. */
export function saidOf(left: number): string {
  if (left === 0) return words.gate.shut
  return left === 1 ? words.gate.left_one : words.gate.left_other.replace('{{count}}', `${left}`)
}

/** The choice that was tapped, and the button that waits for it. */
export const chosenIn = (events: readonly Event[]) => {
  const [event] = events
  if (event?.type !== 'choose') throw new Error('nothing chosen')
  return { item: event.item, choice: event.choice, words: words.statement.continue }
}

/** Whether in one and the same moment the choice is on the screen and Continue can be pressed. Runs in the page. */
export function isKept(given: { item: string; choice: string; words: string }): boolean {
  const input = document.querySelector<HTMLInputElement>(
    `input[name="${given.item}"][value="${given.choice}"]`,
  )
  const onward = [...document.querySelectorAll('button')].find(one => one.textContent === given.words)
  return input?.checked === true && onward?.getAttribute('aria-disabled') === null
}
