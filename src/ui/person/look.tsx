// How it looks: the size of the words, and calm colours.

import type { Manner } from '../../form/form.ts'
import { t } from '../../wording/words.ts'
import { Options } from '../components/options.tsx'
import { Tick } from '../components/tick.tsx'

interface LookProps {
  readonly manner: Manner
  readonly change: (manner: Manner) => void
}

const sizes = ['normal', 'large', 'larger', 'largest'] as const

export function Look({ manner, change }: LookProps) {
  return (
    <div class="look">
      <p id="size" class="label">
        {t('welcome.size')}
      </p>
      <Options
        small
        name="size"
        labelledBy="size"
        options={sizes.map(size => ({ code: size, label: t(`welcome.${size}`) }))}
        chosen={manner.size}
        word={t('chosen')}
        onChoose={code => change({ ...manner, size: sizes.find(size => size === code) ?? 'normal' })}
      />
      <div class="options small">
        <Tick
          label={t('welcome.calm')}
          note={t('welcome.calmnote')}
          on={manner.calm}
          word={t('on')}
          onToggle={() => change({ ...manner, calm: !manner.calm })}
        />
      </div>
    </div>
  )
}
