// How far a file is, in words: the server makes it while it comes, so nobody knows beforehand how long it will be.

import { say, sayCount, exportWords as words } from '../../../wording/office.ts'
import { Done, Refused } from '../notice.tsx'
import type { Taking } from './taking.ts'

/** Bytes as people say them: 940 bytes, 12 kB, 2.3 MB. */
function sizeWords(bytes: number): string {
  const said = (n: number, unit: string) =>
    `${new Intl.NumberFormat('en-GB', { maximumFractionDigits: n < 10 ? 1 : 0 }).format(n)} ${unit}`
  if (bytes < 1000) return said(bytes, 'bytes')
  return bytes < 1_000_000 ? said(bytes / 1000, 'kB') : said(bytes / 1_000_000, 'MB')
}

export function Progress({ of }: { of: Taking }) {
  return (
    <section class="office-taking" aria-label={words.progress}>
      {of.is === 'refused' && <Refused refusal={of.refusal} />}
      {of.is === 'broken' && (
        <p class="office-notice" role="alert">
          {words.broken}
        </p>
      )}
      {/* Not read out at every part: what is said aloud is that it began and what came of it. */}
      {of.is === 'coming' && (
        <>
          <progress aria-label={words.progress} />
          <p class="office-quiet">{comingWords(of)}</p>
          <p class="office-quiet">{words.stay}</p>
        </>
      )}
      <Done>{saidOf(of)}</Done>
    </section>
  )
}

function comingWords({ bytes, releases }: Extract<Taking, { is: 'coming' }>): string {
  if (bytes === 0) return words.begun
  const size = sizeWords(bytes)
  return releases === null ? say(words.coming, { size }) : sayCount(words.comingOf, releases, { size })
}

function saidOf(of: Taking): string | undefined {
  if (of.is === 'stopped') return words.stopped
  if (of.is === 'coming') return words.begun
  if (of.is !== 'come') return undefined
  const done = say(words.done, { name: of.name, size: sizeWords(of.bytes) })
  return of.releases === 0 ? `${done} ${words.none}` : done
}
