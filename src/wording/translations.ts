// The words of every wording of the Evaluation, at once, for whoever hands the instrument on. No page loads them.

import arEasy from '../../locales/ar/easy.json' with { type: 'json' }
import ar from '../../locales/ar/standard.json' with { type: 'json' }
import bnEasy from '../../locales/bn/easy.json' with { type: 'json' }
import bn from '../../locales/bn/standard.json' with { type: 'json' }
import cyEasy from '../../locales/cy/easy.json' with { type: 'json' }
import cy from '../../locales/cy/standard.json' with { type: 'json' }
import enEasy from '../../locales/en/easy.json' with { type: 'json' }
import guEasy from '../../locales/gu/easy.json' with { type: 'json' }
import gu from '../../locales/gu/standard.json' with { type: 'json' }
import paEasy from '../../locales/pa/easy.json' with { type: 'json' }
import pa from '../../locales/pa/standard.json' with { type: 'json' }
import plEasy from '../../locales/pl/easy.json' with { type: 'json' }
import pl from '../../locales/pl/standard.json' with { type: 'json' }
import ptEasy from '../../locales/pt/easy.json' with { type: 'json' }
import pt from '../../locales/pt/standard.json' with { type: 'json' }
import roEasy from '../../locales/ro/easy.json' with { type: 'json' }
import ro from '../../locales/ro/standard.json' with { type: 'json' }
import soEasy from '../../locales/so/easy.json' with { type: 'json' }
import so from '../../locales/so/standard.json' with { type: 'json' }
import ukEasy from '../../locales/uk/easy.json' with { type: 'json' }
import uk from '../../locales/uk/standard.json' with { type: 'json' }
import urEasy from '../../locales/ur/easy.json' with { type: 'json' }
import ur from '../../locales/ur/standard.json' with { type: 'json' }
import type { Wording } from './pack.ts'
import { ownWords } from './printed.ts'
import { type Known, wordings } from './provenance.ts'

const words: Readonly<Record<string, Wording>> = {
  'en/original': ownWords.words,
  'ar/easy': arEasy,
  'ar/standard': ar,
  'bn/easy': bnEasy,
  'bn/standard': bn,
  'cy/easy': cyEasy,
  'cy/standard': cy,
  'en/easy': enEasy,
  'gu/easy': guEasy,
  'gu/standard': gu,
  'pa/easy': paEasy,
  'pa/standard': pa,
  'pl/easy': plEasy,
  'pl/standard': pl,
  'pt/easy': ptEasy,
  'pt/standard': pt,
  'ro/easy': roEasy,
  'ro/standard': ro,
  'so/easy': soEasy,
  'so/standard': so,
  'uk/easy': ukEasy,
  'uk/standard': uk,
  'ur/easy': urEasy,
  'ur/standard': ur,
}

/** A wording with whose it is, and its words. */
export interface Translated {
  readonly known: Known
  readonly words: Wording
}

/** Every wording in the order of its languages, the original first; whatever may be shown of them is the caller's to know. */
export const translated: readonly Translated[] = wordings.flatMap(known => {
  const found = words[known.wording.id]
  return found ? [{ known, words: found }] : []
})
