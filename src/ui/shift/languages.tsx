// Which further languages are on this tablet, and how far those have come that are on their way.

import type { Tablet } from '../../tablet/tablet.ts'
import { wanted } from '../../tablet/whole.ts'
import { languages } from '../../wording/languages.ts'
import { t } from '../../wording/words.ts'
import { Progress } from '../components/progress.tsx'
import { useWatched } from '../components/watch.ts'

/** Bytes as megabytes with one decimal. */
const mega = (bytes: number): string => (bytes / 1_000_000).toFixed(1)

export function Languages({ tablet }: { readonly tablet: Tablet }) {
  const settings = useWatched(tablet.settings)
  const { whole, coming, failed } = useWatched(tablet.packs)
  const tags = wanted(settings)
  const all = tags.every(tag => whole.includes(tag))
  return (
    <section aria-labelledby="languages">
      <h2 id="languages">{t('setup.title')}</h2>
      {tags.length === 0 && <p>{t('setup.none')}</p>}
      {languages
        .filter(({ tag }) => tags.includes(tag))
        .map(({ tag, name }) => {
          const on = coming.find(one => one.tag === tag)
          if (whole.includes(tag)) return <p key={tag}>{t('setup.whole', { name })}</p>
          if (!on) return null
          const { done, of } = on
          const words = { name, done: mega(done), of: mega(of) }
          return (
            <Progress
              key={tag}
              words={t(done > 0 ? 'setup.coming' : 'setup.waits', words)}
              label={name}
              value={done}
              of={of}
            />
          )
        })}
      {!all && <p role="status">{t(failed ? 'setup.failed' : 'setup.stay')}</p>}
    </section>
  )
}
