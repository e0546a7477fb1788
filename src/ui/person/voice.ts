// In which language and manner the screens speak: the ward's, until a person chooses theirs, and again after them.

import { useEffect, useState } from 'preact/hooks'
import { type Manner, plainManner } from '../../form/form.ts'
import type { Settings } from '../../protocol/tablet.ts'
import type { Packs, Scene } from '../../tablet/tablet.ts'
import { inBuild } from '../../wording/approved.ts'
import { languages } from '../../wording/languages.ts'
import { load, type Plainness, say } from '../../wording/words.ts'

export interface Voice {
  readonly language: string
  readonly manner: Manner
}

/** Whether the ward has a wording switched on that is in this build; the original always is. */
export const isOn = (settings: Settings | undefined, language: string, how: Plainness): boolean =>
  (language === 'en' && how === 'standard') ||
  (inBuild(`${language}/${how}`) && (settings?.wordings ?? []).includes(`${language}/${how}`))

/** The languages to choose from: switched on by the ward, and whole on this tablet. */
export const offered = (settings: Settings | undefined, { whole }: Packs) =>
  languages.filter(
    ({ tag }) =>
      tag === 'en' ||
      (whole.includes(tag) && (isOn(settings, tag, 'standard') || isOn(settings, tag, 'easy'))),
  )

/** The voice in words that the ward has switched on. */
export function fitted(settings: Settings | undefined, { language, manner }: Voice): Voice {
  if (isOn(settings, language, manner.words)) return { language, manner }
  const words = manner.words === 'easy' ? 'standard' : 'easy'
  return { language, manner: { ...manner, words } }
}

/** How Welcome opens on this ward. */
export function openingOf(settings: Settings | undefined, packs: Packs): Voice {
  const { language = 'en', ...rest } = settings?.opening ?? {}
  const here = offered(settings, packs).some(({ tag }) => tag === language)
  return fitted(settings, { language: here ? language : 'en', manner: { ...plainManner, ...rest } })
}

/** Whose voice a scene has; undefined for the ward's. What follows a form is still said to the person who gave it. */
export function voiceOf(scene: Scene, last: Voice | undefined): Voice | undefined {
  if (scene.at === 'form') return scene.form.sheet
  if (scene.at === 'card') return scene
  return ['sealing', 'unsealed', 'thanks', 'erased'].includes(scene.at) ? last : undefined
}

/** Does something when a voice's words are here, or can't be brought. */
export function whenHere({ language, manner }: Voice, then: () => void): void {
  if (language === 'en' && manner.words === 'standard') then()
  else load(language).then(then, then)
}

/** Says everything in this voice. `here` once its words are; `again` tries to bring them once more after a failure. */
export function useVoice({ language, manner }: Voice): {
  readonly here: boolean
  readonly again?: () => void
} {
  const { words } = manner
  const [tried, attempt] = useState(0)
  const [failed, fail] = useState(false)
  const here = say(language, words)
  useEffect(() => {
    let wanted = true
    fail(false)
    if (!here) {
      load(language).then(
        () => wanted && attempt(n => n + 1),
        () => wanted && fail(true),
      )
    }
    return () => {
      wanted = false
    }
  }, [language, words, tried])
  return failed ? { here, again: () => attempt(n => n + 1) } : { here }
}
