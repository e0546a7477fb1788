// Whether choices are reached by switches, and how.

import type { ComponentChildren } from 'preact'
import type { Manner, Switches } from '../../form/form.ts'
import { t } from '../../wording/words.ts'
import { Options } from '../components/options.tsx'

const hows: readonly Switches[] = ['one', 'two', 'partner']

interface ChooseProps {
  readonly manner: Manner
  readonly title: ComponentChildren
  readonly change: (manner: Manner) => void
}

/** Choices for the whole form; gone with it. */
export function ChooseSwitches({ manner, title, change }: ChooseProps) {
  const { switches, ...without } = manner
  return (
    <>
      <p id="switches" class="label">
        {title}
      </p>
      <Options
        small
        name="switches"
        labelledBy="switches"
        options={[
          { code: 'off', label: t('scan.off') },
          ...hows.map(code => ({ code, label: t(`scan.${code}`), note: t(`scan.${code}note`) })),
        ]}
        chosen={switches ?? 'off'}
        word={t('chosen')}
        onChoose={code => {
          const how = hows.find(one => one === code)
          change(how ? { ...without, switches: how } : without)
        }}
      />
    </>
  )
}
