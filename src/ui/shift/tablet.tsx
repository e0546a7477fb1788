// This tablet: all that is not sending, behind one button, so that the end of a shift stays two minutes.

import { useState } from 'preact/hooks'
import type { Shift, Tablet } from '../../tablet/tablet.ts'
import { wanted } from '../../tablet/whole.ts'
import { staffWords } from '../../wording/staff.ts'
import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { useWatched } from '../components/watch.ts'
import { useAsked } from './asked.ts'
import { English } from './english.tsx'
import { HealthLines, Urgent } from './health.tsx'
import { Languages } from './languages.tsx'
import { Rescue } from './rescue.tsx'
import { WipeCheck } from './wipe.tsx'

interface ThisTabletProps {
  readonly tablet: Tablet
  readonly shift: Shift
}

export function ThisTablet({ tablet, shift }: ThisTabletProps) {
  const { ready } = shift
  const settings = useWatched(tablet.settings)
  const { whole } = useWatched(tablet.packs)
  const coming = !ready || wanted(settings).some(tag => !whole.includes(tag))
  // Whoever sets a tablet up sees what is still to come; nobody else has to look.
  const [open, change] = useState(coming)
  const { came, again } = useAsked(async () => (await tablet.keep()).health(), shift.state.is)
  const { cleaning } = staffWords
  return (
    <section class="this">
      <Urgent came={came} />
      <button
        type="button"
        class="button plain"
        lang="en"
        dir="ltr"
        aria-expanded={open}
        aria-controls="this"
        onClick={() => change(!open)}
      >
        {staffWords.tablet}
      </button>
      <div id="this" class="kept">
        {open && (
          <>
            <p>{t(ready ? 'shift.ready' : 'shift.notready')}</p>
            {/* What is wanted most often stands first. */}
            <English>
              <h2>{cleaning.title}</h2>
              <p>{cleaning.what}</p>
              <Button onPress={() => tablet.go.clean()}>{cleaning.start}</Button>
            </English>
            <HealthLines came={came} again={again} />
            <Languages tablet={tablet} />
            <Rescue keep={tablet.keep} />
            <WipeCheck keep={tablet.keep} />
          </>
        )}
      </div>
    </section>
  )
}
