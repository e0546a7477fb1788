// The slip: six pictures in their order, with which a form can be taken back. They are on this screen and nowhere else.

import { board, SLIP } from '../../form/board.ts'
import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'
import { Picture } from '../components/picture.tsx'
import { longest } from './board.tsx'

const places = Array.from({ length: SLIP }, (_, n) => n)

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

/** Six places, so that nothing moves under a finger, with the pictures in their order. One may stand there twice. */
export const Sequence = ({ taps }: Pick<SlipProps, 'taps'>) => (
  <ol class="sequence" style={longest()}>
    {places.map(n => {
      const thing = board[taps[n] ?? -1]
      return (
        <li key={n} aria-hidden={thing ? undefined : 'true'}>
          <span aria-hidden="true">{n + 1}</span>
          <Picture of={`board-${thing}`} />
          <span>{thing && t(`pictures.${thing}`)}</span>
        </li>
      )
    })}
  </ol>
)
