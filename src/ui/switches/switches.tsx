// Other ways in: one switch, two switches, or a partner who moves the frame. It works on whatever page is shown.

import { useEffect, useRef, useState } from 'preact/hooks'
import type { Switches as How } from '../../form/form.ts'
import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { type Group, groupsOf, sameGroups, tileOf } from './groups.ts'
import { listen } from './listen.ts'
import { fresh, move, press, type Scan } from './scan.ts'

/** Seconds on each place: where everybody starts, and how far it can be changed. */
const START = 2
const SLOWEST = 8
const FASTEST = 1

/** What to do, in a line. */
const notes = { one: 'scan.onenote', two: 'scan.keys', partner: 'scan.partnernote' } as const

interface SwitchesProps {
  readonly how: How
  /** Names the screen: on another one the frame begins anew. */
  readonly where: string
}

/** Where the frame is, on the page as it was when it was last looked at. */
interface Frame {
  readonly scan: Scan
  readonly groups: readonly Group[]
}

export function Switches({ how, where }: SwitchesProps) {
  const [seconds, pace] = useState(START)
  const [frame, set] = useState<Frame>({ scan: fresh, groups: [] })
  const now = useRef(frame)
  const changed = useRef(0)
  const to = (next: Partial<Frame>) => {
    now.current = { ...now.current, ...next }
    set(now.current)
  }
  const sizes = () => now.current.groups.map(({ items }) => items.length)
  const onward = () => {
    const { scan } = now.current
    to({ scan: scan.is === 'waiting' ? fresh : move(scan, sizes()) })
  }
  const choose = () => {
    const { scan, groups } = now.current
    const { scan: next, pick } = press(scan, sizes(), group => groups[group]?.careful ?? false)
    to({ scan: next })
    // Not focused first: a frame is no focus, and a screen reader would say everything twice.
    if (pick) groups[pick.group]?.items[pick.item]?.click()
  }

  // Other choices on the page, and the frame begins anew: nobody picks what has come under it.
  useEffect(() => {
    const look = () => {
      const groups = groupsOf(document)
      if (sameGroups(groups, now.current.groups)) return
      changed.current = performance.now()
      to({ scan: fresh, groups })
    }
    to({ scan: fresh, groups: groupsOf(document) })
    const watch = new MutationObserver(look)
    watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['hidden'] })
    return () => watch.disconnect()
  }, [where, how])
  useEffect(() => {
    if (how !== 'one') return
    const moving = setInterval(() => to({ scan: move(now.current.scan, sizes()) }), seconds * 1000)
    return () => clearInterval(moving)
    // Each press begins the wait anew, so that nobody is hurried by what was left of it.
  }, [how, seconds, where, frame])
  useEffect(() => draw(frame), [frame])
  useEffect(() => listen(how, () => changed.current, onward, choose), [how])

  return (
    <section class="switches" aria-label={t('scan.title')}>
      <p>{frame.scan.is === 'waiting' ? t('scan.stay') : t(notes[how])}</p>
      <div>
        {how === 'partner' && (
          <>
            <Button onPress={onward}>{t('scan.next')}</Button>
            <Button kind="main" onPress={choose}>
              {t('scan.choose')}
            </Button>
          </>
        )}
        {how === 'one' && (
          <>
            <p>
              {t('scan.speed')} {t('scan.seconds', { count: seconds })}
            </p>
            <Button onPress={() => pace(Math.min(SLOWEST, seconds + 1))}>{t('aloud.slower')}</Button>
            <Button onPress={() => pace(Math.max(FASTEST, seconds - 1))}>{t('aloud.faster')}</Button>
          </>
        )}
      </div>
    </section>
  )
}

/** Draws the frame, and takes it away again. */
function draw({ scan, groups }: Frame): (() => void) | undefined {
  if (scan.is === 'waiting') return undefined
  const group = groups[scan.group]
  const alone = group?.items.length === 1 && !group.careful ? group.items[0] : undefined
  const item = scan.is === 'in' ? group?.items[scan.item] : alone
  const element = item ? tileOf(item) : group?.frame
  element?.classList.add('framed')
  element?.scrollIntoView({ block: 'nearest' })
  return () => element?.classList.remove('framed')
}
