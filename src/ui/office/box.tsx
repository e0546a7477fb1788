// All that an office may know of a box: enough or not yet enough, when that was looked at, and the next count.

import type { BoxView } from '../../protocol/office.ts'
import { countingWords, dayWords, say, officeWords as words } from '../../wording/office.ts'

/** The box in two lines. */
export function BoxLines({ box }: { box: BoxView }) {
  return (
    <p class="office-box">
      {words.box.title}: <strong>{words.box[box.standing]}</strong>,{' '}
      {say(words.box.asOf, { day: dayWords(box.asOf) })}.
      <br />
      {say(box.counting ? countingWords.day : words.box.next, { day: dayWords(box.nextCount) })}.
    </p>
  )
}

/** The box with its rules. */
export function Box({ box }: { box: BoxView }) {
  return (
    <>
      <BoxLines box={box} />
      <p>{say(words.box.why, { n: box.threshold })}</p>
      <p>{words.box.nights}</p>
    </>
  )
}
