// The cleaning lock: a still screen that takes no touch while it is wiped, and ends by itself. No form is behind it.

import { useLayoutEffect } from 'preact/hooks'
import type { Tablet } from '../../tablet/tablet.ts'
import { staffWords } from '../../wording/staff.ts'
import { Heading } from '../components/heading.tsx'

/** Milliseconds for which the screen takes no touch. */
const MINUTE = 60_000

/** Whatever a cloth can do to a screen. */
const touches = [
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchmove',
  'mousedown',
  'click',
  'contextmenu',
  'wheel',
]

export function Cleaning({ tablet }: { readonly tablet: Tablet }) {
  // Before it is painted: who sees it may wipe.
  useLayoutEffect(() => {
    const end = () => tablet.go.welcome()
    const timer = setTimeout(end, MINUTE)
    const ignore = (event: Event) => {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    const key = (event: KeyboardEvent) => {
      ignore(event)
      if (event.key === 'Escape') end()
    }
    const first = { capture: true, passive: false }
    for (const touch of touches) addEventListener(touch, ignore, first)
    addEventListener('keydown', key, first)
    return () => {
      clearTimeout(timer)
      for (const touch of touches) removeEventListener(touch, ignore, first)
      removeEventListener('keydown', key, first)
    }
  }, [tablet])
  const { title, now, ends } = staffWords.cleaning
  return (
    <div class="still" lang="en" dir="ltr">
      <Heading>{title}</Heading>
      <p class="lead">{now}</p>
      <p>{ends}</p>
    </div>
  )
}
