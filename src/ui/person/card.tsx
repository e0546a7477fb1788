// The one card before the first statement: four things to know, and Begin.

import type { Tablet } from '../../tablet/tablet.ts'
import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'
import { FreePicture, SealedPicture, StatementsPicture, TodayPicture } from './pictures.tsx'

interface CardProps {
  readonly tablet: Tablet
  /** To Welcome, as this person left it. */
  readonly back: () => void
  readonly more: () => void
  readonly practise: () => void
}

export function Card({ tablet, back, more, practise }: CardProps) {
  const messages = [
    { picture: <StatementsPicture />, first: t('card.what'), rest: t('card.whatmore') },
    { picture: <FreePicture />, first: t('card.free'), rest: t('card.freemore') },
    { picture: <SealedPicture />, first: t('card.sealed'), rest: t('card.sealedmore') },
    { picture: <TodayPicture />, first: t('card.today'), rest: t('card.todaymore') },
  ]
  return (
    <>
      <Heading>{t('card.title')}</Heading>
      <ul class="messages">
        {messages.map(({ picture, first, rest }) => (
          <li key={first}>
            {picture}
            <p>
              <strong>{first}</strong> {rest}
            </p>
          </li>
        ))}
      </ul>
      <div class="onward">
        <Button onPress={back}>{t('statement.back')}</Button>
        <Button kind="main" onPress={() => void tablet.go.begin()}>
          {t('card.begin')}
        </Button>
      </div>
      <div class="onward">
        <Button kind="quiet" onPress={more}>
          {t('card.more')}
        </Button>
        <Button kind="quiet" onPress={practise}>
          {t('card.practice')}
        </Button>
      </div>
    </>
  )
}
