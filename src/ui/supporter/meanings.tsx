// What hard words mean, read out after the statement and marked as ours.

import type { Meant } from '../../wording/hard.ts'
import { t } from '../../wording/words.ts'

export const Meanings = ({ of }: { readonly of: readonly Meant[] }) => (
  <div class="means">
    <p class="side">
      {t('supporter.means')} <small>{t('meaning.ours')}</small>
    </p>
    <dl class="meanings">
      {of.map(({ id, word, text }) => (
        <div key={id}>
          <dt>{word}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  </div>
)
