// Where many statements stand on one page: whose words they are, and the original of them all one tap away.

import { source } from '../../instrument/source.ts'
import { isOriginal, t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Whose } from './whose.tsx'

export interface Crediting {
  /** Lays the booklet's own words over the page. */
  readonly open: (kind: 'original') => void
}

/** Before the statements: nobody has to look for it behind the last of them. */
export const Credit = ({ open }: Crediting) =>
  isOriginal() ? (
    <p class="credit">{source.attribution}</p>
  ) : (
    <div class="whose">
      <Whose />
      <Button kind="quiet" onPress={() => open('original')}>
        {t('statement.original')}
      </Button>
    </div>
  )
