// Who helps: the role and never a name, and the first words that a supporter says.

import { useState } from 'preact/hooks'
import type { Helper } from '../../form/form.ts'
import { isEasy, t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'
import { Options } from '../components/options.tsx'
import { Guide, Pictured } from './bring.tsx'

const roles = ['advocate', 'interpreter', 'peer', 'family', 'other', 'staff'] as const

interface HelpingProps {
  readonly back: () => void
  readonly go: (helper: Helper) => void
}

export function Helping({ back, go }: HelpingProps) {
  const [chosen, choose] = useState<Helper | undefined>()
  const [pressed, press] = useState(false)
  const [reading, read] = useState(false)
  if (reading) return <Guide close={() => read(false)} />
  return (
    <>
      <Heading id="helper">{t('helper.title')}</Heading>
      <p class="lead">{t('helper.note')}</p>
      <Options
        small
        name="helper"
        labelledBy="helper"
        options={roles.map(code => ({
          code,
          label: t(`helper.${code}`),
          ...(isEasy() ? { picture: <Pictured of={code === 'other' ? 'someone' : code} /> } : {}),
          ...(code === 'staff' ? { note: t('helper.staffnote') } : {}),
        }))}
        chosen={chosen}
        word={t('chosen')}
        onChoose={code => choose(roles.find(role => role === code))}
      />
      <section class="aside" aria-labelledby="first">
        <h2 id="first">{t('helper.first')}</h2>
        <p>{t('helper.say')}</p>
        <Button kind="quiet" onPress={() => read(true)}>
          {t('helper.guide')}
        </Button>
      </section>
      <p id="why" class={pressed ? 'why pressed' : 'why'} role="status">
        {!chosen && pressed ? t('helper.choose') : ''}
      </p>
      <div class="onward">
        <Button onPress={back}>{t('statement.back')}</Button>
        <Button kind="main" unavailable={!chosen} onPress={() => (chosen ? go(chosen) : press(true))}>
          {t('helper.go')}
        </Button>
      </div>
    </>
  )
}
