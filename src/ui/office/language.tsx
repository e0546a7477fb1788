// A language in its own name and in English, and what it costs a tablet.

import type { Packs } from '../../office/office.ts'
import { megabytes, say, officeWords as words } from '../../wording/office.ts'
import type { Language } from '../../wording/provenance.ts'

export function LanguageName({ language, packs }: { language: Language; packs: Packs | undefined }) {
  const { name, english, language: tag, direction, aloud } = language
  return (
    <>
      <span class="office-language">{english}</span>
      {name !== english && (
        <bdi class="office-own" lang={tag} dir={direction}>
          {name}
        </bdi>
      )}
      {[cost(tag, packs), aloud === 'none' ? words.wordings.silent : undefined].map(
        line =>
          line && (
            <span key={line} class="office-cost">
              {line}
            </span>
          ),
      )}
    </>
  )
}

function cost(tag: string, packs: Packs | undefined): string | undefined {
  if (packs === undefined) return undefined
  if (tag === 'en') return words.wordings.withApp
  const pack = packs[tag]
  return pack ? say(words.wordings.size, { n: megabytes(pack.bytes) }) : words.wordings.absent
}
