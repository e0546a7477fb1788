// Look back: every statement with what was given, each of which can be changed; then finish and seal.

import type { FormScene, Tablet } from '../../tablet/tablet.ts'
import { choiceLabel, itemWords, stem, t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'
import { Credit, type Crediting } from './credit.tsx'

interface ReviewProps extends Crediting {
  readonly tablet: Tablet
  readonly scene: FormScene
}

/** Beside a helper it lists nothing: whoever helps can't look through the answers afterwards. */
export function Review({ tablet, scene, open }: ReviewProps) {
  const { step } = tablet.go
  const sealed = scene.form.sheet.helper !== 'nobody'
  return (
    <>
      <Heading>{t(sealed ? 'review.finish' : 'review.title')}</Heading>
      <p class="lead">{t(sealed ? 'supporter.sealed' : 'review.lead')}</p>
      {!sealed && <Credit open={open} />}
      {!sealed && <Given step={step} scene={scene} />}
      <p id="after" role="status" data-quiet={scene.saved ? undefined : ''}>
        {t(scene.refused ? 'statement.refused' : scene.saved ? 'review.after' : 'statement.saving')}
      </p>
      <div class="onward">
        <Button onPress={() => step({ type: 'back' })}>{t('statement.back')}</Button>
        <Button
          kind="main"
          unavailable={!scene.saved}
          describedBy="after"
          onPress={() => step({ type: 'finish' })}
        >
          {t('review.finish')}
        </Button>
      </div>
    </>
  )
}

interface GivenProps {
  readonly step: Tablet['go']['step']
  readonly scene: FormScene
}

function Given({ step, scene }: GivenProps) {
  const { outline, topics } = scene.form.sheet
  return (
    <>
      <p class="stem">{stem()}</p>
      <ol class="review">
        {outline.items.map(item => (
          <li key={item}>
            <p>{itemWords(item)}</p>
            <p data-quiet="answer">
              <strong>{givenWords(scene, item)}</strong>
            </p>
            <Button
              label={t('review.changethis', { statement: itemWords(item) })}
              onPress={() => step({ type: 'change', item })}
            >
              {t('review.change')}
            </Button>
          </li>
        ))}
      </ol>
      <h2>{t('review.topics')}</h2>
      {scene.topicsVeiled && <p data-quiet="answer">{t('review.topicsveiled')}</p>}
      {!scene.topicsVeiled && topics.length === 0 && <p data-quiet="answer">{t('review.notopics')}</p>}
      {!scene.topicsVeiled && (
        <ul data-quiet="answer">
          {topics.map(item => (
            <li key={item}>{itemWords(item)}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function givenWords(scene: FormScene, item: string): string {
  const given = scene.form.sheet.answers[item]
  if (scene.veiled.has(item)) return t('review.veiled')
  if (given === undefined) return t('review.unreached')
  return given === 'skipped' ? t('review.skipped') : choiceLabel(given)
}
