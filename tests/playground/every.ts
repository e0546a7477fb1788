// Every screen in every mode on one page: a list of modes, and below it each screen in the one that was chosen.

import { languages } from '../../src/wording/languages.ts'
import { examples } from './examples.ts'

/** The modes by a name for each, as an address asks for them. */
const modes: Readonly<Record<string, string>> = {
  plain: '',
  'pictures and plainer words': 'words=easy',
  large: 'size=large',
  larger: 'size=larger',
  largest: 'size=largest',
  'largest, with pictures': 'size=largest&words=easy',
  'read aloud': 'aloud',
  calm: 'calm',
  light: 'theme=light',
  dark: 'theme=dark',
  'strong contrast': 'theme=contrast',
  'calm and dark': 'calm&theme=dark',
  'one switch': 'switches=one',
  'two switches': 'switches=two',
  'a partner who moves the frame': 'switches=partner',
  'calm, with pictures': 'calm&words=easy',
  'read aloud in Urdu': 'aloud&language=ur',
  ...Object.fromEntries(
    languages.flatMap(({ tag, name }) => [
      [name, `language=${tag}`],
      [`${name}, with pictures`, `language=${tag}&words=easy`],
    ]),
  ),
}

const widths = {
  phone: [360, 740],
  'narrow phone': [320, 640],
  tablet: [800, 1280],
  'tablet on its side': [1280, 800],
}

function link(text: string, href: string): HTMLAnchorElement {
  const a = document.createElement('a')
  a.textContent = text
  a.href = href
  return a
}

/** Draws the page. `every` names the mode and `on` the device. */
export function showEvery(root: HTMLElement, parameters: URLSearchParams): void {
  const mode = parameters.get('every') ?? 'plain'
  const on = parameters.get('on') ?? 'phone'
  const [width = 360, height = 740] = Object.entries(widths).find(([name]) => name === on)?.[1] ?? []
  const nav = document.createElement('nav')
  for (const name of Object.keys(modes))
    nav.append(link(name, `?${new URLSearchParams({ every: name, on })}`), ' · ')
  for (const name of Object.keys(widths))
    nav.append(link(name, `?${new URLSearchParams({ every: mode, on: name })}`), ' · ')
  const title = document.createElement('h1')
  title.textContent = `Every screen: ${mode}, ${on}`
  root.append(title, nav)
  for (const screen of Object.keys(examples)) {
    const address = `?${new URLSearchParams({ screen })}&${modes[mode] ?? ''}`
    const heading = document.createElement('h2')
    heading.append(link(screen, address))
    const frame = document.createElement('iframe')
    Object.assign(frame, { title: screen, loading: 'lazy', src: address, width, height })
    root.append(heading, frame)
  }
}
