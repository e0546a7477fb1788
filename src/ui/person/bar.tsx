// Skip, Stop, Help and Pause: in one place on every screen of a form, asking for no reason.

import type { ComponentChildren } from 'preact'
import { t } from '../../wording/words.ts'
import { HelpIcon, PauseIcon, SkipIcon, StopIcon } from '../components/icons.tsx'

/** What each of the four does here; a reason in words where it can do nothing. */
export interface Four {
  readonly skip: (() => void) | string
  readonly stop: (() => void) | string
  readonly pause: () => void
}

interface BarProps {
  /** Absent where there is no form: then only Help stands in its place. */
  readonly four: Four | undefined
  readonly help: () => void
  readonly tell: (why: string) => void
}

export function Bar({ four, help, tell }: BarProps) {
  return (
    <nav class={four ? 'bar' : 'bar lone'} aria-label={t('bar.name')}>
      {four && <One icon={<SkipIcon />} words={t('bar.skip')} press={four.skip} tell={tell} />}
      {four && <One icon={<StopIcon />} words={t('bar.stop')} press={four.stop} tell={tell} />}
      <One icon={<HelpIcon />} words={t('bar.help')} press={help} tell={tell} />
      {four && <One icon={<PauseIcon />} words={t('bar.pause')} press={four.pause} tell={tell} />}
    </nav>
  )
}

interface OneProps {
  readonly icon: ComponentChildren
  readonly words: string
  readonly press: (() => void) | string
  readonly tell: (why: string) => void
}

function One({ icon, words, press, tell }: OneProps) {
  const blocked = typeof press === 'string'
  return (
    <button
      type="button"
      aria-disabled={blocked ? 'true' : undefined}
      onClick={() => (blocked ? tell(press) : press())}
    >
      {icon}
      <span>{words}</span>
    </button>
  )
}
