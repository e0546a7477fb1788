// A browser that is not enrolled says what this is and how to enrol it, and collects nothing.

import { useLayoutEffect, useState } from 'preact/hooks'
import { CODE_LENGTH, LETTERS, plainCode } from '../../protocol/code.ts'
import { inBrowser } from '../../tablet/apple.ts'
import type { Scene, Tablet } from '../../tablet/tablet.ts'
import { staffWords } from '../../wording/staff.ts'
import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'
import { Mark } from '../components/icons.tsx'
import { English } from './english.tsx'
import { Missing } from './missing.tsx'

interface EnrolProps {
  readonly tablet: Tablet
  readonly scene: Extract<Scene, { at: 'unenrolled' }>
}

export function Enrol({ tablet, scene }: EnrolProps) {
  const { problem, busy, again, missing = 0 } = scene
  const [code, change] = useState('')
  const [pressed, press] = useState(false)
  const add = (letter: string) => change(now => (now + letter).slice(0, CODE_LENGTH))
  const short = code.length < CODE_LENGTH
  const go = () => (short || busy ? press(true) : void tablet.enrol(code))
  // With each letter at once: Enter may follow the last as fast as a scanner types.
  useLayoutEffect(() => {
    const key = (event: KeyboardEvent) => {
      const letter = plainCode(event.key)
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (letter.length === 1 && LETTERS.includes(letter)) add(letter)
      if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) go()
      if (event.key === 'Backspace') change(now => now.slice(0, -1))
    }
    addEventListener('keydown', key)
    return () => removeEventListener('keydown', key)
  })
  return (
    <>
      <div class="hail">
        <Mark />
        <p class="ward">
          <strong>{t('product')}</strong>
        </p>
      </div>
      <Heading>{t('enrol.title')}</Heading>
      <p>
        {t('enrol.what')} {t('enrol.collects')}
      </p>
      {missing > 0 && <Missing forms={missing} />}
      <p class="lead">{t('enrol.how')}</p>
      {inBrowser(navigator) && (
        <English>
          <p>{staffWords.ios.code}</p>
        </English>
      )}
      {problem && !busy && (
        <p class="note" role="alert">
          {t(`enrol.problem.${problem}`)}
        </p>
      )}
      <p class="code">
        <span>{t('enrol.code')}</span>
        <output {...(!code && { class: 'empty' })}>{code || t('enrol.none')}</output>
        <span>{t('enrol.count', { n: code.length })}</span>
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be read out at every key */}
      <div class="pad" role="group" aria-label={t('enrol.pad')}>
        {[...LETTERS].map(letter => (
          <Button key={letter} onPress={() => add(letter)}>
            {letter}
          </Button>
        ))}
      </div>
      <p id="why" class={pressed ? 'why pressed' : 'why'} role="status">
        {busy ? t('enrol.busy') : pressed && short ? t('enrol.short') : ''}
      </p>
      <div class="onward">
        {again && <Button onPress={() => tablet.go.shift()}>{t('close')}</Button>}
        <Button onPress={() => change(now => now.slice(0, -1))}>{t('enrol.delete')}</Button>
        <Button onPress={() => change('')}>{t('enrol.clear')}</Button>
        <Button kind="main" unavailable={short || busy} describedBy="why" onPress={go}>
          {t('enrol.go')}
        </Button>
      </div>
    </>
  )
}
