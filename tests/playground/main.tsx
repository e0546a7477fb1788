// Shows one example: ?screen=welcome&language=ar&words=easy&size=large&theme=dark&calm&aloud; without one, every screen.

import { render } from 'preact'
import { App } from '../../src/ui/app.tsx'
import { load } from '../../src/wording/words.ts'
import '../../src/ui/faces.css'
import { showEvery } from './every.ts'
import { examples, press } from './examples.ts'
import { asked, inVoice } from './voice.ts'

const { searchParams } = new URL(location.href)
const root = document.getElementById('root')
const screen = searchParams.get('screen')
const example = examples[screen ?? '']
if (root && !screen) showEvery(root, searchParams)
else if (root && screen && example) {
  const voice = asked(searchParams)
  const plain = [...searchParams.keys()].every(key => key === 'screen')
  await load(voice.language)
  render(<App tablet={plain ? example() : inVoice(example(), voice)} />, root)
  await press(screen, root)
  setTimeout(() => {
    document.documentElement.dataset.shown = 'yes'
  }, 50)
}
