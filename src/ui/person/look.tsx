// How it looks and sounds: plainer words, size, read aloud, calm, colours, switches.

import type { Manner, Theme } from '../../form/form.ts'
import type { Settings } from '../../protocol/tablet.ts'
import { speaks } from '../../speech/speaks.ts'
import { fitted, isOn, type Voice } from '../../tablet/fitted.ts'
import type { Packs } from '../../tablet/tablet.ts'
import { t } from '../../wording/words.ts'
import { AloudIcon, CalmIcon, EasyIcon } from '../components/icons.tsx'
import { Options } from '../components/options.tsx'
import { Tick } from '../components/tick.tsx'
import { ChooseSwitches } from '../switches/choose.tsx'
import { Beside } from './beside.tsx'
import { offered } from './voice.ts'

export interface LookProps {
  readonly settings: Settings | undefined
  readonly packs: Packs
  readonly voice: Voice
  readonly speak: (voice: Voice) => void
}

const sizes = ['normal', 'large', 'larger', 'largest'] as const
const themes: readonly Theme[] = ['light', 'dark', 'contrast']

export function Look({ settings, packs, voice, speak }: LookProps) {
  const { language, manner } = voice
  const change = (next: Manner) => speak({ language, manner: next })
  const { theme, ...unthemed } = manner
  const tongues = offered(settings, packs)
  return (
    <div class="look">
      {tongues.length > 1 && (
        <>
          <p id="tongue" class="label">
            <Beside of="language">{t('welcome.language')}</Beside>
          </p>
          <Options
            small
            name="tongue"
            labelledBy="tongue"
            options={tongues.map(({ tag, name }) => ({ code: tag, label: name, lang: tag }))}
            chosen={language}
            word={t('chosen')}
            onChoose={tag => speak(fitted(settings, { language: tag, manner }))}
          />
        </>
      )}
      <p id="size" class="label">
        <Beside of="size">{t('look.size')}</Beside>
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
            picture={<EasyIcon />}
            label={t('welcome.easy')}
            on={manner.words === 'easy'}
            word={t('on')}
            onToggle={() => change({ ...manner, words: manner.words === 'easy' ? 'standard' : 'easy' })}
          />
        )}
        {(speaks(language) || manner.aloud) && (
          <Tick
            picture={<AloudIcon />}
            label={t('welcome.aloud')}
            on={manner.aloud}
            word={t('on')}
            onToggle={() => change({ ...manner, aloud: !manner.aloud })}
          />
        )}
        <Tick
          picture={<CalmIcon />}
          label={t('welcome.calm')}
          note={t('look.calmnote')}
          on={manner.calm}
          word={t('on')}
          onToggle={() => change({ ...manner, calm: !manner.calm })}
        />
      </div>
      <p id="colours" class="label">
        <Beside of="contrast">{t('look.colours')}</Beside>
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
      <ChooseSwitches
        manner={manner}
        title={<Beside of="switch">{t('scan.title')}</Beside>}
        change={change}
      />
    </div>
  )
}
