// The slip: six pictures in their order, with which a form can be taken back. They are on this screen and nowhere else.

import { board } from '../../form/board.ts'
import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'
import { Picture } from '../components/picture.tsx'

interface SlipProps {
  readonly taps: readonly number[]
  readonly close: () => void
}

export const Slip = ({ taps, close }: SlipProps) => (
  <>
    <Heading>{t('slip.title')}</Heading>
    <p class="lead">{t('slip.lead')}</p>
    <Sequence taps={taps} />
    <p>{t('slip.how')}</p>
    <p>{t('slip.private')}</p>
    <div class="onward">
      <Button kind="main" onPress={close}>
        {t('slip.done')}
      </Button>
    </div>
  </>
)

/** Pictures in the order in which they are tapped. The same one may stand there twice. */
export const Sequence = ({ taps }: Pick<SlipProps, 'taps'>) => (
  <ol class="sequence">
    {taps.map((tap, n) => (
      <li key={n}>
        <span aria-hidden="true">{n + 1}</span>
        <Picture of={`board-${board[tap]}`} />
        <span>{t(`pictures.${board[tap] ?? board[0]}`)}</span>
      </li>
    ))}
  </ol>
)
