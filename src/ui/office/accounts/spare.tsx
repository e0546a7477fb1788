// Spare codes, shown once: to print, to copy, and to go on from when they are kept.

import { useState } from 'preact/hooks'
import { accountWords, say } from '../../../wording/office.ts'
import { Done } from '../notice.tsx'
import { Page } from '../page.tsx'
import { copied } from './copy.ts'

const words = accountWords.spare

interface SpareProps {
  readonly codes: readonly string[]
  readonly organisation: string
  go(): void
}

export function SpareCodes({ codes, organisation, go }: SpareProps) {
  const [said, setSaid] = useState<string>()
  const copy = async () => setSaid((await copied(codes.join('\n'))) ? words.copied : words.uncopied)
  return (
    <Page title={words.title}>
      <p class="office-lead office-noprint">{words.lead}</p>
      <p class="office-onpaper">{say(words.for, { organisation })}</p>
      <ol class="office-spare" aria-label={words.list}>
        {codes.map(code => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <Done>{said}</Done>
      <p class="office-row">
        <button type="button" class="office-button" onClick={() => window.print()}>
          {words.print}
        </button>
        <button type="button" class="office-button" onClick={copy}>
          {words.copy}
        </button>
      </p>
      <p class="office-row">
        <button type="button" class="office-button office-main" onClick={go}>
          {words.kept}
        </button>
      </p>
    </Page>
  )
}
