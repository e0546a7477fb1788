// In which language and manner the screens speak: the ward's, until a person chooses theirs, and again after them.

import { useEffect, useRef, useState } from 'preact/hooks'
import { plainManner } from '../../form/form.ts'
import type { Settings } from '../../protocol/tablet.ts'
import { fitted, inOriginal, isOn, type Voice } from '../../tablet/fitted.ts'
import type { Packs, Scene, Tablet } from '../../tablet/tablet.ts'
import { languages } from '../../wording/languages.ts'
import { load, language as said, say } from '../../wording/words.ts'

/** The languages to choose from: switched on by the ward, and whole on this tablet. */
export const offered = (settings: Settings | undefined, { whole }: Packs) =>
  languages.filter(
    ({ tag }) =>
      tag === 'en' ||
      (whole.includes(tag) && (isOn(settings, tag, 'standard') || isOn(settings, tag, 'easy'))),
  )

/** How Welcome opens on this ward. */
function openingOf(settings: Settings | undefined, packs: Packs): Voice {
  const { language = 'en', ...rest } = settings?.opening ?? {}
  const here = offered(settings, packs).some(({ tag }) => tag === language)
  return fitted(settings, { language: here ? language : 'en', manner: { ...plainManner, ...rest } })
}

/** Whose voice a scene has; undefined for the ward's. What follows a form is still said to the person who gave it. */
function voiceOf(scene: Scene, last: Voice | undefined, from: Scene['at']): Voice | undefined {
  if (scene.at === 'form') return scene.form.sheet
  if (scene.at === 'card' || scene.at === 'pausing' || scene.at === 'takeback') return scene
  // Whoever carries on may be anyone until their form is here.
  if (scene.at === 'starting') return from === 'card' ? last : undefined
  return ['sealing', 'unsealed', 'thanks', 'erased'].includes(scene.at) ? last : undefined
}

/** Does something once a voice's words are here: at once where only its look is another than now's. */
function whenHere({ language, manner }: Voice, now: Voice, then: () => void, not: () => void): void {
  const same = language === now.language && manner.words === now.manner.words
  if (same || (language === 'en' && manner.words === 'standard')) then()
  else load(language).then(then, not)
}

/** What a person may do about the voice. */
interface Wishes {
  /** The voice that is wanted here. */
  readonly wanted: Voice
  /** Shows everything in another voice as soon as its words are here; `told` says so while they have not come. */
  readonly speak: (voice: Voice) => void
  /** From the card to Welcome and still the same person: nobody else's voice outlasts them. */
  readonly back: () => void
}

/** Whose voice is wanted. `tell` hears of a wish whose words did not come, and first of every wish. */
export function useWishes(
  tablet: Tablet,
  [scene, settings, packs]: readonly [Scene, Settings | undefined, Packs],
  tell: (failed: boolean) => void,
): Wishes {
  const { at } = scene
  // Counted on while it is drawn, not after: no screen is painted once in the voice of whoever was before.
  const turn = useRef({ at, from: at, n: 0 })
  if (turn.current.at !== at) turn.current = { at, from: turn.current.at, n: turn.current.n + 1 }
  const { from, n } = turn.current
  const [chosen, choose] = useState<{ readonly voice: Voice; readonly n: number } | undefined>()
  const wishes = useRef(0)

  // The curtain, which is the ward's, stands for a moment before a form is erased.
  const last = useRef<Voice | undefined>(undefined)
  const own = voiceOf(scene, last.current, from)
  if (at !== 'curtain') last.current = own
  const theirs = at === 'welcome' && chosen?.n === n ? fitted(settings, chosen.voice) : undefined
  const wanted = own ?? theirs ?? openingOf(settings, packs)

  return {
    wanted,
    speak(next) {
      const wish = ++wishes.current
      /** Nobody has wished for anything else since, or gone anywhere. */
      const stands = () => wish === wishes.current && n === turn.current.n && tablet.scene.get().at === at
      function grant(): void {
        if (!stands()) return
        const now = tablet.scene.get()
        if (now.at === 'form') tablet.go.step({ type: 'present', ...next })
        else if (now.at === 'card') tablet.go.card(next.language, next.manner, now.helper)
        else choose({ voice: next, n })
      }
      tell(false)
      whenHere(next, wanted, grant, () => stands() && tell(true))
    },
    back() {
      const { language, manner } = wanted
      choose({ voice: { language, manner }, n: n + 1 })
      tablet.go.welcome()
    },
  }
}

/** What is said at last. */
interface Said {
  /** The voice that is really shown. */
  readonly voice: Voice
  /** False while its words are on their way. */
  readonly here: boolean
  /** Where they did not come, so that the original stands for them: tries to bring them once more. */
  readonly again?: () => void
}

/** Says everything in the voice that is wanted, or, when its words can't be brought, in the original's. */
export function useVoice(wanted: Voice): Said {
  const { language, manner } = wanted
  const { words } = manner
  const id = `${language}/${words}`
  const [failed, fail] = useState('')
  const [, draw] = useState({})
  const here = say(language, words)
  const lost = !here && failed === id
  useEffect(() => {
    if (here || lost) return
    let waited = true
    load(language).then(
      () => waited && draw({}),
      () => waited && fail(id),
    )
    return () => {
      waited = false
    }
  }, [id, here, lost])
  if (here) return { voice: wanted, here }
  if (!lost) return { voice: { language: said(), manner }, here }
  const voice = inOriginal(manner)
  say('en', 'standard')
  // What stands here stays until there is something better.
  return {
    voice,
    here: true,
    again: () =>
      void load(language).then(
        () => draw({}),
        () => undefined,
      ),
  }
}
