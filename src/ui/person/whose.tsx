// Whose words these are and how far they have been checked; and the original, one tap away.

import { evaluation } from '../../instrument/evaluation.ts'
import { source } from '../../instrument/source.ts'
import { isEasy, language, original, type Plainness, pack, t } from '../../wording/words.ts'
import { Heading } from '../components/heading.tsx'
import { Beside } from './beside.tsx'
import { Close, type Closing } from './close.tsx'

/** The quiet line under every statement that is not in the original's words. */
export const Whose = ({ how = isEasy() ? 'easy' : 'standard' }: { readonly how?: Plainness }) => (
  <p class="credit">
    {whoseWords(how)} <bdi lang="en">{source.attribution}</bdi>
  </p>
)

function whoseWords(how: Plainness): string {
  const { wordings } = pack()?.wording ?? {}
  const state = wordings?.[how]?.state
  if (state === 'approved') return t('whose.approved')
  if (state === 'debriefed') return t('whose.tried')
  if (how === 'standard') return t('whose.standard')
  return t(language() === 'en' ? 'whose.easy' : 'whose.easystandard')
}

const Group = ({ id, label, items }: (typeof evaluation.groups)[number]) => (
  <section key={id} aria-label={label}>
    <h2>{label}</h2>
    <ul>
      {items.map(item => (
        <li key={item}>{original.items[item]}</li>
      ))}
    </ul>
  </section>
)

interface OriginalProps extends Closing {
  readonly item: string | undefined
}

/** A statement, or all of them in their groups, in the RRN's own words, character for character. */
export const Original = ({ item, close }: OriginalProps) => (
  <>
    <Heading>{t('whose.title')}</Heading>
    <p class="lead">
      <Beside of="original">{t('whose.lead')}</Beside>
    </p>
    {language() !== 'en' && <p>{t('whose.screens')}</p>}
    <blockquote lang="en" dir="ltr">
      <p class="stem">{original.stem}</p>
      {item ? <p class="statement">{original.items[item]}</p> : evaluation.groups.map(Group)}
      <ul>
        {evaluation.choices.map(({ code, label }) => (
          <li key={code}>{label}</li>
        ))}
      </ul>
      <footer>{source.attribution}</footer>
    </blockquote>
    <Close close={close} />
  </>
)
