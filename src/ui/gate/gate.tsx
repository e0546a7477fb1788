// A form that waits asks for its two pictures. It can be finished without them, and then shows nothing of before.

import type { Scene, Tablet } from '../../tablet/tablet.ts'
import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'
import { Shape } from '../components/shape.tsx'
import { Two } from './two.tsx'

interface GateProps {
  readonly tablet: Tablet
  readonly scene: Extract<Scene, { at: 'gate' }>
}

export function Gate({ tablet, scene }: GateProps) {
  const { draft, left, wrong } = scene
  const form = t('curtain.form', { colour: t(`curtain.${draft.colour}`), shape: t(`curtain.${draft.shape}`) })
  const shut = left === 0
  const without = {
    words: t('gate.without'),
    note: t('gate.withoutnote'),
    go: () => void tablet.go.pass(undefined),
  }
  return (
    <>
      <div class="hail">
        <Shape of={draft.shape} colour={draft.colour} />
        <p>{!shut && form}</p>
        <Button kind="quiet" onPress={() => tablet.go.pause()}>
          {t('close')}
        </Button>
      </div>
      {/* Once it is shut, no pictures are asked for. */}
      <Heading id="asked" of={`${shut}`}>
        {shut ? form : t('gate.ask')}
      </Heading>
      {!shut && (
        <>
          {/* One place for both, so that the board stays where it is. */}
          {wrong ? (
            <p class="note" role="alert">
              {t('gate.wrong')} {t('gate.left', { count: left })}
            </p>
          ) : (
            <p class="lead">{t('gate.asknote')}</p>
          )}
          <Two labelledBy="asked" without={without} go={pictures => void tablet.go.pass(pictures)} />
        </>
      )}
      {shut && (
        <>
          <p class="note" role="alert">
            {t('gate.shut')}
          </p>
          <div class="onward">
            <Button kind="main" describedBy="without" onPress={without.go}>
              {without.words}
            </Button>
          </div>
          <p id="without">{without.note}</p>
        </>
      )}
    </>
  )
}
