// Shows one example: /?screen=welcome&size=large&calm

import { render } from 'preact'
import { App } from '../../src/ui/app.tsx'
import { examples, press } from './examples.ts'

const asked = new URLSearchParams(location.search)
const root = document.getElementById('root')
const screen = asked.get('screen') ?? 'welcome'
const example = examples[screen]
if (root && example) {
  render(<App tablet={example()} />, root)
  await press(screen, root)
  // After the app has set its own: the example's manner is plain.
  setTimeout(() => {
    document.documentElement.dataset.size = asked.get('size') ?? 'normal'
    document.documentElement.classList.toggle('calm', asked.has('calm'))
    document.documentElement.dataset.shown = 'yes'
  }, 50)
}
