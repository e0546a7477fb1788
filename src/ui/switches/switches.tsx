// Other ways in: one switch, two switches, or a partner who moves the frame. It works on whatever page is shown.

import { useEffect, useRef, useState } from 'preact/hooks'
import type { Switches as How } from '../../form/form.ts'
import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { groupsOf, tileOf } from './groups.ts'
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

export function Switches({ how, where }: SwitchesProps) {
  const [seconds, pace] = useState(START)
  const [scan, set] = useState<Scan>(fresh)
  const now = useRef(scan)
  const to = (next: Scan) => {
    now.current = next
    set(next)
  }
  const groups = () => groupsOf(document)
  const sizes = () => groups().map(({ items }) => items.length)
  const onward = () => to(now.current.is === 'waiting' ? fresh : move(now.current, sizes()))
  const choose = () => {
    const { scan: next, pick } = press(now.current, sizes())
    const item = pick && groups()[pick.group]?.items[pick.item]
    to(next)
    // Not focused first: a frame is no focus, and a screen reader would say everything twice.
    item?.click()
  }

  useEffect(() => to(fresh), [where, how])
  useEffect(() => {
    if (how !== 'one') return
    const moving = setInterval(() => to(move(now.current, sizes())), seconds * 1000)
    return () => clearInterval(moving)
    // Each press begins the wait anew, so that nobody is hurried by what was left of it.
  }, [how, seconds, where, scan])

  useEffect(() => framed(scan), [scan, where])
  useEffect(() => listen(how, onward, choose), [how])

  return (
    <section class="switches" aria-label={t('scan.title')}>
      <p>{scan.is === 'waiting' ? t('scan.stay') : t(notes[how])}</p>
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

/** Draws the frame where the scan is, and takes it away again. */
function framed(scan: Scan): (() => void) | undefined {
  if (scan.is === 'waiting') return undefined
  const group = groupsOf(document)[scan.group]
  const item = scan.is === 'in' ? group?.items[scan.item] : undefined
  const element = item
    ? tileOf(item)
    : group?.items.length === 1 && group.items[0]
      ? tileOf(group.items[0])
      : group?.frame
  element?.classList.add('framed')
  element?.scrollIntoView({ block: 'nearest' })
  return () => element?.classList.remove('framed')
}

/** Hears the switches: keys, and for one switch a tap anywhere. Returns what stops it. */
function listen(how: How, onward: () => void, choose: () => void): (() => void) | undefined {
  if (how === 'partner') return undefined
  const stop = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
  }
  const key = (event: KeyboardEvent) => {
    const first = event.key === ' '
    const second = event.key === 'Enter'
    if (!first && !second) return
    stop(event)
    // A switch that is held down is one press.
    if (event.repeat) return
    if (how === 'two' && first) onward()
    else choose()
  }
  const tap = (event: MouseEvent) => {
    // What the frame itself chooses is no tap.
    if (how !== 'one' || !event.isTrusted || event.detail === 0) return
    stop(event)
    choose()
  }
  addEventListener('keydown', key, { capture: true })
  addEventListener('keyup', swallow, { capture: true })
  addEventListener('click', tap, { capture: true })
  return () => {
    removeEventListener('keydown', key, { capture: true })
    removeEventListener('keyup', swallow, { capture: true })
    removeEventListener('click', tap, { capture: true })
  }
}

/** A space that is let go would press whatever has the focus. */
function swallow(event: KeyboardEvent): void {
  if (event.key === ' ' || event.key === 'Enter') event.preventDefault()
}
