// The person's side: a board to point at. The three answers first, then what can be asked for.

import type { ComponentChildren } from 'preact'
import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Icon, PauseIcon, SkipIcon, StopIcon } from '../components/icons.tsx'
import { type Option, Options } from '../components/options.tsx'

/** What the person can ask for beside the answers. */
export interface Asks {
  readonly again: () => void
  readonly unclear: () => void
  readonly skip: () => void
  readonly pause: () => void
  readonly stop: () => void
}

interface BoardProps {
  readonly name: string
  readonly labelledBy: string
  readonly options: readonly Option[]
  readonly chosen: string | undefined
  readonly choose: (code: string) => void
  readonly asks: Asks
  readonly picture?: ComponentChildren
  /** Sends the supporter's side away; absent where it can't be. */
  readonly alone?: () => void
}

export const Board = ({ name, labelledBy, options, chosen, choose, asks, picture, alone }: BoardProps) => (
  <section class="board" aria-labelledby="board">
    <p id="board" class="side">
      {t('supporter.board')}
    </p>
    {picture}
    <div class="points">
      <Options
        name={name}
        labelledBy={labelledBy}
        options={options}
        chosen={chosen}
        word={t('chosen')}
        onChoose={choose}
      />
      <div class="asks">
        <Button onPress={asks.again}>
          <AgainIcon /> <span>{t('supporter.again')}</span>
        </Button>
        <Button onPress={asks.unclear}>
          <UnclearIcon /> <span>{t('supporter.unclear')}</span>
        </Button>
        <Button onPress={asks.skip}>
          <SkipIcon /> <span>{t('bar.skip')}</span>
        </Button>
        <Button onPress={asks.pause}>
          <PauseIcon /> <span>{t('bar.pause')}</span>
        </Button>
        <Button onPress={asks.stop}>
          <StopIcon /> <span>{t('bar.stop')}</span>
        </Button>
      </div>
    </div>
    {alone && (
      <Button kind="quiet" onPress={alone}>
        {t('supporter.alone')}
      </Button>
    )}
  </section>
)

const AgainIcon = () => (
  <Icon of="line">
    <path d="M39 24a15 15 0 1 1-5-11M35 5v9h-9" />
  </Icon>
)

/** A speech bubble whose words are a tangle. */
const UnclearIcon = () => (
  <Icon of="line">
    <path d="M6 8h36v25H24l-9 8v-8H6z" />
    <path d="M13 21c3-8 7-8 8-1s5 7 7 0 5-6 7-1" />
  </Icon>
)
