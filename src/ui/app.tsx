// The root of a tablet's screens: the scene decides the screen; what lies over it is decided here.

import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { itemAt } from '../form/step.ts'
import type { Voice } from '../tablet/fitted.ts'
import type { Scene, Tablet } from '../tablet/tablet.ts'
import { direction } from '../wording/languages.ts'
import { t } from '../wording/words.ts'
import { once } from './components/once.ts'
import { useWatched } from './components/watch.ts'
import type { AsideKind } from './person/aside.tsx'
import { Bar, type Four } from './person/bar.tsx'
import { inMode, late } from './person/bring.tsx'
import { Aside } from './person/late.tsx'
import { Unworded, Waiting } from './person/quiet.tsx'
import { Screen } from './person/screen.tsx'
import { useVoice, useWishes } from './person/voice.ts'

const Aloud = inMode(() => import('./person/aloudpage.tsx').then(file => file.AloudPage))
const Switches = inMode(() => import('./switches/switches.tsx').then(file => file.Switches))
const staff = () => import('./shift/staff.ts').then(file => file.room())
const ShiftEnd = late(() => staff().then(room => room.ShiftEnd))
const Cleaning = late(() => staff().then(room => room.Cleaning))
const Enrol = late(() => staff().then(room => room.Enrol))

/** All that a tablet shows. */
export function App({ tablet }: { readonly tablet: Tablet }) {
  const scene = useWatched(tablet.scene)
  const settings = useWatched(tablet.settings)
  const shift = useWatched(tablet.shift)
  const packs = useWatched(tablet.packs)
  const [over, lay] = useState<AsideKind | undefined>()
  const [told, tell] = useState('')
  const opener = useRef<Element | null>(null)
  const [single] = useState(once)
  const where = placeOf(scene)

  // Another place, and nothing lies over it.
  useLayoutEffect(() => {
    opener.current = null
    lay(undefined)
    tell('')
  }, [where])

  const { wanted, speak, back } = useWishes(tablet, [scene, settings, packs], failed =>
    tell(failed ? `${t('later.title')}. ${t('later.text')}` : ''),
  )
  const { voice, here, again } = useVoice(wanted)
  const { language, manner } = voice
  // Before it is painted: nothing is seen for a moment in another direction, or too bright.
  useLayoutEffect(() => wear(voice), [language, manner])

  const open = (kind: AsideKind) => {
    if (!over) opener.current = document.activeElement
    tell('')
    lay(kind)
  }
  const close = useCallback(() => lay(undefined), [])
  // Before it is painted, or the focus would be taken from what is pressed next.
  useLayoutEffect(() => {
    if (!over && opener.current instanceof HTMLElement) opener.current.focus()
  }, [over])
  // With its heading's focus, or a quick Escape would be for the screen that has gone.
  useLayoutEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      if (over) close()
      else if (where === 'stopping') tablet.go.step({ type: 'go-back' })
      else if (where === 'pausing' || where === 'gate') tablet.go.pause()
    }
    addEventListener('keydown', key)
    return () => removeEventListener('keydown', key)
  }, [over, where, close, tablet])

  return (
    // A code is tapped as fast as anybody can; elsewhere a second tap would mostly meet what nobody has seen yet.
    <div class="tablet" onClickCapture={scene.at === 'unenrolled' ? undefined : single}>
      {settings?.demonstration && (
        <header>
          <p class="demonstration">{t('demonstration')}</p>
        </header>
      )}
      {manner.switches && <Switches how={manner.switches} where={`${where} ${over}`} />}
      <main>
        {manner.aloud && !staffs.includes(scene.at) && (
          <Aloud
            language={language}
            place={`${where} ${over} ${manner.words}`}
            answers={where === 'review' && !over}
          />
        )}
        <div class={`page ${scene.at}`} hidden={over !== undefined}>
          {again && <Unworded again={again} />}
          {scene.at === 'shift' && <ShiftEnd tablet={tablet} shift={shift} />}
          {scene.at === 'cleaning' && <Cleaning tablet={tablet} />}
          {scene.at === 'unenrolled' && <Enrol tablet={tablet} scene={scene} />}
          {here ? (
            <Screen {...{ tablet, scene, settings, packs, voice, open, speak, back }} />
          ) : (
            <Waiting what="starting" />
          )}
        </div>
        {over && (
          <div class="page over">
            <Aside
              kind={over}
              settings={settings}
              packs={packs}
              item={itemOf(scene)}
              voice={wanted}
              speak={where === 'stopping' || !mayChoose.includes(scene.at) ? undefined : speak}
              close={close}
              slip={scene.at === 'thanks' ? scene.slip : undefined}
              helped={helpedOf(tablet, scene)}
            />
          </div>
        )}
        <p class="told" role="status">
          {told}
        </p>
      </main>
      {!staffs.includes(scene.at) && (
        <Bar four={fourOf(tablet, scene, over, close)} help={() => open('help')} tell={tell} />
      )}
    </div>
  )
}

/** The statement that is on the screen, if one is. */
const itemOf = (scene: Scene): string | undefined => (scene.at === 'form' ? itemAt(scene.form) : undefined)

/** One name for each screen, so that a change of screen can be noticed. */
function placeOf(scene: Scene): string {
  if (scene.at !== 'form') return scene.at
  if (scene.form.state === 'stopping') return 'stopping'
  const { place } = scene.form
  return place.at === 'statement' ? `statement ${place.n}` : place.at
}

/** Screens that are for staff alone. */
const staffs = ['unenrolled', 'shift', 'cleaning', 'elsewhere']

/** Where a person can say how they would like it. */
const mayChoose = ['welcome', 'card', 'form']

/** Language, direction, size and colours, where the stylesheet finds them. */
function wear({ language, manner }: Voice): void {
  const { documentElement: root } = document
  root.lang = language === 'en' ? 'en-GB' : language
  root.dir = direction(language)
  root.dataset.size = manner.size
  root.dataset.words = manner.words
  root.dataset.theme = manner.theme ?? ''
  root.classList.toggle('calm', manner.calm)
}

/** What the two that end it do on the card of somebody who is helped. */
const helpedOf = ({ go }: Tablet, scene: Scene) =>
  scene.at === 'card' && scene.helper !== 'nobody' ? { stop: go.welcome, pause: go.pause } : undefined

function fourOf(
  tablet: Tablet,
  scene: Scene,
  over: AsideKind | undefined,
  close: () => void,
): Four | undefined {
  const { go } = tablet
  const pause = () => void go.pause()
  if (scene.at === 'card') {
    const stop = () => go.welcome()
    if (over) return { skip: over === 'practice' ? close : t('bar.noskip'), stop, pause }
    return { skip: () => void go.begin(), stop, pause }
  }
  if (scene.at !== 'form') return undefined
  const keep = () => go.step({ type: 'keep' })
  if (scene.form.state === 'stopping') return { skip: t('bar.noskip'), stop: t('bar.nostop'), pause: keep }
  const skippable = !over && scene.form.place.at !== 'review'
  const skip = skippable ? () => go.step({ type: 'skip' }) : t('bar.noskip')
  return { skip, stop: () => go.step({ type: 'stop' }), pause: keep }
}
