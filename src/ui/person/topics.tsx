// What should be talked about: up to three statements, or none, in the booklet's groups.

import { useState } from 'preact/hooks'
import { MOST_TOPICS } from '../../form/form.ts'
import { evaluation } from '../../instrument/evaluation.ts'
import type { FormScene, Tablet } from '../../tablet/tablet.ts'
import { groupLabel, itemWords, t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'
import { Tick } from '../components/tick.tsx'
import { Beside } from './beside.tsx'
import { Credit, type Crediting } from './credit.tsx'

interface TopicsProps extends Crediting {
  readonly tablet: Tablet
  readonly scene: FormScene
}

export function Topics({ tablet, scene, open }: TopicsProps) {
  const [pressed, press] = useState(false)
  const { step } = tablet.go
  const { helper, topics } = scene.form.sheet
  const chosen = scene.topicsVeiled ? [] : topics
  const full = chosen.length >= MOST_TOPICS
  const onward = () => (scene.saved ? step({ type: 'continue' }) : press(true))
  return (
    <>
      <Heading>{t('topics.title')}</Heading>
      <p class="lead">
        <Beside of="talk">{t('topics.lead')}</Beside>
      </p>
      <Credit open={open} />
      {scene.topicsVeiled && (
        <p class="note">{t(helper === 'nobody' ? 'topics.veiled' : 'supporter.earlier')}</p>
      )}
      {scene.refused && (
        <p class="note" role="alert">
          {t('statement.refused')}
        </p>
      )}
      {evaluation.groups.map(group => (
        <fieldset key={group.id}>
          <legend>{groupLabel(group.id)}</legend>
          {group.items.map(item => (
            <Tick
              key={item}
              label={itemWords(item)}
              on={chosen.includes(item)}
              word={t('chosen')}
              unavailable={full && !chosen.includes(item)}
              describedBy="chosen"
              onToggle={() => step({ type: 'talk', item })}
            />
          ))}
        </fieldset>
      ))}
      <p id="chosen" class="why" role="status">
        {full ? t('topics.full') : t('topics.count', { n: chosen.length, of: MOST_TOPICS })}
        {pressed && !scene.saved && <span data-quiet> {t('statement.saving')}</span>}
      </p>
      <div class="onward">
        <Button onPress={() => step({ type: 'back' })}>{t('statement.back')}</Button>
        <Button kind="main" unavailable={!scene.saved} describedBy="chosen" onPress={onward}>
          {t('statement.continue')}
        </Button>
      </div>
    </>
  )
}
