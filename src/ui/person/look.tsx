// How it looks and sounds: plainer words, size, read aloud, calm, colours, switches.

import type { Manner, Theme } from '../../form/form.ts'
import type { Settings } from '../../protocol/tablet.ts'
import { speaks } from '../../speech/speaks.ts'
import { isOn, type Voice } from '../../tablet/fitted.ts'
import { t } from '../../wording/words.ts'
import { Options } from '../components/options.tsx'
import { Tick } from '../components/tick.tsx'
import { ChooseSwitches } from '../switches/choose.tsx'

export interface LookProps {
  readonly settings: Settings | undefined
  readonly voice: Voice
  readonly speak: (voice: Voice) => void
}

const sizes = ['normal', 'large', 'larger', 'largest'] as const
const themes: readonly Theme[] = ['light', 'dark', 'contrast']

export function Look({ settings, voice, speak }: LookProps) {
  const { language, manner } = voice
  const change = (next: Manner) => speak({ language, manner: next })
  const { theme, ...unthemed } = manner
  return (
    <div class="look">
      <p id="size" class="label">
        {t('look.size')}
      </p>
      <Options
        small
        name="size"
        labelledBy="size"
        options={sizes.map(size => ({ code: size, label: t(`look.${size}`) }))}
        chosen={manner.size}
        word={t('chosen')}
        onChoose={code => change({ ...manner, size: sizes.find(size => size === code) ?? 'normal' })}
      />
      <div class="options small">
        {isOn(settings, language, 'easy') && (
          <Tick
            label={t('welcome.easy')}
            on={manner.words === 'easy'}
            word={t('on')}
            onToggle={() => change({ ...manner, words: manner.words === 'easy' ? 'standard' : 'easy' })}
          />
        )}
        {(speaks(language) || manner.aloud) && (
          <Tick
            label={t('welcome.aloud')}
            on={manner.aloud}
            word={t('on')}
            onToggle={() => change({ ...manner, aloud: !manner.aloud })}
          />
        )}
        <Tick
          label={t('welcome.calm')}
          note={t('look.calmnote')}
          on={manner.calm}
          word={t('on')}
          onToggle={() => change({ ...manner, calm: !manner.calm })}
        />
      </div>
      <p id="colours" class="label">
        {t('look.colours')}
      </p>
      <Options
        small
        name="colours"
        labelledBy="colours"
        options={['device' as const, ...themes].map(code => ({ code, label: t(`look.${code}`) }))}
        chosen={theme ?? 'device'}
        word={t('chosen')}
        onChoose={code => {
          const next = themes.find(one => one === code)
          change(next ? { ...unthemed, theme: next } : unthemed)
        }}
      />
      <ChooseSwitches manner={manner} change={change} />
    </div>
  )
}
