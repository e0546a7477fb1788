// An example in another voice: the screens get it as they would from a person or a ward, and nothing is painted over them.

import { type Manner, plainManner } from '../../src/form/form.ts'
import type { Scene } from '../../src/tablet/tablet.ts'
import { languages } from '../../src/wording/languages.ts'
import { type FakeTablet, ward } from '../fakes/tablet.ts'

interface Voice {
  readonly language: string
  readonly manner: Manner
}

/** All that a service can switch on. */
export const wordings = languages.flatMap(({ tag }) => [`${tag}/standard`, `${tag}/easy`])

/** The same tablet on a ward that opens in this voice, with a person who chose it. */
export function inVoice(tablet: FakeTablet, voice: Voice): FakeTablet {
  const { language, manner } = voice
  const scene = tablet.scene.get()
  tablet.settings.set({
    ...(tablet.settings.get() ?? ward()),
    wordings,
    opening: { language, ...manner },
  })
  tablet.scene.set(spoken(scene, voice))
  return tablet
}

function spoken(scene: Scene, voice: Voice): Scene {
  if (scene.at === 'card' || scene.at === 'pausing' || scene.at === 'takeback') return { ...scene, ...voice }
  if (scene.at !== 'form') return scene
  return { ...scene, form: { ...scene.form, sheet: { ...scene.form.sheet, ...voice } } }
}

/** The voice that an address asks for: ?language=ar&words=easy&size=largest&theme=dark&calm&aloud. */
export function asked(parameters: URLSearchParams): Voice {
  const one = <T extends string>(name: string, of: readonly T[]) =>
    of.find(value => value === parameters.get(name))
  const theme = one('theme', ['light', 'dark', 'contrast'] as const)
  const switches = one('switches', ['one', 'two', 'partner'] as const)
  return {
    language: parameters.get('language') ?? 'en',
    manner: {
      ...plainManner,
      words: one('words', ['standard', 'easy'] as const) ?? 'standard',
      size: one('size', ['normal', 'large', 'larger', 'largest'] as const) ?? 'normal',
      aloud: parameters.has('aloud'),
      calm: parameters.has('calm'),
      ...(theme ? { theme } : {}),
      ...(switches ? { switches } : {}),
    },
  }
}
