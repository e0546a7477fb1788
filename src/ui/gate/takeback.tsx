// Taking a form back: six pictures are tapped in their order, and then it is said what has become of the form.

import { useState } from 'preact/hooks'
import { board, SLIP } from '../../form/board.ts'
import type { Scene, Tablet, TakingBack } from '../../tablet/tablet.ts'
import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'
import { Mark } from '../components/icons.tsx'
import { Board } from './board.tsx'
import { Sequence } from './slip.tsx'

interface TakeBackProps {
  readonly tablet: Tablet
  readonly scene: Extract<Scene, { at: 'takeback' }>
  /** To Welcome, in the voice that is here. */
  readonly back: () => void
}

/** What has come of it, where nothing is to be tapped any more. */
type Told = Exclude<TakingBack, 'tapping' | 'asking' | 'unasked'>

export function TakeBack({ tablet, scene, back }: TakeBackProps) {
  const { is, language, manner } = scene
  if (is === 'tapping' || is === 'asking' || is === 'unasked')
    return <Tapping ask={tablet.takeBack.ask} back={back} is={is} />
  return (
    <Result
      told={is}
      done={tablet.go.welcome}
      again={() => tablet.takeBack.open(language, manner)}
      back={back}
    />
  )
}

interface TappingProps {
  readonly is: 'tapping' | 'asking' | 'unasked'
  readonly ask: (taps: readonly number[]) => Promise<void>
  readonly back: () => void
}

/** The pictures that were tapped live here alone and are gone with the page. */
function Tapping({ is, ask, back }: TappingProps) {
  const [taps, tap] = useState<readonly number[]>([])
  const [pressed, press] = useState(false)
  const short = taps.length < SLIP
  const busy = is === 'asking'
  const add = (picture: number) => tap(now => (busy ? now : [...now, picture].slice(0, SLIP)))
  const go = () => (short || busy ? press(true) : void ask(taps))
  return (
    <>
      <Heading>{t('takeback.title')}</Heading>
      <p id="lead" class="lead">
        {t('takeback.lead')}
      </p>
      {is === 'unasked' && (
        <p class="note" role="alert">
          {t('takeback.unasked')}
        </p>
      )}
      {/* Above the board, where what a tap has done is seen at once. */}
      <div class="tapped" data-quiet>
        <Sequence taps={taps} />
      </div>
      <Board of={board.length} labelledBy="lead">
        {({ n, name, picture }) => (
          <button
            key={n}
            type="button"
            class="option tick"
            aria-disabled={short ? undefined : 'true'}
            aria-describedby="tapped"
            onClick={() => add(n)}
          >
            {picture}
            <span class="words">{name}</span>
          </button>
        )}
      </Board>
      <div class="onward">
        <p id="tapped" class={pressed ? 'why pressed' : 'why'} role="status" data-quiet>
          {taps.length === 0 ? t('takeback.none') : t('takeback.count', { n: taps.length })}{' '}
          {busy ? t('takeback.asking') : pressed && short && t('takeback.short')}
        </p>
        <Button onPress={back}>{t('close')}</Button>
        <Button unavailable={taps.length === 0 || busy} onPress={() => busy || tap(now => now.slice(0, -1))}>
          {t('takeback.delete')}
        </Button>
        <Button kind="main" unavailable={short || busy} describedBy="tapped" onPress={go}>
          {t('takeback.go')}
        </Button>
      </div>
    </>
  )
}

interface ResultProps {
  readonly told: Told
  /** To Welcome, for whoever comes next. */
  readonly done: () => void
  /** To the board again. */
  readonly again: () => void
  readonly back: () => void
}

function Result({ told, done, again, back }: ResultProps) {
  const gone = told === 'taken' || told === 'asked'
  return (
    <>
      <div class="hail">
        <Mark />
      </div>
      <Heading of={told}>
        <span class="stem">{t('takeback.title')}</span> <span class="statement">{t(`takeback.${told}`)}</span>
      </Heading>
      <div class="onward">
        {/* A picture may have been the wrong one. */}
        {told === 'unknown' && <Button onPress={again}>{t('later.again')}</Button>}
        {gone && <Button onPress={back}>{t('takeback.again')}</Button>}
        <Button kind="main" onPress={done}>
          {t('takeback.done')}
        </Button>
      </div>
    </>
  )
}
