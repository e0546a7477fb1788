// Shift end: how many wait, one button that sends them, proof that they arrived, and no way to open anything.

import { useState } from 'preact/hooks'
import type { Shift, Tablet } from '../../tablet/tablet.ts'
import { dayWords, t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'
import { later } from '../components/later.tsx'
import { Progress } from '../components/progress.tsx'
import { Missing } from './missing.tsx'
import { ThisTablet } from './tablet.tsx'

/** The booklet's ideas: where they do not come there is no door to them. */
const Learn = later(
  () => import('../learn/room.ts').then(file => file.room()),
  () => null,
)

interface ShiftProps {
  readonly tablet: Tablet
  readonly shift: Shift
}

export function ShiftEnd({ tablet, shift }: ShiftProps) {
  const { state, waiting, setAside, lastSent, missing = 0 } = shift
  const busy = state.is === 'sending'
  const [learning, learn] = useState(false)
  if (learning) return <Learn close={() => learn(false)} />
  return (
    <>
      <Heading>{t('shift.title')}</Heading>
      <p class="tally">{waiting > 0 ? t('shift.waiting', { count: waiting }) : t('shift.none')}</p>
      <Button
        kind="main"
        unavailable={busy || waiting === 0}
        describedBy="sent"
        onPress={() => {
          if (!busy && waiting > 0) void tablet.send()
        }}
      >
        {t('shift.send')}
      </Button>
      {busy && (
        <Progress
          words={t('shift.sending', state)}
          label={t('shift.send')}
          value={state.arrived}
          of={state.of}
        />
      )}
      <div id="sent" role="status">
        {state.is === 'arrived' && <p class="tally">{t('shift.arrived', state)}</p>}
        {state.is === 'stuck' && <Stuck state={state} waiting={waiting} />}
      </div>
      {state.is === 'stuck' && state.why === 'permission-ended' && (
        <Button onPress={() => tablet.go.enrolAgain()}>{t('shift.again')}</Button>
      )}
      {missing > 0 && <Missing forms={missing} told={() => void tablet.keep().then(keep => keep.told())} />}
      {setAside > 0 && (
        <p class="note">
          <strong>{t('shift.aside', { count: setAside })}</strong> {t('shift.asidewhy')}
        </p>
      )}
      <p>{lastSent ? t('shift.last', { day: dayWords(lastSent) }) : t('shift.never')}</p>
      <p>{t('shift.closed')}</p>
      <ThisTablet tablet={tablet} shift={shift} />
      <Learn open={() => learn(true)} />
      <div class="onward">
        <Button onPress={() => tablet.go.welcome()}>{t('shift.back')}</Button>
      </div>
    </>
  )
}

interface StuckProps {
  readonly state: Extract<Shift['state'], { is: 'stuck' }>
  readonly waiting: number
}

/** Whether the forms go out later without anybody's help: nobody is told to go home otherwise. */
const byItself = {
  'no-signal': true,
  resting: true,
  'other-tab': true,
  'sign-in-page': false,
  'permission-ended': false,
} as const

/** What happened, that nothing is lost, and what to do. */
const Stuck = ({ state, waiting }: StuckProps) => (
  <div class="note">
    <p>
      <strong>{t(`shift.${state.why}`)}</strong>{' '}
      {byItself[state.why]
        ? `${t('shift.safe', { count: waiting })} ${t('shift.home')}`
        : t('shift.stays', { count: waiting })}
    </p>
    {state.arrived > 0 && <p>{t('shift.arrived', state)}</p>}
    <p>{t(`shift.${state.why}-do`)}</p>
  </div>
)
