// The check before a tablet is wiped or handed in: one sentence, and it never says yes by mistake.

import { useState } from 'preact/hooks'
import type { Keep, Wipe } from '../../tablet/tablet.ts'
import { listWords, say, sayCount, staffWords } from '../../wording/staff.ts'
import { dayWords } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { English } from './english.tsx'

/** The one sentence. */
export function sentenceOf(wipe: Wipe): string {
  const { wipe: words } = staffWords
  if (wipe.may) return words.may
  const { since } = wipe
  const why = wipe.why.map(({ is, n }) => {
    if (is !== 'unheard') return sayCount({ one: words[`${is}_one`], other: words[`${is}_other`] }, n)
    return since ? say(words.since, { day: dayWords(since) }) : words.unheard
  })
  return say(words.not, { why: listWords(why) })
}

export function WipeCheck({ keep }: { readonly keep: () => Promise<Keep> }) {
  const [said, tell] = useState('')
  const { wipe } = staffWords
  const check = () => {
    tell(wipe.checking)
    keep()
      .then(kept => kept.mayWipe())
      .then(
        answer => tell(sentenceOf(answer)),
        () => tell(staffWords.failed),
      )
  }
  return (
    <English>
      <h2>{wipe.title}</h2>
      <Button onPress={check}>{wipe.check}</Button>
      <p role="status">{said && <strong>{said}</strong>}</p>
    </English>
  )
}
