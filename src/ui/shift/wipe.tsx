// The check before a tablet is wiped or handed in: one sentence, and it never says yes by mistake.

import { useState } from 'preact/hooks'
import type { Keep, Wipe } from '../../tablet/tablet.ts'
import { listed, staffWords, tell, tellCount } from '../../wording/staff.ts'
import { dayWords } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { English } from './english.tsx'

/** The one sentence. */
export function sentenceOf(wipe: Wipe): string {
  const { wipe: words } = staffWords
  if (wipe.may) return words.may
  const { since } = wipe
  const why = wipe.why.map(({ is, n }) => {
    if (is !== 'unheard') return tellCount(words[`${is}_one`], words[`${is}_other`], n)
    return since ? tell(words.since, { day: dayWords(since) }) : words.unheard
  })
  return tell(words.not, { why: listed(why) })
}

export function WipeCheck({ keep }: { readonly keep: () => Promise<Keep> }) {
  const [said, say] = useState('')
  const { wipe } = staffWords
  const check = () => {
    say(wipe.checking)
    keep()
      .then(kept => kept.mayWipe())
      .then(
        answer => say(sentenceOf(answer)),
        () => say(staffWords.failed),
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
